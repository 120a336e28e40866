"""Moments that somebody named, and what comes between: called off, refused, a holiday, the same day."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CalledOff, Commitment, Purchase
from callrules.testing.lives import DAY, HOUR, Dice, Life, next_holiday, next_wall_time
from callrules.testing.lives.events.calls import BAD, IN, NOTHING_NAMED, OUT, VAIN, call, mailed, one_of, rung
from callrules.vocabulary import Kind, Outcome, Party, Reply

ASKED_FOR = Disposition.CALLBACK_REQUESTED


def an_appointment_is_called_off(life: Life, dice: Dice) -> None:
    """A call, a meeting or what they promised is called off, days before or right before it."""
    known_by, due = f"f{len(life.facts)}", dice.pick((life.today + 4 * DAY, life.hour(4, 10)))
    who = dice.pick((Party.US, Party.US, Party.THEM))
    if dice.number(3) == 1:
        call(life, dice, ASKED_FOR, id=known_by, direction=OUT, promises=None, callback_at=due)
    else:
        kind = dice.pick((Kind.CALL, Kind.MEET, Kind.SEND))
        life.happens(Commitment, dice, id=known_by, by=who, kind=kind, due=due)
    life.at += dice.pick((DAY, 3 * DAY, HOUR))
    life.happens(CalledOff, dice, of=known_by, then=(HOUR, 4 * DAY, 10 * DAY))


def later_today(life: Life, dice: Dice) -> None:
    """They ask for a call today, in the morning, at midday, in the afternoon or at the end of the day."""
    life.at = next_wall_time(life.at, life.zone, dt.time(dice.pick((10, 9, 11, 13, 16, 19))))
    how = dice.pick((ASKED_FOR, Disposition.CONVERSATION, Disposition.GATEKEEPER))
    call(
        life,
        dice,
        how,
        direction=OUT,
        outcome=None,
        promises=None,
        callback_at=life.today,
        then=(HOUR, 2 * HOUR, 12 * HOUR),
    )


def no_to_what_they_asked_for(life: Life, dice: Dice) -> None:
    """They asked for a call, for papers or a meeting, and said no before we came to it."""
    if dice.number(2):
        call(life, dice, ASKED_FOR, direction=OUT, promises=None, callback_at=life.hour(5, 14))
    else:
        asked_by, kind = dice.pick((Party.THEM, Party.THEM, Party.US)), dice.pick(tuple(Kind))
        life.happens(Commitment, dice, by=Party.US, asked_by=asked_by, kind=kind, due=life.today + 5 * DAY)
    life.at += DAY
    say_no(life, dice)
    life.at += dice.pick((HOUR, 4 * DAY, 6 * DAY))


def _say_no_by_phone(life: Life, dice: Dice) -> None:
    call(life, dice, Disposition.NOT_INTERESTED, direction=dice.pick((OUT, IN)), **NOTHING_NAMED)


say_no = one_of(_say_no_by_phone, mailed(Reply.NOT_INTERESTED), rung(Disposition.CONVERSATION, outcome=Outcome.NO_SALE))
"""They say no: by phone, in writing, or at the end of a talk."""


def our_task_in_their_turn(life: Life, dice: Dice) -> None:
    """They are to turn to us, and we noted a task of ours, or named a day on their voicemail."""
    life.happens(Commitment, dice, by=Party.THEM, due=dice.pick((life.today + 8 * DAY, None)), then=HOUR)
    if dice.number(3) == 1:
        call(life, dice, Disposition.VOICEMAIL_LEFT, direction=OUT, callback_at=None, promises=life.today + 3 * DAY)
    else:
        asked_by = dice.pick((Party.US, Party.US, Party.THEM))
        due = dice.pick((life.today + 3 * DAY, life.hour(3, 11)))
        life.happens(Commitment, dice, by=Party.US, asked_by=asked_by, kind=Kind.CALL, due=due)
    life.at += dice.pick((HOUR, 2 * DAY, 3 * DAY))


def around_a_holiday(life: Life, dice: Dice) -> None:
    """Some days before a holiday they hang up, order, or ask for a call on that day; or nobody answers."""
    life.at = next_holiday(life.at, life.zone)
    day, way = life.today, dice.number(4)
    life.at -= dice.pick((3, 1, 4, 2)) * DAY
    if way == 0:
        life.contact = attrs.evolve(life.contact, email="c@example.org")
        call(life, dice, dice.pick(BAD), direction=OUT, **NOTHING_NAMED)
    elif way == 1:
        due = dice.pick((day, life.hour((day - life.today).days, 10)))
        asked_by = dice.pick((Party.THEM, Party.THEM, Party.US))
        life.happens(Commitment, dice, by=Party.US, asked_by=asked_by, kind=Kind.CALL, due=due)
    elif way == 2:  # noqa: PLR2004 - the ways are counted
        life.happens(Purchase, dice, amount="129.00")
    else:
        call(life, dice, dice.pick((*VAIN, ASKED_FOR)), direction=OUT, **NOTHING_NAMED)
    life.at += dice.pick((HOUR, DAY, 2 * DAY))


APPOINTMENTS = (
    an_appointment_is_called_off, later_today, no_to_what_they_asked_for, our_task_in_their_turn, around_a_holiday,
)  # fmt: skip
