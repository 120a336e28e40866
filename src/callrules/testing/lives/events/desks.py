"""Who answered, and on which telephone: a desk, nobody knows who, the person after all."""

from __future__ import annotations

import attrs

from callrules.contact import Phone
from callrules.dispositions import Disposition
from callrules.facts import Farewell
from callrules.testing.lives import DAY, HOUR, Dice, Life
from callrules.testing.lives.events.calls import GONE, IN, NOTHING_NAMED, OUT, call
from callrules.testing.lives.events.partings import never_answered
from callrules.vocabulary import Outcome

TWO = (Phone(number="+12065550105"), Phone(number="+12065550188"))
ELSEWHERE = "+19995550100"
DEAD = (Disposition.WRONG_NUMBER, Disposition.BAD_NUMBER)


def desk_names_an_hour(life: Life, dice: Dice) -> None:
    """The desk names an hour, within their hours or not, perhaps after the person had named another."""
    if dice.number(2):
        call(
            life,
            dice,
            Disposition.CALLBACK_REQUESTED,
            direction=OUT,
            promises=None,
            callback_at=life.hour(3, 10),
            then=DAY,
        )
    named = life.hour(dice.pick((1, 0, 2)), dice.pick((11, 7, 21, 23)))
    call(life, dice, Disposition.GATEKEEPER, direction=OUT, promises=None, callback_at=named, then=(HOUR, DAY))


def desk_names_an_hour_when_we_look_again(life: Life, dice: Dice) -> None:
    """Nobody answered, we said goodbye, and a quarter later the desk names an hour."""
    never_answered(life, dice)
    life.happens(Farewell, dice, then=95 * DAY)
    named = dice.pick((life.hour(2, 10), life.hour(1, 21), life.today + 2 * DAY))
    call(life, dice, Disposition.GATEKEEPER, direction=OUT, promises=None, callback_at=named, then=(HOUR, DAY, 2 * DAY))


def nobody_knows_who_answered(life: Life, dice: Dice) -> None:
    """Several calls were answered, and how they ended was noted of some only."""
    for _ in range(2 + dice.number(5)):
        outcome = dice.pick((None, None, None, Outcome.CONTINUATION))
        call(
            life, dice, Disposition.CONNECTED, direction=OUT, outcome=outcome, then=(6 * DAY, 3 * DAY), **NOTHING_NAMED
        )


def asked_for_a_call_on_another_number(life: Life, dice: Dice) -> None:
    """Ask for a call on the second of two numbers, or on one that is not on the card."""
    life.contact = attrs.evolve(life.contact, phones=TWO)
    number, named = dice.pick((TWO[1].number, ELSEWHERE, None)), dice.pick((life.hour(2, 10), None))
    way = dice.pick((OUT, IN))
    rang = {"number": None, "from_number": number} if way is IN else {"number": number, "from_number": None}
    call(life, dice, Disposition.CALLBACK_REQUESTED, direction=way, promises=None, callback_at=named, then=HOUR, **rang)
    if dice.number(3) == 1:
        call(life, dice, dice.pick(DEAD), direction=OUT, number=TWO[1].number, then=HOUR, **NOTHING_NAMED)


NOT_NOTED = (
    Disposition.NO_ANSWER, Disposition.HUNG_UP, Disposition.BAD_NUMBER, Disposition.WRONG_NUMBER,
    Disposition.DO_NOT_CALL, Disposition.CONVERSATION,
)  # fmt: skip


def on_which_number_nobody_noted(life: Life, dice: Dice) -> None:
    """Ring one of two numbers, and note nowhere which."""
    life.contact = attrs.evolve(life.contact, phones=TWO)
    for days in (3, dice.pick((1, 5, 20))):
        call(life, dice, dice.pick(NOT_NOTED), direction=OUT, number=None, then=days * DAY, **NOTHING_NAMED)


def alive_after_all(life: Life, dice: Dice) -> None:
    """A number was called bad or wrong, then they talked on it, and perhaps it was bad again."""
    life.contact = attrs.evolve(life.contact, phones=TWO[: dice.pick((1, 2))])
    number = TWO[0].number
    for each in (dice.pick(DEAD), Disposition.CONVERSATION, *dice.pick(((), DEAD[1:], DEAD))):
        call(life, dice, each, direction=OUT, number=number, outcome=None, then=(16 * DAY, DAY), **NOTHING_NAMED)


def there_after_all(life: Life, dice: Dice) -> None:
    """They were said to have gone, and then we talked with them, or they asked for a call at an hour."""
    call(life, dice, dice.pick(GONE), direction=dice.pick((OUT, IN)), then=(20 * DAY, DAY), **NOTHING_NAMED)
    how, named = dice.pick((Disposition.CONVERSATION, Disposition.CALLBACK_REQUESTED)), dice.pick((None, True))
    at = life.hour(3, 10) if named else None
    call(life, dice, how, direction=dice.pick((OUT, IN)), outcome=None, promises=None, callback_at=at, then=(HOUR, DAY))


DESKS = (
    desk_names_an_hour, desk_names_an_hour_when_we_look_again, nobody_knows_who_answered,
    asked_for_a_call_on_another_number, on_which_number_nobody_noted, alive_after_all, there_after_all,
)  # fmt: skip
