"""What reaches us within a call, or is noted twice: it looks like more than it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Message
from callrules.testing.lives import DAY, HOUR, MINUTE, SECOND, Dice, Life, moved
from callrules.testing.lives.events.calls import IN, NOTHING_NAMED, OUT, VAIN, call, mailed, one_of
from callrules.vocabulary import Channel, Outcome, Party, Reply

TALK, DAYS = 10 * MINUTE, 100_000 * SECOND
REPLIES = (Reply.ANSWER, Reply.CALLBACK_REQUESTED, Reply.NOT_INTERESTED, Reply.ACKNOWLEDGEMENT)
MISSED = (Disposition.NO_ANSWER, Disposition.HUNG_UP, Disposition.VOICEMAIL_LEFT, Disposition.BUSY)


def talk_with_more(life: Life, dice: Dice) -> None:
    """A talk, and what reached us from them within it, at its end or right after it."""
    lasts, begun = dice.pick((TALK, TALK, None, DAYS)), life.at
    seconds = lasts.total_seconds() if lasts else None
    how, named = dice.pick((Disposition.CONVERSATION, Disposition.CONNECTED)), _named(life, dice)
    outcome = dice.pick((Outcome.ADVANCE, Outcome.CONTINUATION))
    call(life, dice, how, direction=dice.pick((OUT, OUT, IN)), duration=seconds, outcome=outcome, **named)
    life.at = begun + dice.pick((5 * MINUTE, dt.timedelta(), TALK, TALK + life.unit, MINUTE))
    _turn_to_us(life, dice)
    life.at += dice.pick((MINUTE, HOUR, 3 * DAY))


def _named(life: Life, dice: Dice) -> dict[str, Any]:
    return dice.pick((NOTHING_NAMED, NOTHING_NAMED, {"promises": None, "callback_at": life.today + 3 * DAY}))


def _ring_us(life: Life, dice: Dice) -> None:
    call(life, dice, dice.pick(MISSED), direction=IN, duration=dice.pick((None, 5.0)), **NOTHING_NAMED)


_turn_to_us = one_of(_ring_us, one_of(*map(mailed, REPLIES)))


def gave_up_on_us(life: Life, dice: Dice) -> None:
    """They rang and hung up: before anybody answered, or on us."""
    duration = dice.pick((None, 0.0, 12.0))
    call(
        life,
        dice,
        Disposition.HUNG_UP,
        direction=IN,
        duration=duration,
        outcome=None,
        then=(MINUTE, HOUR, DAY),
        **NOTHING_NAMED,
    )


def wants_nothing(life: Life, dice: Dice) -> None:
    """It is their turn, or we tried in vain, and all that comes is a word of thanks."""
    if dice.number(2):
        life.happens(Commitment, dice, by=Party.THEM, due=life.today + 6 * DAY)
    else:
        for _ in range(2 + dice.number(4)):
            call(life, dice, dice.pick(VAIN), direction=OUT, then=5 * DAY, **NOTHING_NAMED)
    life.at += HOUR
    life.happens(
        Message, dice, channel=Channel.EMAIL, direction=IN, reply=Reply.ACKNOWLEDGEMENT, then=(HOUR, DAY, 8 * DAY)
    )


def enter_twice(life: Life, dice: Dice) -> None:
    """The last call or message is entered once more, by another hand: with another id, later, in other words."""
    entered = [fact for fact in life.facts if isinstance(fact, (CallAttempt, Message))]
    if entered:
        fact, within = entered[-1], dt.timedelta(milliseconds=dice.pick((0, 0, 300)))
        again = moved(fact, fact.at + within) if life.unit == SECOND and not fact.at.microsecond else fact
        recorded = dice.pick((None, life.now, life.now + DAY))
        again = attrs.evolve(again, id=dice.pick((f"t{len(life.facts)}", None)), recorded=recorded)
        if isinstance(again, CallAttempt):
            again = attrs.evolve(again, remark=dice.pick(("rang again?", None)))
        life.facts.append(again)


def six_times_on_paper(life: Life, dice: Dice) -> None:
    """Three calls in vain, each of them noted by the telephone and by hand."""
    for _ in range(3):
        call(life, dice, dice.pick(VAIN), direction=OUT, **NOTHING_NAMED)
        enter_twice(life, dice)
        life.at += 6 * DAY


def the_beginning_came_late(life: Life, dice: Dice) -> None:
    """How a dial ended was noted at once; that it began, only afterwards."""
    ends, known_by = dice.pick((*VAIN, Disposition.CONVERSATION)), f"f{len(life.facts)}"
    noted = {"id": known_by, "direction": OUT, "outcome": None, **NOTHING_NAMED}
    call(life, dice, ends, recorded=life.at + MINUTE, **noted)
    made = life.facts[-1]
    life.facts.append(attrs.evolve(made, recorded=life.at + 9 * MINUTE, disposition=Disposition.DIALING))  # type: ignore[call-arg]
    life.at += dice.pick((30 * MINUTE, HOUR, DAY))


INTERRUPTIONS = (talk_with_more, gave_up_on_us, wants_nothing, six_times_on_paper, the_beginning_came_late)
