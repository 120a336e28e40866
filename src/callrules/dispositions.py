"""How a call can end, and what that tells us: one table."""

from __future__ import annotations

import attrs

from callrules import checks
from callrules.vocabulary import Word


@attrs.frozen
class Traits:
    """The traits of one disposition: what it says of the call.

    `rang`: a phone of theirs rang, so a promise to ring is kept. `answered`: by the person, or by somebody in
    their place who ended the matter. `talked`: a conversation. `final`: it ends the calling.
    `number_dead`: nobody we know can be reached at this number.
    """

    rang: bool = False
    answered: bool = False
    talked: bool = False
    final: bool = False
    number_dead: bool = False


class Disposition(Word):
    """How a call ended; `traits` says what follows from it."""

    DIALING = "dialing"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL_LEFT = "voicemail_left"
    VOICEMAIL_NO_MESSAGE = "voicemail_no_message"
    GATEKEEPER = "gatekeeper"
    CONNECTED = "connected"
    CONVERSATION = "conversation"
    CALLBACK_REQUESTED = "callback_requested"
    NOT_INTERESTED = "not_interested"
    HUNG_UP = "hung_up"
    DO_NOT_CALL = "do_not_call"
    WRONG_NUMBER = "wrong_number"
    BAD_NUMBER = "bad_number"
    LEFT_COMPANY = "left_company"
    CLOSED_DOWN = "closed_down"
    DISQUALIFIED = "disqualified"
    TECHNICAL = "technical"
    NOT_DIALLED = "not_dialled"
    DECLINED = "declined"
    SCREENED = "screened"

    @property
    def traits(self) -> Traits:
        """The traits of the call that this disposition tells."""
        return TRAITS[self]

    @property
    def is_attempt(self) -> bool:
        """Whether a call was made at all: a technical fault or a call never dialled is no attempt."""
        return self not in NOT_MADE

    @property
    def is_unanswered(self) -> bool:
        """Whether the person was not reached; for `connected` see `CallAttempt.is_unanswered` (rulebook, *Words*)."""
        return self in UNANSWERED

    @property
    def is_refusal(self) -> bool:
        """The person did not want this call: they hung up, brushed us off or forbade it."""
        return self in REFUSALS


def a_disposition(value: Disposition | str, field: str = "disposition") -> Disposition:
    """How a call ended."""
    return checks.member(Disposition, value, field)


NOT_MADE = frozenset({Disposition.TECHNICAL, Disposition.NOT_DIALLED})
"""The call was never made."""

REFUSALS = frozenset({Disposition.HUNG_UP, Disposition.NOT_INTERESTED, Disposition.DO_NOT_CALL})
"""The person did not want this call."""

UNANSWERED = frozenset(
    {
        Disposition.DIALING,
        Disposition.NO_ANSWER,
        Disposition.BUSY,
        Disposition.VOICEMAIL_LEFT,
        Disposition.VOICEMAIL_NO_MESSAGE,
        Disposition.GATEKEEPER,
        Disposition.CONNECTED,
        Disposition.DECLINED,
        Disposition.SCREENED,
    }
)
"""The person was not reached: somebody else, a machine or nobody answered, or nobody knows who did."""

MISDIALS = frozenset({Disposition.WRONG_NUMBER, Disposition.BAD_NUMBER, Disposition.TECHNICAL, Disposition.NOT_DIALLED})
"""Calls in which nobody turned to anybody: the number was not theirs, did not work, or was never rung."""

TRAITS = {
    Disposition.DIALING: Traits(rang=True),
    Disposition.NO_ANSWER: Traits(rang=True),
    Disposition.BUSY: Traits(rang=True),
    Disposition.VOICEMAIL_LEFT: Traits(rang=True),
    Disposition.VOICEMAIL_NO_MESSAGE: Traits(rang=True),
    Disposition.GATEKEEPER: Traits(rang=True),
    Disposition.CONNECTED: Traits(rang=True, answered=True),
    Disposition.CONVERSATION: Traits(rang=True, answered=True, talked=True),
    Disposition.CALLBACK_REQUESTED: Traits(rang=True, answered=True),
    Disposition.NOT_INTERESTED: Traits(rang=True, answered=True),
    Disposition.HUNG_UP: Traits(rang=True, answered=True),
    Disposition.DO_NOT_CALL: Traits(rang=True, answered=True, final=True),
    Disposition.WRONG_NUMBER: Traits(number_dead=True),
    Disposition.BAD_NUMBER: Traits(),
    Disposition.LEFT_COMPANY: Traits(rang=True, answered=True, final=True),
    Disposition.CLOSED_DOWN: Traits(final=True),
    Disposition.DISQUALIFIED: Traits(rang=True, answered=True, final=True),
    Disposition.TECHNICAL: Traits(),
    Disposition.NOT_DIALLED: Traits(),
    Disposition.DECLINED: Traits(rang=True),
    Disposition.SCREENED: Traits(rang=True),
}
