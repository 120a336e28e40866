"""Calls, either way, however they end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from callrules.dispositions import UNANSWERED, Disposition
from callrules.facts import CallAttempt, Fact, Message
from callrules.testing.lives import Dice, Life
from callrules.vocabulary import Channel, Direction, Outcome, Reply

Event = Callable[[Life, Dice], None]
VAIN = tuple(each for each in Disposition if each in UNANSWERED and each is not Disposition.DIALING)
BAD = (Disposition.HUNG_UP, Disposition.NOT_INTERESTED)
YESES = ((), (), ("a next date",), ("a next date", "a trial"))
GONE = (Disposition.LEFT_COMPANY, Disposition.CLOSED_DOWN, Disposition.DISQUALIFIED)
"""In the order in which dice pick them."""
IN, OUT = Direction.INBOUND, Direction.OUTBOUND
TALKED: tuple[tuple[Disposition, dict[str, Any]], ...] = (
    (Disposition.CONVERSATION, {}),
    (Disposition.CONVERSATION, {}),
    (Disposition.CONVERSATION, {}),
    (Disposition.CONNECTED, {"outcome": Outcome.CONTINUATION}),
    (Disposition.CONNECTED, {"outcome": Outcome.ORDER}),
)
"""How a talk is noted: an answered call is one once it has an outcome."""
NOTHING_NAMED = {"promises": None, "callback_at": None}
"""A call in which nobody names a moment for the next one."""


def attempt(life: Life, dice: Dice) -> None:
    """Some call, any way it can end."""
    call(life, dice, dice.pick(tuple(Disposition)), direction=dice.pick((OUT, OUT, IN)))


def vain(life: Life, dice: Dice) -> None:
    """A call by hand that nobody answered."""
    call(life, dice, dice.pick(VAIN))


def talk(life: Life, dice: Dice) -> None:
    """A conversation, with what was agreed."""
    how, ended = dice.pick(TALKED)
    call(life, dice, how, direction=dice.pick((OUT, OUT, OUT, IN)), **ended)


def bad_moment(life: Life, dice: Dice) -> None:
    """They hung up, or brushed us off."""
    call(life, dice, dice.pick(BAD))


def ask_for_a_call(life: Life, dice: Dice) -> None:
    """They, or somebody at their desk, asked us to call again, with or without a time."""
    how = dice.pick((Disposition.CALLBACK_REQUESTED, Disposition.CALLBACK_REQUESTED, Disposition.GATEKEEPER))
    call(life, dice, how, callback_at=life.moment(dice) if dice.number(3) else None, promises=None)


def dead_line(life: Life, dice: Dice) -> None:
    """A number that does not reach them."""
    call(life, dice, dice.pick((Disposition.BAD_NUMBER, Disposition.WRONG_NUMBER)), number=dice.pick(life.numbers))


def ring_in(life: Life, dice: Dice) -> None:
    """They called us."""
    call(
        life,
        dice,
        dice.pick((Disposition.NO_ANSWER, Disposition.VOICEMAIL_LEFT, Disposition.CONVERSATION, Disposition.HUNG_UP)),
        direction=IN,
    )


def dial(life: Life, dice: Dice) -> None:
    """A dial written down before ringing, and perhaps closed a minute later; what came first may come in last."""
    call(life, dice, Disposition.DIALING, id=f"f{len(life.facts)}")
    dialled = life.facts[-1]
    order = dice.number(4)
    if order in {1, 2} and isinstance(dialled, CallAttempt):
        later = life.at + dt.timedelta(minutes=1)
        life.facts.append(attrs.evolve(dialled, recorded=later, disposition=dice.pick(VAIN)))
        if order == 2:  # noqa: PLR2004 - the orders are counted
            life.facts[-2] = attrs.evolve(dialled, recorded=later + dt.timedelta(minutes=1))


def one_of(*events: Event) -> Event:
    """Make the event that is one of these, by the dice."""
    return lambda life, dice: dice.pick(events)(life, dice)


def told(kind: type[Fact], **fields: Any) -> Event:
    """Make the event that such a fact becomes known."""
    return lambda life, dice: life.happens(kind, dice, **fields)


def mailed(reply: Reply | None) -> Event:
    """Make the event that they, or their machine, write us an e-mail."""
    return told(Message, channel=Channel.EMAIL, direction=IN, reply=reply)


def rung(how: Disposition, **fields: Any) -> Event:
    """Make the event of a call of ours that ends like that, and in which nobody names a moment for the next one."""
    return lambda life, dice: call(life, dice, how, **{"direction": OUT, **NOTHING_NAMED, **fields})


def call(life: Life, dice: Dice, how: Disposition, **fields: Any) -> None:
    """A call that ends like that, all else by the dice unless told."""
    where = life.somewhere(dice)
    fields = {
        "disposition": how,
        "number": dice.pick(life.numbers),
        "promises": life.moment(dice, where) if dice.number(5) == 1 else None,
        "callback_at": life.moment(dice, where) if dice.number(8) == 1 else None,
        "outcome": dice.pick((None, *Outcome)) if how.traits.talked else None,
        "agreed": dice.pick(YESES),
        "from_number": dice.perhaps(dice.pick(life.numbers)),
        "rep": dice.pick((None, None, "bo", "ann")),
        "reason": dice.perhaps("prospect"),
        "used": ("f0",) if dice.number(5) == 1 else (),
        "duration": dice.perhaps(61.5),
        "remark": dice.perhaps("in a hurry"),
        **fields,
    }
    life.happens(CallAttempt, dice, **fields)
