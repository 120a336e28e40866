"""A parting told step by step: why we let go, the goodbye, and the months after it."""

from __future__ import annotations

import attrs

from callrules.dispositions import Disposition
from callrules.facts import Commitment, Farewell, Message
from callrules.testing.lives import DAY, HOUR, Dice, Life
from callrules.testing.lives.events.calls import (
    GONE,
    IN,
    NOTHING_NAMED,
    OUT,
    VAIN,
    Event,
    call,
    mailed,
    one_of,
    rung,
    told,
)
from callrules.vocabulary import Channel, Kind, Outcome, Party, Reply

PLAIN = {**NOTHING_NAMED, "agreed": ()}
A_NO = one_of(rung(Disposition.NOT_INTERESTED, agreed=()), mailed(Reply.NOT_INTERESTED))
A_GOODBYE = one_of(told(Message, channel=Channel.EMAIL, direction=OUT, purpose="takeaway"), told(Farewell))


def a_goodbye_is_said(life: Life, dice: Dice) -> None:
    """Somebody whom we can write to lets us go, we say goodbye, and half a year and more goes by."""
    life.contact = attrs.evolve(life.contact, email="c@example.org")
    dice.pick(ENDINGS)(life, dice)
    life.at += dice.pick((HOUR, DAY))
    A_GOODBYE(life, dice)
    life.at += dice.pick((40, 100, 200, 300)) * DAY


def said_no_twice(life: Life, dice: Dice) -> None:
    """Twice they were not interested, by phone or by mail."""
    for days in (dice.pick((8, 40)), 1):
        A_NO(life, dice)
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


ENDINGS: tuple[Event, ...] = (said_no_twice, never_answered, has_gone, talked_in_circles)
