"""E7: thanks for an order, a date they told us, a year since the first order, or just asking after them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar
from callrules.day_names import dated
from callrules.declared import Declared, HasASimpleReason
from callrules.facts import CallAttempt, Fact, KeyDate, Kinds, Meeting, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import START_OF_TIME
from callrules.step import Reason
from callrules.vocabulary import Outcome

NAME = "simple_reason"
THANKS = "thanks"
A_YEAR = 12


@attrs.frozen
class SimpleReasons:
    """Is there a simple reason to call: thanks, a date, a year, or that we know them well?

    Rulebook E7. Thanks for a purchase are due on the next working day, a date on its day or the next working day;
    both go stale. A talk answers whatever was due before it. Somebody we know well is asked after 90 days.
    """

    name: ClassVar[str] = "simple_reasons"
    only_with: ClassVar[Kinds] = (CallAttempt, KeyDate, Meeting, Purchase)
    thanks_days: int = parameter(10, says="working days after which thanks are stale", source="rulebook E7")
    date_days: int = parameter(5, says="working days after which a date is stale", source="rulebook E7")
    talks: int = parameter(3, says="talks after which we know somebody well", source="rulebook E7", least=1)
    quiet_days: int = parameter(90, says="days after the last talk", source="rulebook E7")
    years: int = parameter(2, says="years ahead in which a yearly date is looked for", source="house judgement")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The facts on which a simple reason rests."""
        return (
            HasASimpleReason(
                thanks_days=self.thanks_days,
                date_days=self.date_days,
                talks=self.talks,
                quiet_days=self.quiet_days,
            ),
        )

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        yield from self._thanks(history)
        for fact, day, says in (*_dates(history, self.years), *_year(history)):
            reason = self._on(history, fact, day, says)
            if reason is not None:
                yield reason
        if len(history.talks) >= self.talks:
            yield self._asking_after_them(history)

    def _thanks(self, history: History) -> Iterator[Reason]:
        calendar, latest, answered = history.calendar, history.latest or START_OF_TIME, _last_word(history)
        for purchase in takewhile(lambda each: each.at > answered, reversed(history.still_bought)):
            day = calendar.day(purchase.at)
            expires = calendar.starts(calendar.working_days_on(day, self.thanks_days) + DAY)
            if expires <= latest:
                return
            if history.is_within_a_talk(purchase):
                continue
            due = calendar.starts(calendar.working_days_on(day, 1))
            says = f"they bought on {dated(day)}: thank them"
            yield Reason(name=NAME, due=due, about=purchase.key, says=says, expires=expires)

    def _on(self, history: History, fact: Fact, day: dt.date, says: str) -> Reason | None:
        """The reason of a day, unless its time is over, or we talked in it."""
        calendar = history.calendar
        due = calendar.starts(_working_day(calendar, day))
        expires = calendar.starts(calendar.working_days_on(day, self.date_days) + DAY)
        is_over = history.latest is not None and expires <= history.latest
        if is_over or history.talked_since(due):
            return None
        return Reason(name=NAME, due=due, about=fact.key, says=says, expires=expires)

    def _asking_after_them(self, history: History) -> Reason:
        last = history.talks[-1].at
        due = history.calendar.starts(history.calendar.day(last) + self.quiet_days * DAY)
        return Reason(name=NAME, due=due, says=f"we know them well: ask after them, {self.quiet_days} days on")


def _last_word(history: History) -> dt.datetime:
    """When we last talked, or thanks of ours went out."""
    talked = history.last_talk.at if history.last_talk else START_OF_TIME
    return max((each.at for each in history.written if each.purpose == THANKS and each.at > talked), default=talked)


def _dates(history: History, years: int) -> Iterator[tuple[Fact, dt.date, str]]:
    """The days that they told us of."""
    for date in history.of(KeyDate):
        for day in _days_of(date, history, years):
            yield date, day, f"{date.what}: {dated(day)}"


def _year(history: History) -> Iterator[tuple[Fact, dt.date, str]]:
    """The day a year after their first order, of who has ordered again: who has not is missed instead (A3)."""
    calendar = history.calendar
    if len(history.days_bought) > 1:
        orders = (call for call in history.calls if call.outcome is Outcome.ORDER)
        first = min((*history.still_bought, *orders), key=lambda fact: fact.at)
        yield first, calendar.day(calendar.add(first.at, months=A_YEAR)), "a year since their first order"


def _days_of(date: KeyDate, history: History, years: int) -> Iterator[dt.date]:
    """The days of a date, none before they told us."""
    told = history.calendar.day(date.at)
    if not date.yearly:
        yield from [date.on] if date.on >= told else []
        return
    latest = history.calendar.day(history.latest or date.at)
    for year in range(max(date.on.year, latest.year - 1), latest.year + years + 1):
        day = _in(year, date.on)
        if day >= told:
            yield day


def _in(year: int, date: dt.date) -> dt.date:
    """That date in another year; of 29 February the 28th where there is no 29th."""
    try:
        return date.replace(year=year)
    except ValueError:
        return date.replace(year=year, day=28)


def _working_day(calendar: Calendar, day: dt.date) -> dt.date:
    return day if calendar.is_working(day) else calendar.working_days_on(day, 1)
