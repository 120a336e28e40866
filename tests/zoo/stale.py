"""Broken policies: what they call for has been heard, is old, or is nothing at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import Insights
from callrules.step import Reason, Step
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen


@attrs.frozen
class CheckingIn:
    """Has a week gone by?"""

    name: ClassVar[str] = "checking_in"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if history.last_talk is None:
            return None
        due = history.calendar.add(history.last_talk.at, days=7)
        return Reason(name="follow_up", due=due, says="just checking in")


@attrs.frozen
class HeardAgain(Altered):
    """Forgets what was spoken of."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, History(tuple(_unspoken(fact) for fact in history.entries)), now


def _unspoken(fact: Fact) -> Fact:
    return attrs.evolve(fact, reason=None, about=None, used=()) if isinstance(fact, CallAttempt) else fact


@attrs.frozen
class OldNews(Insights):
    """Tells what was new two years ago."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for reason in super().reasons(history):
            yield attrs.evolve(reason, expires=None)


@attrs.frozen
class ToldByMail(Insights):
    """Does not count what was told in writing."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        yield from super().reasons(history)
        written = {each for message in history.messages if not message.is_inbound for each in message.used}
        for insight in history.insights:
            if insight.key in written:
                says = f"worth knowing for them: {insight.text}"
                expires = insight.at + self.stale_days * DAY
                yield Reason(name="insight", due=insight.at, about=insight.key, says=says, expires=expires)


@attrs.frozen
class NoWhy(Altered):
    """Says what to do, and not why."""

    def answered(self, step: Step, _contact: Contact, _now: dt.datetime, /) -> Step:
        return attrs.evolve(step, because=())


STALE = (
    Specimen(
        id="just-checking-in",
        group="truthfulness",
        says="Every week somebody rings him up just to check in.",
        make=house_with(CheckingIn),
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="heard-again",
        group="truthfulness",
        says="He has now heard about the new law from us three times.",
        make=HeardAgain,
        breaks={"heard-is-used-up"},
    ),
    Specimen(
        id="old-news",
        group="truthfulness",
        says="Our great news for her was from the year before last.",
        make=house_with(OldNews),
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="told-by-mail-and-again",
        group="truthfulness",
        says="We wrote it to her on Monday and rang her about it on Wednesday as if it were new.",
        make=house_with(ToldByMail),
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="no-why",
        group="truthfulness",
        says="The list tells me to call him and not what for.",
        make=NoWhy,
        breaks={"says-why"},
    ),
)
"""Broken policies that call for nothing new."""
