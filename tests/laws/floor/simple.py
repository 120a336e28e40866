"""Simple reasons: thanks for an order, a date they told us, a year since the first order, asking after them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from floor.days import told
from floor.plain import Plain
from floor.reading import Reading
from floor.why import Why

RULE, NAME = "simple_reasons", "simple_reason"


def simple_reasons(reading: Reading, now: int) -> Iterator[Why]:
    """All that are not stale."""
    if reading.purchases:
        yield from thanks(reading, now)
    for fact in reading.by.get("KeyDate", ()):
        for day in days_of(reading, fact):
            says = lambda day, what=fact.what: f"{what}: {told(day, '%d %b %Y')}"  # noqa: E731
            yield from on_its_day(reading, fact, day, says, now)
    if len(reading.bought) > 1:
        yield from a_year(reading, now)
    if len(reading.talks) >= 3:
        due = reading.clock.starts(reading.clock.day(reading.talked) + 90)
        yield Why(RULE, NAME, due, "we know them well: ask after them, 90 days on")


def thanks(reading: Reading, now: int) -> Iterator[Why]:
    """Purchases since which nobody talked or thanked them."""
    clock, word = reading.clock, reading.talked
    if reading.written:
        word = max([word, *(each.at for each in reading.written if each.purpose == "thanks")])
    for purchase in reversed(reading.purchases):
        if purchase.at <= word:
            return
        day = clock.day(purchase.at)
        expires = clock.starts(clock.working_days_on(day, 10) + 1)
        if expires <= now or expires <= reading.latest:
            return
        if not reading.within_a_talk(purchase):
            yield thanked(clock.starts(clock.working_days_on(day, 1)), purchase, day, expires)


def thanked(due: int, purchase: Plain, day: int, expires: int) -> Why:
    return Why(RULE, NAME, due, lambda: f"they bought on {told(day, '%d %b %Y')}: thank them", purchase.key, expires)


def a_year(reading: Reading, now: int) -> Iterator[Why]:
    """A year since the first order of who has ordered again."""
    clock = reading.clock
    if len({clock.day(at) for at in reading.bought}) > 1:
        first = min([*reading.purchases, *reading.orders], key=lambda fact: fact.at)
        day = clock.day(clock.add(first.at, months=12))
        yield from on_its_day(reading, first, day, lambda _: "a year since their first order", now)


def on_its_day(reading: Reading, fact: Plain, day: int, says, now: int) -> Iterator[Why]:
    """The reason of a day, unless its time is over, or we talked in it."""
    clock = reading.clock
    expires = clock.starts(clock.working_days_on(day, 5) + 1)
    if expires <= now or expires <= reading.latest:
        return
    due = clock.starts(day if clock.works(day) else clock.working_days_on(day, 1))
    if reading.talked >= due:
        return
    yield Why(RULE, NAME, due, lambda: says(day), fact.key, expires)


def days_of(reading: Reading, fact: Plain) -> Iterator[int]:
    """The days of a date, none before they told us."""
    heard = reading.clock.day(fact.at)
    if not fact.yearly:
        yield from [fact.on.toordinal()] if fact.on.toordinal() >= heard else []
        return
    latest = dt.date.fromordinal(reading.clock.day(reading.latest)).year
    for year in range(max(fact.on.year, latest - 1), latest + 11):
        day = in_year(year, fact.on)
        if day >= heard:
            yield day


def in_year(year: int, date: dt.date) -> int:
    """That date in another year; of 29 February the 28th where there is none."""
    try:
        return date.replace(year=year).toordinal()
    except ValueError:
        return date.replace(year=year, day=28).toordinal()
