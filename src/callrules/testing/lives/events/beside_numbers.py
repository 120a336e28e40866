"""Both sides of a number or a time of day: so much or so often in the past, so many days later, at such an hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from callrules.dispositions import Disposition
from callrules.facts import Purchase
from callrules.testing.lives import DAY, MINUTE, Dice, Life, Move, later, next_date, next_wall_time, next_weekday
from callrules.testing.lives.events.calls import NOTHING_NAMED, OUT, VAIN, call, mailed, rung
from callrules.testing.lives.events.restraints import LULL
from callrules.vocabulary import Outcome, Reply

MOST_FACTS, MOST_DAYS = 40, 1100
SIDES = (1, 0, 1, -1)
"""Just over it mostly, at it, just under it."""
NIGHT = dt.time(3)


def _count(dice: Dice, number: Decimal) -> int:
    """So many, or one more or less; none where that is more than a life holds."""
    return max(0, int(number) + dice.pick(SIDES)) if 1 < number <= MOST_FACTS else 0


def orders(life: Life, dice: Dice, number: Decimal, _: object = None) -> None:
    """They ordered so often, and once for so much."""
    for _ in range(_count(dice, number)):
        life.happens(Purchase, dice, amount="129.00", then=DAY)
    life.happens(Purchase, dice, amount=f"{abs(number) + dice.pick(SIDES):.2f}", currency="EUR", then=DAY)


def vain_calls(life: Life, dice: Dice, number: Decimal, word: object = None) -> None:
    """They were rung so often, some days apart, and nobody answered; each time with that ending, if it is one."""
    ways = (word,) if word in VAIN else VAIN
    for _ in range(_count(dice, number)):
        call(life, dice, dice.pick(ways), direction=OUT, then=(DAY, 3 * DAY, 6 * DAY), **NOTHING_NAMED)


def talks(life: Life, dice: Dice, number: Decimal, _: object = None) -> None:
    """There were so many talks, or they wrote so often."""
    each = dice.pick((rung(Disposition.CONVERSATION, outcome=Outcome.ADVANCE), mailed(Reply.ANSWER)))
    for _ in range(_count(dice, number)):
        each(life, dice)
        life.at += dice.pick((3, 1, 12)) * DAY


PASTS: tuple[Callable[[Life, Dice, Decimal, object], None], ...] = (orders, orders, vain_calls, talks)


def days_of(number: Decimal | None) -> int:
    """A number as days to wait; none where it is no such number."""
    return int(number) if number is not None and 1 < number <= MOST_DAYS else 0


def look_beside(life: Life, dice: Dice, number: Decimal | None, time: dt.time | None) -> None:
    """So many days later, at such an hour, on such a weekday or in such a month, or at night; or now."""
    ways: list[Move] = [lambda at, _: at + dice.pick(LULL)]
    if waits := days_of(number):
        wait = partial(later, by=(waits + dice.pick(SIDES)) * DAY)
        ways += [wait, wait, wait]
    if time is not None:
        ways += [partial(next_wall_time, time=time)] * 2
    if number is not None and number == int(number):
        ways += _on_the_clock(int(number))
    if not waits:
        ways.append(partial(next_wall_time, time=NIGHT))
    life.at = dice.pick(ways)(life.at, life.zone) + dice.pick((0, 0, 1, -1)) * MINUTE


def _on_the_clock(number: int) -> list[Move]:
    """The moments that a small number may mean on a clock or a calendar."""
    found: list[Move] = []
    if 0 <= number < 24:  # noqa: PLR2004 - hours
        found.append(partial(next_wall_time, time=dt.time(number)))
    if 0 < number < 8:  # noqa: PLR2004 - weekdays
        found.append(partial(next_weekday, weekday=number))
    if 0 < number < 13:  # noqa: PLR2004 - months
        found.append(partial(next_date, month=number, day=15))
    return found
