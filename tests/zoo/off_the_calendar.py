"""Broken policies that go wrong on a few days only: the last one closed, the end of a month, after a slip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import POLITE, Dated, Declared, Due, Gap, Lift, Open
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.playbook import Playbook
from callrules.rules import Persistence
from callrules.step import Call, Reason, Step, Verdict
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
SHUT = tuple(dt.date(2026, 12, day) for day in (21, 22, 23, 24))


@attrs.frozen
class ShutBeforeChristmas:
    """Are we shut? From the first of these days until the last of them begins."""

    name: ClassVar[str] = "shut_before_christmas"
    days: tuple[dt.date, ...] = SHUT

    @property
    def declares(self) -> tuple[Declared, ...]:
        """All of these days."""
        hours = Open(opens=dt.time(9), closes=dt.time(20), closed_days=self.days, lifted_by={Lift.NAMED_HOUR})
        return hours, Dated()

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        starts = history.calendar.starts
        return outside([(starts(self.days[0]), starts(self.days[-1]))], at, "we are shut before Christmas")


@attrs.frozen
class RenewalOnThe28th:
    """Does their policy run out in a month? Every month has a 28th, so no date goes wrong."""

    name: ClassVar[str] = "renewal"
    months: int = 11
    last_day: int = 28

    @property
    def declares(self) -> tuple[Declared, ...]:
        """So many months after the purchase."""
        return (Due(reason="renewal", after="purchase", months=self.months),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        bought, calendar = history.bought_at[-1], history.calendar
        day = calendar.day(bought)
        due = calendar.add(calendar.starts(day.replace(day=min(day.day, self.last_day))), months=self.months)
        return Reason(name="renewal", about=str(day), due=due, says="their policy runs out in a month")


@attrs.frozen
class WelcomeWhenTypedIn:
    """Does what they bought do well? Two weeks after somebody has typed the order in."""

    name: ClassVar[str] = "welcome"
    days: int = 14

    @property
    def declares(self) -> tuple[Declared, ...]:
        """So many days after the purchase."""
        return (Due(reason="welcome", after="purchase", days=self.days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        orders = [each for each in history.purchases if not each.is_return]
        if not orders:
            return None
        due = history.calendar.add(max(orders[-1].recorded or orders[-1].at, orders[-1].at), days=self.days)
        return Reason(name="welcome", about=orders[-1].key, due=due, says="welcome: does it all work?")


@attrs.frozen
class SlipsCountAsCalls:
    """Two days between calls, and what never dialled is a call as well."""

    name: ClassVar[str] = "slips_count_as_calls"
    hours: int = 48

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The hours between attempts."""
        return (Gap(hours=self.hours, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        made = [*history.tries_on(number), *(call for call in history.calls if not call.is_inbound)]
        return outside([(call.at, call.at + self.hours * HOUR) for call in made], at, "two days apart", yields=True)


@attrs.frozen
class QuarterByThePlan(Persistence):
    """The quarters are counted from the sixth attempt, however late the seventh was."""

    def _revisit(self, history: History, row: Sequence[Any]) -> dt.datetime:
        sixth, again = row[min(len(row), self.most) - 1].at, history.calendar.add
        quarters = (again(sixth, days=self.revisit_days, months=self.then_months * each) for each in range(400))
        return next(moment for moment in quarters if moment > row[-1].at)


@attrs.frozen
class WhereTheyRangFrom(Altered):
    """Rings the number from which they last rang us, whatever became of it since."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        step, number = super().next_step(contact, history, now), _rang_from(contact, history)
        return attrs.evolve(step, number=number) if isinstance(step, Call) and number else step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        wanted = _rang_from(contact, history)
        if wanted is None or number not in {None, wanted}:
            return super().may_call(contact, history, at, number=number)
        verdict = super().may_call(contact, history, at)
        return attrs.evolve(verdict, number=wanted) if verdict.allowed else verdict


def _rang_from(contact: Contact, history: History) -> str | None:
    known = {phone.number for phone in contact.phones}
    rang = [call.from_number for call in history.seen_by(contact).inbound if call.from_number in known]
    return rang[-1] if rang else None


OFF_THE_CALENDAR = (
    Specimen(
        id="shut-but-for-christmas-eve",
        group="zone and calendar",
        says="Our box office is shut until Christmas Eve, and on Christmas Eve it rang.",
        make=house_with(ShutBeforeChristmas),
        breaks={"closed-days"},
    ),
    Specimen(
        id="renewal-on-the-28th",
        group="truthfulness",
        says="Whoever began on the thirty-first hears three days too early that the year is nearly over.",
        make=house_with(RenewalOnThe28th),
        breaks={"in-season"},
    ),
    Specimen(
        id="welcome-when-typed-in",
        group="truthfulness",
        says="The order lay in a tray for nine days, and so did the welcome.",
        make=lambda: Playbook().without("simple_reasons").with_rules(WelcomeWhenTypedIn()),
        breaks={"logging-moves-nothing"},
    ),
    Specimen(
        id="slips-count-as-calls",
        group="waking",
        says="The line failed before it rang, and we let him wait two days for nothing.",
        make=house_with(SlipsCountAsCalls),
        breaks={"no-idle-wait"},
    ),
    Specimen(
        id="quarter-by-the-plan",
        group="endings",
        says="The try of this quarter was made late, and two weeks later came that of the next.",
        make=house_with(QuarterByThePlan),
        breaks={"enough-is-enough"},
    ),
    Specimen(
        id="where-they-rang-from",
        group="consent",
        says="He once rang us from his old flat, and the people who live there now have asked us twice to stop.",
        make=WhereTheyRangFrom,
        breaks={"refused-number-never-rung", "dead-number-never-rung"},
    ),
)
"""Broken policies about days that come seldom."""
