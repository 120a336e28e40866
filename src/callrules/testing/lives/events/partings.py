"""A parting told step by step: why we let go, the goodbye, and the months after it."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from callrules.dispositions import Disposition
from callrules.facts import Farewell, Message
from callrules.testing.lives.dice import Dice
from callrules.testing.lives.events.calls import GONE, IN, NOTHING_NAMED, OUT, VAIN, call
from callrules.testing.lives.landmarks import DAY, HOUR
from callrules.testing.lives.life import Life
from callrules.vocabulary import Channel, Direction, Outcome, Reply

PLAIN = {**NOTHING_NAMED, "agreed": ()}


def a_goodbye_is_said(life: Life, dice: Dice) -> None:
    """Somebody whom we can write to lets us go, we say goodbye, and half a year and more goes by."""
    life.contact = attrs.evolve(life.contact, email="c@example.org")
    dice.pick(ENDINGS)(life, dice)
    life.at += dice.pick((HOUR, DAY))
    if dice.number(2):
        life.happens(Farewell, dice)
    else:
        life.happens(Message, dice, channel=Channel.EMAIL, direction=Direction.OUTBOUND, purpose="takeaway")
    life.at += dice.pick((40, 100, 200, 300)) * DAY


def said_no_twice(life: Life, dice: Dice) -> None:
    """Twice they were not interested, by phone or by mail."""
    for days in (dice.pick((8, 40)), 1):
        if dice.number(2):
            life.happens(Message, dice, channel=Channel.EMAIL, direction=IN, reply=Reply.NOT_INTERESTED)
        else:
            call(life, dice, Disposition.NOT_INTERESTED, direction=OUT, **PLAIN)
        life.at += days * DAY


def never_answered(life: Life, dice: Dice) -> None:
    """Six calls, and nobody answered one."""
    for _ in range(6):
        call(life, dice, dice.pick(VAIN), direction=OUT, then=6 * DAY, **PLAIN)


def has_gone(life: Life, dice: Dice) -> None:
    """They left or closed down: we heard it when we rang, or somebody there rang us."""
    call(life, dice, dice.pick(GONE), direction=dice.pick((OUT, IN)), **PLAIN)


def talked_in_circles(life: Life, dice: Dice) -> None:
    """Three talks a month apart, and nothing agreed in any."""
    for _ in range(3):
        call(life, dice, Disposition.CONVERSATION, direction=OUT, outcome=Outcome.CONTINUATION, then=30 * DAY, **PLAIN)


ENDINGS: tuple[Callable[[Life, Dice], None], ...] = (said_no_twice, never_answered, has_gone, talked_in_circles)
