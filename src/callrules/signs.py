"""What one fact is a sign of: that they came back, that a row is broken, that we said goodbye."""

from __future__ import annotations

import datetime as dt

from callrules.dispositions import Disposition
from callrules.facts import (
    CallAttempt,
    Commitment,
    Consent,
    Fact,
    Farewell,
    Meeting,
    Message,
    Purchase,
)
from callrules.terms import Direction, Kind, Outcome, Party  # fmt: skip


def over(fact: Fact) -> dt.datetime:
    """When a call is over at the latest: one that is still being dialled, after two hours."""
    dialling = isinstance(fact, CallAttempt) and fact.disposition is Disposition.DIALING
    return fact.at + A_DIAL if dialling else fact.at


def is_attempt(call: CallAttempt) -> bool:
    """A call of ours that was made."""
    return not call.is_inbound and call.disposition.is_attempt


def breaks_a_row(fact: Fact) -> bool:
    """A talk, a callback request or anything inbound: a row of unanswered dials ends here."""
    if isinstance(fact, CallAttempt):
        return fact.is_inbound or fact.talked or fact.disposition is Disposition.CALLBACK_REQUESTED
    return isinstance(fact, Meeting) or (isinstance(fact, Message) and fact.is_from_them)


A_DIAL = dt.timedelta(hours=2)
"""A dial open for longer counts as unanswered (design, part 2: CallAttempt)."""
MISDIALS = {Disposition.WRONG_NUMBER, Disposition.BAD_NUMBER, Disposition.TECHNICAL, Disposition.NOT_DIALLED}


def turns_to_us(call: CallAttempt) -> bool:
    """A call of theirs that is no refusal, no misdial and no fault of the line."""
    return call.is_inbound and not call.disposition.is_refusal and call.disposition not in MISDIALS


def comes_back(fact: Fact) -> bool:
    """Inbound contact that is no refusal, consent, a purchase: the person came back."""
    if isinstance(fact, CallAttempt):
        return fact.outcome is Outcome.ORDER or turns_to_us(fact)
    if isinstance(fact, Purchase):
        return not fact.is_return
    return isinstance(fact, Consent) or (isinstance(fact, Message) and fact.comes_back)


def asks_for_a_call(fact: Fact) -> bool:
    """The person asked to be called."""
    if isinstance(fact, CallAttempt):
        return fact.disposition is Disposition.CALLBACK_REQUESTED
    is_call = isinstance(fact, Commitment) and fact.kind is Kind.CALL and fact.by is Party.US
    return is_call and fact.asked_by is Party.THEM  # type: ignore[attr-defined]


def says_goodbye(fact: Fact) -> bool:
    """A farewell, or a message that takes the matter off the table."""
    if isinstance(fact, Message):
        return fact.direction is Direction.OUTBOUND and fact.purpose == "takeaway"
    return isinstance(fact, Farewell)
