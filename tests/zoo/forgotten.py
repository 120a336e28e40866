"""Broken policies: they lose a call because of what answers nothing, or never lose one that was heard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import After, Declared, Due
from callrules.facts import Commitment, Introduction
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import ColdDecisionMakers, FollowUps, Prospects, ReturnedCalls
from callrules.step import Reason, SeekIntroduction
from callrules.vocabulary import Kind
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class OneTryWillDo(ReturnedCalls):
    """Have we tried to call back?"""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        reason = super().reasons(history)
        return None if reason and reason.due and history.rang_since(reason.due) else reason


@attrs.frozen
class BrochureInstead(FollowUps):
    """Was anything written or sent since the talk?"""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        reason, talk = super().reasons(history), history.last_talk
        written = [fact.at for fact in history.messages if not fact.is_inbound]
        sent = [fact.at for fact in history.of(Commitment) if fact.kind is Kind.SEND]
        return None if talk and any(at > talk.at for at in (*written, *sent)) else reason


@attrs.frozen
class TriedIsTalked(Prospects):
    """Have we tried them in the last half year?"""

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        reason = super().reasons(contact, history)
        if reason is None or not history.attempts:
            return reason
        again = history.calendar.add(history.attempts[-1].at, months=self.return_months)
        return attrs.evolve(reason, due=max(again, reason.due or again))


@attrs.frozen
class WaveAfterWave:
    """Do they like it? A month after they bought, and each time it is another wave."""

    name: ClassVar[str] = "waves"
    declares: ClassVar[tuple[Declared, ...]] = (Due(reason="survey", after=After.PURCHASE, days=30),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], days=30)
        wave = f"wave {len(history.attempts) + 1}"
        return Reason(name="survey", due=due, about=wave, says="how do they like it?")


@attrs.frozen
class FlourOnce:
    """Have they run out of flour? Four weeks after each order, and always about the same flour."""

    name: ClassVar[str] = "flour"
    declares: ClassVar[tuple[Declared, ...]] = (Due(reason="flour", after=After.PURCHASE, days=28),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], days=28)
        return Reason(name="flour", due=due, about="flour", says="four weeks of flour are used up")


@attrs.frozen
class AnybodysFriend(ColdDecisionMakers):
    """Does our file hold an introduction, be it of somebody else, or one that was taken back?"""

    @hookimpl
    def before(
        self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime
    ) -> SeekIntroduction | None:
        if any(isinstance(fact, Introduction) for fact in history.entries):
            return None
        return super().before(contact, history, reason, at)


@attrs.frozen
class OneRingAYear:
    """Is it the day on which they first bought? Whoever was rung on it waits for the next one."""

    name: ClassVar[str] = "their_day"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        tried = [call.at for call in history.attempts if call.reason == "their_day"]
        for years in range(1, 16 if history.bought_at else 1):
            due = history.calendar.add(history.bought_at[0], months=12 * years)
            expires = history.calendar.add(due, days=30)
            if not tried or due > tried[-1]:
                yield Reason(name="their_day", due=due, about=f"{years}", says="one more year", expires=expires)


FORGOTTEN = (
    Specimen(
        id="one-try-will-do",
        group="promises",
        says="She asked us to ring back; nobody answered the first time, and that was that.",
        make=house_with(OneTryWillDo),
        breaks={"a-call-stands"},
    ),
    Specimen(
        id="brochure-instead",
        group="promises",
        says="We sent him the brochure after that good talk, and nobody ever rang him again.",
        make=house_with(BrochureInstead),
        breaks={"a-call-stands"},
    ),
    Specimen(
        id="tried-is-talked",
        group="promises",
        says="One voicemail, and she is put away for half a year as if we had talked.",
        make=house_with(TriedIsTalked),
        breaks={"a-call-stands"},
    ),
    Specimen(
        id="one-ring-a-year",
        group="promises",
        says="He was out when we rang on his anniversary, so the next try is next year.",
        make=house_with(OneRingAYear),
        breaks={"a-call-stands"},
    ),
    Specimen(
        id="wave-after-wave",
        group="truthfulness",
        says="She told us on Monday how she likes it, and on Thursday she is asked again.",
        make=house_with(WaveAfterWave),
        breaks={"subject-keeps-its-name", "heard-comes-to-rest"},
    ),
    Specimen(
        id="flour-once",
        group="truthfulness",
        says="Each baker is asked once in his life whether he runs out of flour.",
        make=house_with(FlourOnce),
        breaks={"season-comes-round"},
    ),
    Specimen(
        id="anybodys-friend",
        group="purity and neighbours",
        says="The introduction was noted for the wrong man and taken back, and still we rang the director cold.",
        make=house_with(AnybodysFriend),
        breaks={"taken-back-never-was", "strangers-do-not-leak"},
    ),
)
"""Broken policies that forget, or that cannot let go of what was heard."""
