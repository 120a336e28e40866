"""Grounds that wait (rulebook G33): what was promised before them, and what they name afterwards."""

from __future__ import annotations

from callrules.dispositions import Disposition
from callrules.facts import Commitment
from callrules.testing.lives.dice import Dice
from callrules.testing.lives.events.calls import OUT, call
from callrules.testing.lives.events.partings import never_answered, talked_in_circles
from callrules.testing.lives.landmarks import DAY, HOUR
from callrules.testing.lives.life import Life
from callrules.vocabulary import Kind, Party

PATIENT = (never_answered, talked_in_circles)


def promised_beside_a_ground(life: Life, dice: Dice) -> None:
    """Around the day on which a ground arises we promise to call, to send, to meet or to do something."""
    dice.pick(PATIENT)(life, dice)
    arose = life.facts[-1].at
    life.at = arose + dice.pick((HOUR, -DAY, 12 * HOUR, DAY))
    due = dice.pick((life.today + 6 * DAY, life.hour(6, 11)))
    kind, asked_by = dice.pick(tuple(Kind)), dice.pick((Party.THEM, Party.US))
    life.happens(Commitment, dice, by=Party.US, kind=kind, asked_by=asked_by, due=due)
    life.at = max(life.at, arose) + dice.pick((HOUR, DAY, 8 * DAY))


def named_after_a_ground(life: Life, dice: Dice) -> None:
    """A ground arose, and then they name a moment, once or several times; or we do, on their voicemail."""
    dice.pick(PATIENT)(life, dice)
    for _ in range(1 + dice.number(3)):
        how = dice.pick((Disposition.CALLBACK_REQUESTED, Disposition.CALLBACK_REQUESTED, Disposition.VOICEMAIL_LEFT))
        named = dice.pick((life.hour(2, 10), life.today + 2 * DAY))
        field, other = ("promises", "callback_at")[:: 1 if how is Disposition.VOICEMAIL_LEFT else -1]
        call(life, dice, how, direction=OUT, agreed=(), then=(HOUR, 2 * DAY, 4 * DAY), **{field: named, other: None})


GROUNDS = (promised_beside_a_ground, named_after_a_ground)
