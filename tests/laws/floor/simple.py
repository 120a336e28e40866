"""Simple reasons: thanks for an order, a date they told us, a year since the first order, asking after them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from floor.clock import DAY, months_on
from floor.days import told
from floor.plain import Plain
from floor.reading import Reading
from floor.why import Why

RULE, NAME = "simple_reasons", "simple_reason"
LONG_STALE = 150 * DAY
"""After so long ten working days are over on any calendar."""


def simple_reasons(found: list[Why], reading: Reading, now: int) -> None:
    """All that are not stale."""
    if reading.purchases:
        thanks(found, reading, now)
    if "KeyDate" in reading.by:
        dates(found, reading, now)
    if len(reading.bought_on) > 1:
        a_year(found, reading, now)
    if reading.talks and len(reading.talks) >= 3:
        asking_after_them(found, reading)


def thanks(found: list[Why], reading: Reading, now: int) -> None:
    """Purchases since which nobody talked or thanked them."""
    clock, word = reading.clock, reading.talked
    if reading.written:
        word = max([word, *[each.at for each in reading.written if each.purpose == "thanks"]])
    for purchase in reversed(reading.purchases):
        if purchase.at <= word:
            return
        if purchase.at + LONG_STALE < now:
            return
        day = clock.day(purchase.at)
        expires = clock.starts[clock.counted[day, 10] + 1]
        if expires <= now:
            return
        if not reading.within_a_talk(purchase):
            due = clock.starts[clock.counted[day, 1]]
            found.append(Why(RULE, NAME, due, partial(says_thanks, day), purchase.key, expires=expires))


def says_thanks(day: int) -> str:
    return f"they bought on {told(day, '%d %b %Y')}: thank them"


def dates(found: list[Why], reading: Reading, now: int) -> None:
    """The days that they told us of."""
    for fact in reading.by["KeyDate"]:
        for day in days_of(reading, fact):
            on_its_day(found, reading, fact, day, partial(says_date, fact, day), now=now)


def says_date(fact: Plain, day: int) -> str:
    return f"{fact.what}: {told(day, '%d %b %Y')}"


def a_year(found: list[Why], reading: Reading, now: int) -> None:
    """A year since the first order of who has ordered again."""
    first = reading.purchases[0] if reading.purchases else reading.orders[0]
    if reading.orders and reading.orders[0].at < first.at:
        first = reading.orders[0]
    day = months_on(reading.bought_on[0], 12)
    on_its_day(found, reading, first, day, "a year since their first order", now=now)


def asking_after_them(found: list[Why], reading: Reading) -> None:
    """Somebody whom we know well."""
    due = reading.clock.starts[reading.clock.day(reading.talked) + 90]
    found.append(Why(RULE, NAME, due, "we know them well: ask after them, 90 days on"))


def on_its_day(found: list[Why], reading: Reading, fact: Plain, day: int, says: Any, *, now: int) -> None:
    """The reason of a day, unless its time is over, or we talked in it."""
    clock = reading.clock
    if clock.starts[day] + LONG_STALE < now:
        return
    expires = clock.starts[clock.counted[day, 5] + 1]
    if expires <= now:
        return
    due = clock.starts[day if clock.works[day] else clock.counted[day, 1]]
    if reading.talked < due:
        found.append(Why(RULE, NAME, due, says, fact.key, expires=expires))


def days_of(reading: Reading, fact: Plain) -> Iterator[int]:
    """The days of a date, none before they told us."""
    heard = reading.clock.day(fact.at)
    if not fact.yearly:
        yield from [fact.on.toordinal()] if fact.on.toordinal() >= heard else []
        return
    latest = dt.date.fromordinal(reading.clock.day(reading.latest)).year
    for year in range(max(fact.on.year, latest - 1), latest + 3):
        day = in_year(year, fact.on)
        if day >= heard:
            yield day


def in_year(year: int, date: dt.date) -> int:
    """That date in another year; of 29 February the 28th where there is none."""
    try:
        return date.replace(year=year).toordinal()
    except ValueError:
        return date.replace(year=year, day=28).toordinal()
