"""What the policy asks for is done: at its moment, late, or again and again."""

from __future__ import annotations

import datetime as dt
from typing import Any

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Farewell, Message
from callrules.step import Call, Step, WalkAway, Write
from callrules.testing.lives import DAY, Dice, Life, is_ahead
from callrules.testing.lives.events.calls import OUT, VAIN
from callrules.vocabulary import Channel


def work(life: Life, dice: Dice) -> None:
    """Do what the policy asks for at its moment; nobody answers, or somebody does."""
    ends = dice.pick(
        (
            *VAIN,
            *VAIN,
            *4 * (Disposition.CONVERSATION,),
            Disposition.HUNG_UP,
            Disposition.NOT_INTERESTED,
            Disposition.CALLBACK_REQUESTED,
        )
    )
    _follow(life, dice, ends)


def late_work(life: Life, dice: Dice) -> None:
    """Do what the policy asks for, hours or days after its moment."""
    step = life.next_step()
    if step.at is not None and step.at < life.at + 1000 * DAY:
        life.at = max(life.at, step.at) + dice.pick((1, 3, 24, 72, 240)) * dt.timedelta(hours=1)
        _do(life, dice, step, dice.pick((*VAIN, Disposition.CONVERSATION)))


def persist(life: Life, dice: Dice) -> None:
    """The policy is followed for several steps, and nobody ever answers."""
    for _ in range(2 + dice.number(6)):
        _follow(life, dice, dice.pick(VAIN))


def _follow(life: Life, dice: Dice, ends: Disposition) -> None:
    step = life.next_step()
    if step.at is None or step.at > life.at + 1000 * DAY:
        return
    life.at = max(life.at, step.at)
    _do(life, dice, step, ends)


def _do(life: Life, dice: Dice, step: Step, ends: Disposition) -> None:
    if isinstance(step, Call):
        about, name = step.reason.about, step.reason.name
        names_a_moment = ends is Disposition.CALLBACK_REQUESTED and dice.number(2)
        more: dict[str, Any] = {"callback_at": life.moment(dice)} if names_a_moment else {}
        told = (about,) if about and name == "insight" and dice.number(2) == 0 else ()
        life.happens(
            CallAttempt, dice, disposition=ends, reason=name, about=about, number=step.number, used=told, **more
        )
    elif isinstance(step, Write):
        promises = dice.pick((step.promises, step.promises, None)) if is_ahead(step.promises, life.at) else None
        life.happens(
            Message, dice, channel=step.channel or Channel.EMAIL, direction=OUT, purpose=step.purpose, promises=promises
        )
    elif isinstance(step, WalkAway):
        life.happens(Farewell, dice)
