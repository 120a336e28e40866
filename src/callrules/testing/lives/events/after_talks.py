"""What may come after a talk: silence, or they turn to us."""

from __future__ import annotations

from callrules.dispositions import Disposition
from callrules.facts import Message
from callrules.testing.lives.dice import Dice
from callrules.testing.lives.events.calls import IN, NOTHING_NAMED, OUT, call
from callrules.testing.lives.landmarks import DAY
from callrules.testing.lives.life import Life
from callrules.vocabulary import Channel, Outcome, Reply

LONG_ENOUGH = 8 * DAY
"""By then five working days have passed."""


def after_a_talk(life: Life, dice: Dice) -> None:
    """They agreed to something and no call was agreed, or they write to us on the next day."""
    writes = dice.pick((True, False))
    outcome = dice.pick((Outcome.CONTINUATION, None)) if writes else Outcome.ADVANCE
    call(life, dice, Disposition.CONVERSATION, outcome=outcome, direction=OUT, then=DAY, **NOTHING_NAMED)
    if writes:
        life.happens(Message, dice, channel=Channel.EMAIL, direction=IN, reply=Reply.CALLBACK_REQUESTED, then=DAY)
    else:
        life.at += LONG_ENOUGH
