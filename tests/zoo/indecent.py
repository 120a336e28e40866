"""Broken policies: they keep what they declare, and declare nothing that is decent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import attrs

from callrules.calendars import calendar_of
from callrules.contact import Contact
from callrules.declared import POLITE, After, Besides, Declared, Due
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.playbook import Playbook
from callrules.rules import Caps, HangUps, Hours, Pace, Prospects, Refusals
from callrules.step import Because, Call, Reason, Rest, Step, Verdict
from zoo.altered import house_with
from zoo.specimens import Specimen

HERE = Path(__file__)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)


@attrs.frozen
class EveryMorning:
    """Rings everybody each morning at ten until they bought, whatever happened; nothing else is known to it."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        seen = history.seen_by(contact)
        if seen.bought_at or seen.opted_out or any(fact.at > now for fact in seen.entries):
            return Rest(because=(Because("mornings", "done", "they bought, or want no calls"),))
        at = max([now, *(fact.at + HOUR for fact in seen.attempts)])
        return Call(at=self._morning(contact, at), reason=Reason(name="morning", says="it is ten o'clock"))

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        step = self.next_step(contact, history, at)
        return Verdict(allowed=step.is_due(at), at=step.at, because=(Because("mornings", "ten", "at ten"),))

    def _morning(self, contact: Contact, at: dt.datetime) -> dt.datetime:
        calendar = calendar_of(contact)
        ten = calendar.wall(calendar.day(at), dt.time(10))
        return at if ten <= at < ten + HOUR else ten if at < ten else calendar.wall(calendar.day(at) + DAY, dt.time(10))


@attrs.frozen
class ColdList(Prospects):
    """Did they never buy, and never ring us? Then they are on the cold list, and there is no other."""

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        return None if history.inbound else super().reasons(contact, history)


@attrs.frozen
class WhileTheyTalk:
    """Did they pick up? Then they have time for us, and are asked again on the next working day."""

    name: ClassVar[str] = "while_they_talk"
    declares: ClassVar[tuple[Declared, ...]] = (Due(reason="another_word", after=After.TALK, days=1),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.last_talk:
            return None
        calendar, talked = history.calendar, history.calendar.day(history.last_talk.at)
        due, over = calendar.starts(calendar.working_days_on(talked, 1)), calendar.starts(talked + 10 * DAY)
        return Reason(name="another_word", about=f"{talked}", due=due, expires=over, says="they have time for us")


@attrs.frozen
class FiveMonthsToGetOverIt:
    """Did they say no? Then we leave them alone for five months, each time."""

    name: ClassVar[str] = "five_months_to_get_over_it"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="five months of peace after a no", lifted_by=POLITE),)
    days: int = 150

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        noes = [(each.at, each.at + self.days * DAY) for each in history.facts if each.is_a_no]
        return outside(noes, at, "five months after a no", yields=True)


def _five_months_each_time() -> Playbook:
    return Playbook().without("refusals").with_rules(FiveMonthsToGetOverIt())


def _three_noes_a_month() -> Playbook:
    return Playbook().with_rules(Refusals(times=3, decision_maker_times=3, within_months=1))


def _never_mind() -> Playbook:
    return Playbook().without("promised_calls", "returned_calls")


def _no_longer_cold() -> Playbook:
    return Playbook().without("returned_calls").with_rules(ColdList())


def _gets_over_it() -> Playbook:
    return Playbook().with_rules(HangUps(rest_days=2, no_channel_days=1))


def _all_day_long() -> Playbook:
    return Playbook([Hours(), Prospects(), Caps(in_7_days=35, in_30_days=150), Pace(least_hours=1, days_between=(0,))])


def _specimen(known_by: str, says: str, make: Callable[[], Any], *breaks: str) -> Specimen:
    return Specimen(id=known_by, group="endings", says=says, make=make, breaks=breaks)


INDECENT = (
    _specimen(
        "takes-no-no",
        "She said three times that she does not want it, and after three months we rang again.",
        partial(Playbook.from_toml, HERE.with_name("takes_no_no.toml")),
        "takes-some-no",
        "lets-some-go",
    ),
    _specimen(
        "three-noes-a-month",
        "He says no whenever we ring, which is each quarter, so he never says it three times in a month.",
        _three_noes_a_month,
        "noes-add-up",
    ),
    _specimen(
        "five-months-to-get-over-it",
        "Twice a year she tells us that she wants none of it, and each time we give her until the next time.",
        _five_months_each_time,
        "noes-add-up",
    ),
    _specimen(
        "early-and-often",
        "It rang at half past five, and on that day seven times.",
        partial(Playbook.from_toml, HERE.with_name("early_and_often.toml")),
        "decent-hours",
        "decent-cap",
        "gives-up-some-time",
    ),
    _specimen(
        "never-mind",
        "She asked for Thursday at ten; we rang on Wednesday, for something else.",
        _never_mind,
        "keeps-some-promises",
    ),
    _specimen(
        "no-longer-cold",
        "He rang us and nobody picked up; with that he was no longer cold, and nobody rang him back.",
        _no_longer_cold,
        "returns-some-calls",
    ),
    _specimen(
        "every-morning",
        "Each morning at ten the phone rings: it is us, and it will be until she buys.",
        EveryMorning,
        "takes-some-no",
        "lets-some-go",
        "gives-up-some-time",
    ),
    _specimen(
        "all-day-long",
        "Five times a day, five days a week, and all of it is written in our file.",
        _all_day_long,
        "decent-cap",
        "gives-up-some-time",
    ),
    _specimen(
        "while-they-talk",
        "He was kind enough to talk with us on Monday; we rang on Tuesday, on Thursday and on the Monday after.",
        house_with(WhileTheyTalk),
        "leaves-talkers-in-peace",
    ),
    _specimen(
        "gets-over-it",
        "She hung up on us twice, and two days later we thought that she was over it.",
        _gets_over_it,
        "hears-a-second-hang-up",
    ),
)
"""Policies that do what no decent cadence does, and say so."""
