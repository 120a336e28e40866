"""Plain words about one fact: was it a call of ours, a talk, a sign of theirs?"""

from __future__ import annotations

import datetime as dt
from typing import TypeGuard

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Consent, Fact, Farewell, Meeting, Message, Purchase
from callrules.vocabulary import Direction, Kind, Outcome, Party, Reply

HOUR = dt.timedelta(hours=1)
DIALS_FOR = 2 * HOUR
NOTES = frozenset({"after_hang_up", "after_brush_off"})
VAIN = frozenset(
    {
        Disposition.NO_ANSWER,
        Disposition.BUSY,
        Disposition.VOICEMAIL_LEFT,
        Disposition.VOICEMAIL_NO_MESSAGE,
        Disposition.GATEKEEPER,
        Disposition.DIALING,
        Disposition.CONNECTED,
        Disposition.DECLINED,
        Disposition.SCREENED,
    }
)
"""Nobody was reached, so far as anybody noted; `connected` only while it has no outcome."""
UNDIALLED = frozenset({Disposition.TECHNICAL, Disposition.NOT_DIALLED})
MISDIALS = UNDIALLED | {Disposition.WRONG_NUMBER, Disposition.BAD_NUMBER}
NO_RING = MISDIALS | {Disposition.CLOSED_DOWN}
GONE = (Disposition.LEFT_COMPANY, Disposition.CLOSED_DOWN, Disposition.DISQUALIFIED)
"""In the order in which lives take them in turn."""
FINAL = frozenset({*GONE, Disposition.DO_NOT_CALL})
BAD = frozenset({Disposition.HUNG_UP, Disposition.NOT_INTERESTED})
REFUSED = BAD | {Disposition.DO_NOT_CALL}


def is_attempt(fact: Fact) -> TypeGuard[CallAttempt]:
    """Whether it is a call that we made."""
    return isinstance(fact, CallAttempt) and not is_inbound(fact) and fact.disposition not in UNDIALLED


def is_talk(fact: Fact) -> TypeGuard[CallAttempt | Meeting]:
    """Whether we spoke with one another; a call that was answered is a talk where somebody noted its outcome (G30)."""
    return isinstance(fact, Meeting) or (isinstance(fact, CallAttempt) and _is_conversation(fact))


def _is_conversation(call: CallAttempt) -> bool:
    has_outcome = call.disposition is Disposition.CONNECTED and call.outcome is not None
    return has_outcome or call.disposition is Disposition.CONVERSATION


def gave_up(fact: Fact) -> bool:
    """Whether they rang and hung up before anybody answered (G27)."""
    hung_up = isinstance(fact, CallAttempt) and fact.disposition is Disposition.HUNG_UP and not fact.duration
    return hung_up and is_inbound(fact)


def says_no(fact: Fact) -> TypeGuard[CallAttempt]:
    """Whether it is a call in which they hung up on us, brushed us off or told us to stop."""
    return isinstance(fact, CallAttempt) and fact.disposition in REFUSED and not gave_up(fact)


def is_a_no(fact: Fact) -> bool:
    """D6, F14: "not interested", in a call or in writing; a conversation that ended in no sale is one, too."""
    if isinstance(fact, CallAttempt):
        return fact.disposition is Disposition.NOT_INTERESTED or fact.outcome is Outcome.NO_SALE
    return isinstance(fact, Message) and fact.reply is Reply.NOT_INTERESTED


def rang(fact: Fact) -> TypeGuard[CallAttempt]:
    """Whether it is a call of ours that made a phone of theirs ring."""
    return is_attempt(fact) and fact.disposition not in NO_RING


def is_unanswered(fact: Fact) -> TypeGuard[CallAttempt]:
    """Whether it is a call, and nobody we wanted answered it."""
    return isinstance(fact, CallAttempt) and fact.disposition in VAIN and not is_talk(fact)


def is_busy(call: CallAttempt) -> bool:
    """Whether the line was busy."""
    return call.disposition is Disposition.BUSY


def is_inbound(fact: Fact) -> bool:
    """Whether it came in."""
    return isinstance(fact, (CallAttempt, Message)) and fact.direction is Direction.INBOUND


def is_from_them(fact: Fact) -> bool:
    """Inbound, and not what a machine sends back."""
    return is_inbound(fact) and not (isinstance(fact, Message) and fact.reply in {Reply.AUTOMATIC, Reply.BOUNCED})


def wrote_back(fact: Fact) -> bool:
    """Whether they turned to us in writing."""
    answers = {None, Reply.ANSWER, Reply.CALLBACK_REQUESTED}
    return isinstance(fact, Message) and is_inbound(fact) and fact.reply in answers


def waits_for_us(fact: Fact) -> bool:
    """Whether they turned to us with it, by a call or in writing, and may wait for an answer."""
    is_final = isinstance(fact, CallAttempt) and fact.disposition in FINAL
    return wrote_back(fact) or (_rang_in(fact) and not is_final)


def _rang_in(fact: Fact) -> bool:
    reached_us = isinstance(fact, CallAttempt) and fact.disposition not in MISDIALS
    return reached_us and is_inbound(fact) and not says_no(fact)


def came_back(fact: Fact) -> bool:
    """Whether it shows that they want to do with us: they rang, wrote, bought, or asked to be called again."""
    return _rang_in(fact) or is_order(fact) or wrote_back(fact) or isinstance(fact, Consent) or is_bought(fact)


def is_order(fact: Fact) -> bool:
    """Whether it is a call that ended in an order."""
    return isinstance(fact, CallAttempt) and fact.outcome is Outcome.ORDER


def is_bought(fact: Fact) -> bool:
    """Whether they bought something; what they sent back is no purchase."""
    return isinstance(fact, Purchase) and not (fact.amount is not None and fact.amount < 0)


def is_bad(fact: Fact) -> bool:
    """A hang-up or a brush-off, by phone or in writing."""
    if isinstance(fact, CallAttempt):
        return fact.disposition in BAD and not gave_up(fact)
    return isinstance(fact, Message) and fact.reply is Reply.NOT_INTERESTED


def is_reached(fact: Fact) -> bool:
    """Whether we had them: a talk, a refusal, a request to call back."""
    return is_talk(fact) or is_bad(fact) or says_no(fact) or _asked_back(fact)


def _asked_back(fact: Fact) -> bool:
    return isinstance(fact, CallAttempt) and fact.disposition is Disposition.CALLBACK_REQUESTED


def breaks_a_row(fact: Fact) -> bool:
    """Whether attempts are counted anew from it: a talk, a request to call, what came in and is no refusal (G38)."""
    rang_in = isinstance(fact, CallAttempt) and is_inbound(fact) and not says_no(fact)
    return rang_in or _asked_back(fact) or is_talk(fact) or wrote_back(fact)


def asked_for_a_call(fact: Fact) -> bool:
    """Whether they asked us to call, or a call was agreed that they asked for."""
    agreed = isinstance(fact, Commitment) and (fact.by, fact.kind, fact.asked_by) == (Party.US, Kind.CALL, Party.THEM)
    return agreed or _asked_back(fact)


def is_thanks(fact: Fact) -> bool:
    """Whether we wrote our thanks."""
    return isinstance(fact, Message) and not is_inbound(fact) and fact.purpose == "thanks"


def is_goodbye(fact: Fact) -> bool:
    """Whether we said goodbye with it."""
    took_away = isinstance(fact, Message) and not is_inbound(fact) and fact.purpose == "takeaway"
    return took_away or isinstance(fact, Farewell)


def speaks_with_us(fact: Fact) -> bool:
    """Whether the person spoke with us in it: a talk, or a wish to be called another time (G36)."""
    return is_talk(fact) or _asked_back(fact)


def over(call: CallAttempt) -> dt.datetime:
    """When a call is over; one that was never closed lasts two hours."""
    return call.at + DIALS_FOR if call.disposition is Disposition.DIALING else call.at
