"""What one fact is a sign of: that they came back, that a row is broken, that we said goodbye."""

from __future__ import annotations

import datetime as dt

from callrules.dispositions import MISDIALS, Disposition
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
from callrules.vocabulary import Direction, Kind, Outcome, Party, Reply


def over(fact: Fact) -> dt.datetime:
    """When a call is over at the latest: one that is still being dialled, after two hours."""
    dialling = isinstance(fact, CallAttempt) and fact.disposition is Disposition.DIALING
    return fact.at + A_DIAL if dialling else fact.at


def is_attempt(call: CallAttempt) -> bool:
    """A call of ours that was made."""
    return not call.is_inbound and call.disposition.is_attempt


def breaks_a_row(fact: Fact) -> bool:
    """A talk, a callback request or anything inbound that is no refusal and wants something (rulebook G38)."""
    if isinstance(fact, CallAttempt):
        asked_back = fact.disposition is Disposition.CALLBACK_REQUESTED
        return fact.talked or asked_back or (fact.is_inbound and not fact.is_refusal)
    return isinstance(fact, Meeting) or (isinstance(fact, Message) and fact.comes_back)


A_DIAL = dt.timedelta(hours=2)
"""A dial open for longer counts as unanswered (design, part 2: CallAttempt)."""


def turns_to_us(call: CallAttempt) -> bool:
    """A call of theirs that is no refusal, no misdial and no fault of the line."""
    return call.is_inbound and not call.is_refusal and call.disposition not in MISDIALS


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


def is_a_no(fact: Fact) -> bool:
    """Somebody is not interested, in a call or in writing; a conversation that ended in no sale is one, too (F14)."""
    if isinstance(fact, CallAttempt):
        return fact.disposition is Disposition.NOT_INTERESTED or fact.outcome is Outcome.NO_SALE
    return isinstance(fact, Message) and fact.reply is Reply.NOT_INTERESTED


def says_goodbye(fact: Fact) -> bool:
    """A farewell, or a message that takes the matter off the table."""
    if isinstance(fact, Message):
        return fact.direction is Direction.OUTBOUND and fact.purpose == "takeaway"
    return isinstance(fact, Farewell)
