"""What hosts do to the record: taken back, sent twice, imported, dated by a wrong clock."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Retraction
from callrules.testing.lives import DAY, Dice, Life, moved
from callrules.testing.lives.events.calls import bad_moment, dead_line, talk, vain
from callrules.testing.lives.events.wishes import refuse
from callrules.testing.lives.events.words import buy, meet, our_word, reply


def retract(life: Life, dice: Dice) -> None:
    """An earlier fact is taken back; sometimes one that nobody knows."""
    life.happens(Retraction, dice, of=dice.pick([fact.id for fact in life.facts if fact.id] or ["f99"]))


def log_again(life: Life, dice: Dice) -> None:
    """An earlier fact arrives once more: the same, at another time, or recorded later with other words."""
    if life.facts:
        fact = dice.pick(life.facts)
        shift = dice.pick((0, 0, 1, -1, 60)) * dt.timedelta(hours=1)
        recorded = dice.pick((fact.recorded, life.at, life.at + DAY))
        again = attrs.evolve(moved(fact, fact.at + shift), recorded=recorded)
        if isinstance(again, CallAttempt) and dice.number(2):
            again = attrs.evolve(again, disposition=dice.pick(tuple(Disposition)))
        life.facts.append(again)


def record_twice(life: Life, dice: Dice) -> None:
    """The last fact is sent again, as a host does that is not sure whether it got through."""
    if life.facts:
        fact = life.facts[-1]
        again = attrs.evolve(fact, id=fact.id or f"f{len(life.facts)}")
        life.facts[-1] = again
        life.facts.append(attrs.evolve(again, recorded=life.at + dice.number(3) * DAY))


def import_a_past(life: Life, dice: Dice) -> None:
    """Make known today what happened weeks or months ago."""
    today = life.at
    life.at -= dice.pick((8, 20, 40, 100, 200, 400)) * DAY
    for _ in range(1 + dice.number(4)):
        dice.pick((vain, talk, buy, bad_moment, reply, our_word, refuse, dead_line, meet))(life, dice)
        life.at += dice.pick((1, 3, 7, 30)) * DAY
    life.at = max(today, max((fact.at for fact in life.facts), default=today))


def put_the_clock_back(life: Life, dice: Dice) -> None:
    """The host's clock is put back: what follows is dated before what was."""
    life.at -= dice.pick((1, 3, 26)) * dt.timedelta(hours=1)
