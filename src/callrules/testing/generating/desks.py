"""Desks as bytes describe them: reps with hours, absences and shares; the plainest knows nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from callrules.desk.absences import Absence
from callrules.desk.blocks import Block, Every
from callrules.desk.desks import Desk
from callrules.desk.reps import A_FIFTH, CAPACITY, Rep
from callrules.testing.lives import DAY, LADDER, Dice

REPS = ("ann", "bob", "cyd")
"""The first of them looks after some of the contacts that are drawn."""
MONDAY = dt.date(2026, 5, 11)
DAYS = ("mon-fri", "daily", "tue, thu", "mon", "sat-sun")
HOURS = (("09:00", "11:00"), ("14:00", "15:30"), ("00:00", "23:59"), ("02:00", "02:30"))
SHARES = (A_FIFTH, 0.0, 0.4)


def desk_from(drawn: Sequence[bytes]) -> Desk:
    """The desk that these bytes describe, each one rep of it."""
    dice = Dice(drawn[0][::-1] if drawn else b"")
    names = REPS[: len(drawn)]
    reps = [_rep(name, Dice(each), names) for name, each in zip(names, drawn, strict=False)]
    return Desk(reps=reps, live=dice.perhaps(MONDAY - dice.number(200) * DAY))


def _rep(name: str, dice: Dice, names: Sequence[str]) -> Rep:
    return Rep(
        name=name,
        timezone=dice.pick(LADDER),
        capacity=dice.pick((CAPACITY, 1, 2, 40)),
        prospects=dice.pick(SHARES),
        customers=dice.pick(SHARES),
        blocks=[_block(dice) for _ in range(dice.pick((0, 1, 2)))],
        away=[_absence(dice, [each for each in names if each != name]) for _ in range(dice.pick((0, 0, 1)))],
    )


def _block(dice: Dice) -> Block:
    days, (opens, closes) = dice.pick(DAYS), dice.pick(HOURS)
    every = dice.pick((Every.DAY, Every.OTHER_DAY, Every.WEEK if days == "mon" else Every.DAY))
    return Block(days=days, opens=opens, closes=closes, every=every, since=MONDAY - dice.number(9) * DAY)


def _absence(dice: Dice, others: Sequence[str]) -> Absence:
    first = MONDAY - dice.number(30) * DAY
    return Absence(first=first, last=dice.pick((first + 60 * DAY, None, first)), stand_in=dice.pick((None, *others)))
