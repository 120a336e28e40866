"""One fact of every kind, by type and ending, in groups that are told together: what may follow a restraint."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from callrules.dispositions import Disposition
from callrules.facts import (
    CalledOff,
    Commitment,
    Consent,
    Farewell,
    Insight,
    Introduction,
    KeyDate,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Reflection,
    Research,
    Retraction,
    Snooze,
)
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives.events.calls import IN, NOTHING_NAMED, OUT, Event, call, mailed, told
from callrules.vocabulary import Channel, Kind, Outcome, Party, Reception, Reply


def _call(how: Disposition, life: Life, dice: Dice, outcome: Outcome | None = None, *, inbound: bool = False) -> None:
    number = next((phone.number for phone in life.contact.phones), None)
    where = {"direction": IN, "number": None} if inbound else {"direction": OUT, "number": number}
    call(life, dice, how, outcome=outcome, from_number=None, **where, **NOTHING_NAMED)


def _promise(by: Party, kind: Kind, life: Life, dice: Dice) -> None:
    life.happens(Commitment, dice, by=by, kind=kind, due=life.today + dice.pick((8, 6, 12)) * DAY)


def _of_the_last(kind: type[CalledOff | Retraction | Reflection], life: Life, dice: Dice, **fields: Any) -> None:
    """Something about the newest fact that has an id, but never about the first fact of a life."""
    known = [fact.id for fact in life.facts[1:] if fact.id]
    life.happens(kind, dice, of=known[-1] if known else "f99", **fields)


def _their_number(life: Life, dice: Dice) -> None:
    life.happens(OptOut, dice, number=next((each.number for each in life.contact.phones), "+12065550105"))


def _their_date(life: Life, dice: Dice) -> None:
    life.happens(KeyDate, dice, on=life.today + dt.timedelta(days=3 + dice.number(20)), what="renewal")


def _some_peace(life: Life, dice: Dice) -> None:
    life.happens(Snooze, dice, until=life.today + dice.pick((15, 4, 60)) * DAY)


def _ends(*how: Disposition, inbound: bool = False) -> tuple[Event, ...]:
    return tuple(partial(_call, each, inbound=inbound) for each in how)


def _talks(*how: Outcome | None) -> tuple[Event, ...]:
    return tuple(partial(_call, Disposition.CONVERSATION, outcome=each) for each in how)


KINDS: tuple[tuple[Event, ...], ...] = (
    (told(Insight, text="a new grant"), told(Research, topic="why", text="they grow"),
     told(Introduction, by="friend"), _their_date,
     partial(_of_the_last, Reflection, received=Reception.ANNOYED)),
    (told(Purchase, amount="129.00"), told(Meeting),
     told(Message, channel=Channel.EMAIL, direction=OUT, purpose="share"), told(Purchase, amount="-12.50")),
    _ends(Disposition.NO_ANSWER, Disposition.BUSY, Disposition.VOICEMAIL_LEFT, Disposition.VOICEMAIL_NO_MESSAGE),
    (*_ends(Disposition.TECHNICAL, Disposition.NOT_DIALLED, Disposition.SCREENED, Disposition.DECLINED),
     *_ends(Disposition.GATEKEEPER, Disposition.CONNECTED, Disposition.DIALING)),
    _talks(None, Outcome.CONTINUATION, Outcome.NO_SALE, Outcome.ADVANCE, Outcome.ORDER),
    (partial(_promise, Party.US, Kind.SEND), partial(_promise, Party.US, Kind.OTHER),
     partial(_of_the_last, CalledOff), partial(_promise, Party.US, Kind.CALL),
     partial(_promise, Party.US, Kind.MEET), partial(_promise, Party.THEM, Kind.CALL),
     partial(_of_the_last, Retraction)),
    tuple(map(mailed, (Reply.AUTOMATIC, Reply.BOUNCED, Reply.ACKNOWLEDGEMENT, None, Reply.ANSWER))),
    (*_ends(Disposition.NOT_INTERESTED, Disposition.HUNG_UP), *_ends(Disposition.NOT_INTERESTED, inbound=True),
     mailed(Reply.NOT_INTERESTED), mailed(Reply.CALLBACK_REQUESTED)),
    (*_ends(Disposition.NO_ANSWER, Disposition.HUNG_UP, Disposition.VOICEMAIL_LEFT, inbound=True),
     *_ends(Disposition.CALLBACK_REQUESTED),
     *_ends(Disposition.CALLBACK_REQUESTED, Disposition.CONVERSATION, inbound=True),
     partial(_call, Disposition.CONVERSATION, outcome=Outcome.ORDER, inbound=True)),
    (_some_peace, *_ends(Disposition.BAD_NUMBER, Disposition.WRONG_NUMBER),
     told(OptOut, channel=Channel.EMAIL), _their_number),
    (told(Farewell), *_ends(Disposition.LEFT_COMPANY, Disposition.CLOSED_DOWN), told(Consent)),
    (*_ends(Disposition.DISQUALIFIED, Disposition.DO_NOT_CALL), *_ends(Disposition.DO_NOT_CALL, inbound=True),
     mailed(Reply.DO_NOT_CALL), told(OptOut)),
)  # fmt: skip
"""What ends something stands last in its group, so that what comes before it is seen beforehand in other groups."""
