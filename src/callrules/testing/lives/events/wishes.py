"""What they, and we, want of the calls to come: none, some again, or peace."""

from __future__ import annotations

from callrules.dispositions import Disposition
from callrules.facts import Consent, Farewell, OptOut, Snooze
from callrules.testing.lives import Dice, Life
from callrules.testing.lives.events.calls import IN, OUT, call
from callrules.testing.lives.events.words import _message
from callrules.vocabulary import Channel, Reply


def refuse(life: Life, dice: Dice) -> None:
    """They asked us to stop, in one of the ways there are."""
    way = dice.number(6)
    if way == 0:
        life.happens(OptOut, dice)
    elif way == 1:
        call(life, dice, Disposition.DO_NOT_CALL, direction=dice.pick((OUT, IN)))
    elif way == 2:  # noqa: PLR2004 - the ways are counted
        _message(life, dice, direction=IN, reply=Reply.DO_NOT_CALL)
    else:
        account = dice.perhaps(life.contact.account or "acme")
        life.happens(OptOut, dice, number=dice.pick(life.numbers), account=account, channel=dice.pick((None, *Channel)))


def come_round(life: Life, dice: Dice) -> None:
    """They want to be called again."""
    life.happens(Consent, dice)


def snooze(life: Life, dice: Dice) -> None:
    """They are left in peace for a while."""
    life.happens(Snooze, dice, until=life.moment(dice))


def farewell(life: Life, dice: Dice) -> None:
    """We said goodbye."""
    life.happens(Farewell, dice)
