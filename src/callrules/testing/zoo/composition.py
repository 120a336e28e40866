"""Broken policies: rules that do not get on with others, and two answers that do not go together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

import attrs

from callrules import gate
from callrules.asking import Asked
from callrules.calendars import DAY
from callrules.choosing import choose
from callrules.contact import Contact
from callrules.fitness import name_of
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.promises import Named
from callrules.rules import DEFAULT_RULES
from callrules.step import Call, Reason, Step, Verdict
from callrules.testing.zoo.altered import Altered, house_with
from callrules.testing.zoo.specimens import Specimen

HOUSE = frozenset(name_of(rule) for rule in DEFAULT_RULES)
MONDAY, FRIDAY = 1, 5
HOUR = dt.timedelta(hours=1)


class _Own(Playbook):
    """A playbook of its own kind, which stays so with other rules."""

    def with_rules(self, *rules: Any) -> Playbook:
        return type(self)(super().with_rules(*rules).rules)

    def without(self, *names: str) -> Playbook:
        return type(self)(super().without(*names).rules)


class Obliging(_Own):
    """Where a guest brings a guard, the pace and the caps of the house step aside."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self._eased().next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self._eased().may_call(contact, history, at, number=number)

    def _eased(self) -> Playbook:
        guests = [rule for rule in self.rules if name_of(rule) not in HOUSE and hasattr(rule, "permits")]
        ours = {"pace", "caps"} if guests else set()
        return Playbook([rule for rule in self.rules if name_of(rule) not in ours])


class FirstComeFirst(_Own):
    """Takes the first rule that has a reason, and asks no other."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        steps = (choose(asked) for asked in self._one_by_one(contact, history, now))
        calls = (step for step in steps if isinstance(step, Call))
        return next(calls, super().next_step(contact, history, now))

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        asked = (each for each in self._one_by_one(contact, history, at) if isinstance(choose(each), Call))
        for each in asked:
            return gate.may_call(attrs.evolve(each, number=number))
        return super().may_call(contact, history, at, number=number)

    def _one_by_one(self, contact: Contact, history: History, now: dt.datetime) -> Iterator[Asked]:
        for question in self.plan["reasons"]:
            yield Asked({**self.plan, "reasons": (question,)}, contact, history.seen_by(contact), now)


@attrs.frozen
class BestTime:
    """When do they pick up? An hour that statistics named counts as if they had named it."""

    name: ClassVar[str] = "best_time"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.talks:
            return None
        calendar, last = history.calendar, history.talks[-1].at
        due = calendar.same_time(last, calendar.day(last) + 3 * DAY)
        says = "they usually answer at this hour"
        return Reason(name="best_time", due=due, says=says, named=Named.HOUR, expires=due + 6 * HOUR)


@attrs.frozen
class GateWithoutHours(Altered):
    """The last gate knows no hours: the list has looked at them already."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.without("hours").may_call(contact, history, at, number=number)


@attrs.frozen
class GateWithoutErrands(Altered):
    """The last gate does not ask what has to be done first."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        errands = ("cold_decision_makers", "readiness")
        return self.playbook.without(*errands).may_call(contact, history, at, number=number)


@attrs.frozen
class SilentGate(Altered):
    """The last gate says no, and not when."""

    def judged(self, verdict: Verdict, _contact: Contact, _at: dt.datetime, /) -> Verdict:
        return verdict if verdict.allowed else attrs.evolve(verdict, at=None)


@attrs.frozen
class HopefulGate(Altered):
    """The last gate says no, and names a moment a day too early."""

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        if verdict.allowed or verdict.at is None:
            return verdict
        return attrs.evolve(verdict, at=max(at + HOUR, verdict.at - DAY))


@attrs.frozen
class Anniversary:
    """Is it a year since they bought?"""

    name: ClassVar[str] = "anniversary"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        bought = history.calendar.local(history.bought_at[-1])
        due = bought.replace(year=bought.year + 1)
        says = "a year ago they bought from us"
        return Reason(name="anniversary", due=due, about=f"{due:%Y}", says=says, expires=due + 7 * DAY)


@attrs.frozen
class YesOrNo:
    """Is it Friday? Answers with false where a window is wanted."""

    name: ClassVar[str] = "no_fridays"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Any:
        return False if history.calendar.day(at).isoweekday() == FRIDAY else None


@attrs.frozen
class ClosingBell:
    """Are they open? Takes the closing hour for the last open moment."""

    name: ClassVar[str] = "closing_bell"
    closes: dt.time = dt.time(17, 30)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        calendar = history.calendar
        day = calendar.day(at)
        bell = calendar.wall(day, self.closes)
        if at <= bell:
            return Window(start=calendar.starts(day), end=bell, says="until half past five")
        return Window(start=calendar.ends(at), end=calendar.wall(day + DAY, self.closes), says="until half past five")


@attrs.frozen
class InAnHour:
    """Is it late? Then in an hour, and in an hour, and in an hour."""

    name: ClassVar[str] = "in_an_hour"
    late: int = 18

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        is_late = history.calendar.local(at).hour >= self.late
        return Window(start=at + HOUR, end=at + 2 * HOUR, says="try again in an hour") if is_late else None


@attrs.frozen
class PutOffByADay:
    """Is it Monday? Then a day later, at whatever time it is now."""

    name: ClassVar[str] = "put_off_by_a_day"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        is_monday = history.calendar.day(at).isoweekday() == MONDAY
        return Window(start=at + DAY, says="not on Mondays") if is_monday else None


COMPOSITION = (
    Specimen(
        id="veto-lifts-the-cap",
        group="composition",
        says="We asked for quiet Fridays, and now they ring on Mondays as often as they like.",
        make=Obliging,
        breaks={"stricter-never-sooner"},
    ),
    Specimen(
        id="first-come-first",
        group="composition",
        says="Somebody sorted the rules by name, and now other people are called.",
        make=FirstComeFirst,
        breaks={"order-of-rules"},
    ),
    Specimen(
        id="statistics-named-the-hour",
        group="composition",
        says="Our statistics like Sunday evening, so it rang on Sunday evening as if she had asked for it.",
        make=house_with(BestTime),
        breaks={"named-by-them"},
    ),
    Specimen(
        id="gate-without-hours",
        group="composition",
        says="The list says nine o'clock, and the dialler lets us through at six.",
        make=GateWithoutHours,
        breaks={"gate-agrees"},
    ),
    Specimen(
        id="gate-without-errands",
        group="composition",
        says="The list asks us to prepare, and the dialler has rung already.",
        make=GateWithoutErrands,
        breaks={"gate-agrees"},
    ),
    Specimen(
        id="silent-gate",
        group="composition",
        says="The dialler says no and never says when.",
        make=SilentGate,
        breaks={"refusal-names-the-moment"},
    ),
    Specimen(
        id="hopeful-gate",
        group="composition",
        says="The dialler says try on Thursday, and on Thursday it says try on Friday.",
        make=HopefulGate,
        breaks={"refusal-names-the-moment"},
    ),
    Specimen(
        id="anniversary-of-leap-day",
        group="composition",
        says="One of our customers bought on 29 February, and her page has been an error ever since.",
        make=house_with(Anniversary),
        breaks={"total"},
    ),
    Specimen(
        id="yes-or-no",
        group="composition",
        says="Every Friday the whole list says that a rule has failed.",
        make=house_with(YesOrNo),
        breaks={"total"},
    ),
    Specimen(
        id="closing-bell",
        group="composition",
        says="At half past five to the second the list shows an error instead of a name.",
        make=house_with(ClosingBell),
        breaks={"total"},
    ),
    Specimen(
        id="in-an-hour",
        group="composition",
        says="It was evening, so it was to be in an hour, and after a thousand hours he was given up.",
        make=house_with(InAnHour),
        breaks={"wakes-honestly"},
    ),
    Specimen(
        id="put-off-by-a-day",
        group="composition",
        says="Each time I open the list on a Monday, her call is at another time on Tuesday.",
        make=house_with(PutOffByADay),
        breaks={"wakes-honestly"},
    ),
)
"""Broken policies about rules that meet others."""
