"""The words of the field: who turned to whom, by which channel, and how a conversation ended."""

from __future__ import annotations

import enum

from callrules import checks


class Direction(enum.Enum):
    """The direction of a call or a message: `outbound` is ours, `inbound` is theirs."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class Outcome(enum.Enum):
    """How a conversation ended, in Neil Rackham's four (SPIN Selling, 1988)."""

    ORDER = "order"
    ADVANCE = "advance"
    CONTINUATION = "continuation"
    NO_SALE = "no_sale"


class Party(enum.Enum):
    """Us, or the person we call."""

    US = "us"
    THEM = "them"


class Kind(enum.Enum):
    """The kind of a promise; only a promised call rings a phone."""

    CALL = "call"
    SEND = "send"
    MEET = "meet"
    OTHER = "other"


class Channel(enum.Enum):
    """How words travel. `phone` is for opt-outs only: a call is a `CallAttempt`."""

    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"
    HANDWRITTEN = "handwritten"
    FAX = "fax"
    SOCIAL = "social"
    WEB = "web"
    PHONE = "phone"

    @property
    def same_box(self) -> Channel:
        """The channel that ends in the same box: what is written by hand is posted like a letter."""
        return Channel.LETTER if self is Channel.HANDWRITTEN else self


class Reply(enum.Enum):
    """The reply of an inbound message. Only `answer` and `callback_requested` count as coming back.

    An `acknowledgement` wants nothing: "thanks", "see you on Thursday", a ticked box (rulebook G16).
    """

    ANSWER = "answer"
    ACKNOWLEDGEMENT = "acknowledgement"
    NOT_INTERESTED = "not_interested"
    DO_NOT_CALL = "do_not_call"
    CALLBACK_REQUESTED = "callback_requested"
    AUTOMATIC = "automatic"
    BOUNCED = "bounced"


def a_direction(value: Direction | str, field: str = "direction") -> Direction:
    """The direction: who turned to whom."""
    return checks.member(Direction, value, field)


def maybe_an_outcome(value: Outcome | str | None, field: str = "outcome") -> Outcome | None:
    """How a conversation ended, or nothing said."""
    return None if value is None else checks.member(Outcome, value, field)


def a_party(value: Party | str, field: str = "party") -> Party:
    """Us or them."""
    return checks.member(Party, value, field)


def a_kind(value: Kind | str, field: str = "kind") -> Kind:
    """The kind of a promise."""
    return checks.member(Kind, value, field)


def a_channel(value: Channel | str, field: str = "channel") -> Channel:
    """How words travel."""
    return checks.member(Channel, value, field)


def maybe_a_channel(value: Channel | str | None, field: str = "channel") -> Channel | None:
    """How words travel, or nothing said."""
    return None if value is None else checks.member(Channel, value, field)


def maybe_a_reply(value: Reply | str | None, field: str = "reply") -> Reply | None:
    """The reply of an inbound message, or nothing said."""
    return None if value is None else checks.member(Reply, value, field)
