"""The words of the field: who turned to whom, how it ended, and the house's grounds, reasons and purposes."""

from __future__ import annotations

import enum

import attrs

from callrules import checks


class Word(enum.Enum):
    """A word of the field; each is one object, and is told apart as such."""

    __hash__ = object.__hash__  # an enum's own is slow, and asked for with every fact


class Direction(Word):
    """The direction of a call or a message: `outbound` is ours, `inbound` is theirs."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class Outcome(Word):
    """How a conversation ended, in Neil Rackham's four (SPIN Selling, 1988)."""

    ORDER = "order"
    ADVANCE = "advance"
    CONTINUATION = "continuation"
    NO_SALE = "no_sale"


class Party(Word):
    """Us, or the person we call."""

    US = "us"
    THEM = "them"


class Kind(Word):
    """The kind of a promise; only a promised call rings a phone."""

    CALL = "call"
    SEND = "send"
    MEET = "meet"
    OTHER = "other"


class Channel(Word):
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


class Reply(Word):
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


class Reception(enum.Enum):
    """How a call was received, as the caller felt it (rulebook B6)."""

    GLAD = "glad"
    NEUTRAL = "neutral"
    ANNOYED = "annoyed"


@attrs.frozen
class HouseGround:
    """A ground of the house to stop on: its word, and its sentence for a day list, without names or dates.

    On a `silent` one no word of goodbye is written; while one that `bars_promises` stands no call can be promised.
    """

    name: str
    says: str
    silent: bool = False
    bars_promises: bool = False


DO_NOT_CALL = HouseGround("do_not_call", "asked us not to call", silent=True, bars_promises=True)
NUMBER_UNWORKABLE = HouseGround("number_unworkable", "no number of theirs works: find another", bars_promises=True)
DISQUALIFIED = HouseGround("disqualified", "let go: not the right person any more", silent=True)
NOT_INTERESTED = HouseGround("not_interested", "let go: not interested")
STALLED = HouseGround("stalled", "let go: many talks and no step forward")
UNANSWERED = HouseGround("unanswered", "let go for now: nobody answered, time after time")

GROUNDS = {
    each.name: each for each in (DO_NOT_CALL, NUMBER_UNWORKABLE, DISQUALIFIED, NOT_INTERESTED, STALLED, UNANSWERED)
}
"""The house's grounds, the one that is hardest to lift first: that one is named where several hold."""


def ground_named(name: str) -> HouseGround:
    """The house's ground of that name, or what is known about a guest's: its name alone."""
    return GROUNDS.get(name) or HouseGround(name, f"let go: {name.replace('_', ' ')}")


@attrs.frozen
class HouseReason:
    """A reason of the house to call: its word, and its sentence for a day list while its day lies ahead.

    A `cold` one waits while a warmer one is pending; one that `stands_alone` waits for none, and none for it.
    `later` holds no names or dates; `None` where none is needed.
    """

    name: str
    cold: bool = False
    stands_alone: bool = False
    later: str | None = None


THEIR_TURN = "it is their turn: they said they would be in touch"
"""The sentence for who owes us a word, by whatever they are held back."""

REASONS = {
    each.name: each
    for each in (
        HouseReason("returned_call"),
        HouseReason("promise", later="a call promised for later"),
        HouseReason("their_promise_lapsed", later=THEIR_TURN),
        HouseReason("red_phone"),
        HouseReason("recently_met"),
        HouseReason("follow_up", later="a follow-up for later"),
        HouseReason("insight"),
        HouseReason("simple_reason", stands_alone=True, later="a simple reason for later"),
        HouseReason("lapsed_customer", cold=True),
        HouseReason("dormant_customer", cold=True),
        HouseReason("competitor_customer", cold=True),
        HouseReason("prospect", cold=True),
    )
}
"""The house's reasons, in the order in which they come where several are due (rulebook, *Rank of reasons*)."""

RANK = tuple(REASONS)
"""The names of the house's reasons, the first in rank first."""

COLD = tuple(each.name for each in REASONS.values() if each.cold)
"""The names of the reasons that wait while a warmer one is pending (rulebook, *Rank of reasons*)."""

WARM = tuple(each.name for each in REASONS.values() if not each.cold and not each.stands_alone)
"""The names of the reasons for which the cold ones wait."""


@attrs.frozen
class HousePurpose:
    """A purpose of the house to write for: its word, and how a note for it is told.

    A note that `owns_a_bad_moment` names the day of the next call (rulebook D3).
    """

    name: str
    says: str
    owns_a_bad_moment: bool = False


TAKEAWAY = HousePurpose("takeaway", "we take it off the table")
SHARE = HousePurpose("share", "something to share")

PURPOSES = {
    each.name: each
    for each in (
        HousePurpose("after_hang_up", "a note after the hang-up", owns_a_bad_moment=True),
        HousePurpose("after_brush_off", "a note after the brush-off", owns_a_bad_moment=True),
        HousePurpose("thanks", "thanks"),
        HousePurpose("missed_meeting", "about the meeting we missed"),
        SHARE,
        TAKEAWAY,
    )
}
"""What the house writes for. Guests may write for purposes of their own."""


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


def maybe_a_reception(value: Reception | str | None, field: str = "received") -> Reception | None:
    """How a call was received, or nothing said."""
    return None if value is None else checks.member(Reception, value, field)
