"""What one fact is a sign of: that they came back, that a row is broken, that we said goodbye."""

from __future__ import annotations

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


def is_attempt(call: CallAttempt) -> bool:
    """A call of ours that was made."""
    return not call.is_inbound and call.disposition.is_attempt


def breaks_a_row(fact: Fact) -> bool:
    """A talk, a callback request or anything inbound: a row of unanswered dials ends here."""
    if isinstance(fact, CallAttempt):
        return fact.is_inbound or fact.talked or fact.disposition is Disposition.CALLBACK_REQUESTED
    return isinstance(fact, Meeting) or (isinstance(fact, Message) and fact.is_from_them)


def comes_back(fact: Fact) -> bool:
    """Inbound contact that is no refusal, consent, a purchase: the person came back."""
    if isinstance(fact, CallAttempt):
        return fact.outcome is Outcome.ORDER or (fact.is_inbound and not fact.disposition.is_refusal)
    return isinstance(fact, (Consent, Purchase)) or (isinstance(fact, Message) and fact.comes_back)


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
