"""What is written, promised, met for, bought and learned."""

from __future__ import annotations

import datetime as dt
from typing import Any

from callrules.facts import (
    CallAttempt,
    CalledOff,
    Commitment,
    Insight,
    Introduction,
    KeyDate,
    Meeting,
    Message,
    Purchase,
    Reflection,
    Research,
)
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives.events.calls import IN, OUT, one_of, told
from callrules.vocabulary import Channel, Kind, Party, Reception, Reply

WRITTEN = tuple(each for each in Channel if each is not Channel.PHONE)
PURPOSES = (None, "after_hang_up", "after_brush_off", "takeaway", "thanks", "share")

LEARNED = one_of(
    told(Insight, text="a new law", source="a paper"),
    told(Research, topic="why", text="they grow"),
    told(Introduction, by="friend"),
)


def note(life: Life, dice: Dice) -> None:
    """We wrote."""
    promises = life.moment(dice) if dice.number(2) else None
    _message(life, dice, direction=OUT, purpose=dice.pick(PURPOSES), promises=promises)


def reply(life: Life, dice: Dice) -> None:
    """They wrote."""
    _message(
        life, dice, direction=IN, reply=dice.pick((None, *(each for each in Reply if each is not Reply.DO_NOT_CALL)))
    )


def _message(life: Life, dice: Dice, **fields: Any) -> None:
    life.happens(Message, dice, channel=dice.pick(WRITTEN), text=dice.perhaps("Dear Ms Doe"), **fields)


def our_word(life: Life, dice: Dice) -> None:
    """A promise of ours, usually to call."""
    _commitment(life, dice, Party.US, life.moment(dice))


def their_word(life: Life, dice: Dice) -> None:
    """A promise of theirs, with or without a date."""
    _commitment(life, dice, Party.THEM, life.moment(dice) if dice.number(3) else None)


def _commitment(life: Life, dice: Dice, by: Party, due: dt.date | None) -> None:
    kind = dice.pick((Kind.CALL, Kind.CALL, Kind.CALL, *Kind))
    life.happens(
        Commitment,
        dice,
        by=by,
        due=due,
        kind=kind,
        asked_by=dice.pick((Party.THEM, Party.US)),
        what=dice.perhaps("the offer"),
    )


def call_off(life: Life, dice: Dice) -> None:
    """An appointment is called off; sometimes one that nobody knows."""
    named = [
        fact.id for fact in life.facts if fact.id and isinstance(fact, (CallAttempt, Commitment, Meeting, Message))
    ]
    life.happens(CalledOff, dice, of=dice.pick(named[::-1] or ["f99"]))


def meet(life: Life, dice: Dice) -> None:
    """We met."""
    life.happens(Meeting, dice, place=dice.perhaps("the fair"))


def buy(life: Life, dice: Dice) -> None:
    """They bought, once or in a rhythm."""
    every, times = dice.pick((30, 7, 60, 1)) * DAY, 1 + dice.number(4)
    last = life.at
    for each in range(times):
        life.at = last - (times - 1 - each) * every
        life.happens(Purchase, dice, amount=dice.pick((None, "129.00", "0", "-12.50")), currency=dice.perhaps("EUR"))


def learn(life: Life, dice: Dice) -> None:
    """Something was found out, or somebody introduced us."""
    LEARNED(life, dice)


def tell_a_date(life: Life, dice: Dice) -> None:
    """They tell us a date of theirs, once or every year; sometimes one that lies behind, or 29 February."""
    near = life.today + dt.timedelta(days=dice.number(30))
    on = dice.pick((near, near.replace(year=near.year - 30, day=min(near.day, 28)), dt.date(2024, 2, 29)))
    life.happens(KeyDate, dice, on=on, what=dice.pick(("go-live", "birthday", "renewal")), yearly=bool(dice.number(2)))


def reflect(life: Life, dice: Dice) -> None:
    """Somebody looks back on the last call."""
    calls = [fact.id for fact in life.facts if fact.id and isinstance(fact, CallAttempt)]
    received = dice.pick((None, *Reception))
    life.happens(Reflection, dice, of=dice.pick(calls[::-1] or ["f99"]), well=dice.perhaps("calm"), received=received)
