"""What is declared to last a day or more lies over a change of clocks, and is over soon after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from callrules.checks import zone
from callrules.declared import Cap, Declared, Gap, Spacing
from callrules.dispositions import Disposition
from callrules.facts import Insight
from callrules.testing.lives import DAY, HOUR, MINUTE, Dice, Life, next_clock_change
from callrules.testing.lives.events.calls import NOTHING_NAMED, OUT, call
from callrules.testing.lives.events.restraints import reach_by_all

Rest: TypeAlias = Gap | Spacing | Cap
CHANGING = ("Europe/London", "America/New_York", "America/Santiago", "Australia/Lord_Howe")
"""Their clocks change on Sundays; the last one's by half an hour."""
OVER = (dt.time(12, 45), dt.time(11, 15), dt.time(15, 45), dt.time(10, 45))
"""When it is over: an hour less or more lies in another part of the day, which nobody tried."""
QUARTER = 15 * MINUTE


def rests_of_days(declared: Sequence[Declared]) -> list[Rest]:
    """Those declared facts that forbid calls for a day or longer after earlier ones."""
    return [each for each in declared if isinstance(each, (Gap, Spacing, Cap)) and lasts(each) >= DAY]


def lasts(rest: Rest) -> dt.timedelta:
    """The time for which it forbids calls, as it passes; of a spacing its first days."""
    if isinstance(rest, Gap):
        return rest.hours * HOUR
    return (rest.days if isinstance(rest, Cap) else next(iter(rest.days), 0)) * DAY


def rings_over_a_change(life: Life, dice: Dice, rest: Rest) -> dt.datetime:
    """Make the attempts that it counts, so long ago that it ends a day after the clocks change; give its end."""
    reach_by_all(life, dice)
    life.contact = attrs.evolve(life.contact, timezone=dice.pick(CHANGING))
    life.__dict__.pop("zone", None)
    ends = _ends(life, dice, rest)
    life.at = ends - lasts(rest) - HOUR
    life.happens(Insight, dice, id="news", text="a new law", recorded=None, contact=None, then=HOUR)
    number = life.contact.phones[0].number
    for _ in range(rest.most if isinstance(rest, Cap) else 1):
        told = {"direction": OUT, "number": number, "then": MINUTE, "recorded": None, "contact": None}
        call(life, dice, _ended(dice, rest), **told, **NOTHING_NAMED)
    return ends


def looks_over_a_change(ends: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """Shortly before it is over, and shortly after."""
    return ends - QUARTER, ends + QUARTER


def _ends(life: Life, dice: Dice, rest: Rest) -> dt.datetime:
    """The day after the next change, or the one after that; on its very day where it lasts no longer."""
    change = next_clock_change(life.at, life.zone)
    if dice.number(2):
        change = next_clock_change(change, life.zone)
    where = zone(life.zone)
    day, over = change.astimezone(where).date(), dice.pick(OVER)
    ends = (dt.datetime.combine(day + each * DAY, over, tzinfo=where).astimezone(dt.UTC) for each in (1, 0))
    return next((each for each in ends if each - lasts(rest) < change), change + HOUR)


def _ended(dice: Dice, rest: Rest) -> Disposition:
    """Pick how the attempt ended: answered or not; several were busy, for which no other days are left."""
    if isinstance(rest, Gap):
        return dice.pick((Disposition.NO_ANSWER, Disposition.CONNECTED))
    return Disposition.BUSY if isinstance(rest, Cap) else Disposition.NO_ANSWER
