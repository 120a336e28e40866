"""What the floor reads: a card and facts as whole numbers and words, made once for each, like the library's own."""

from __future__ import annotations

import datetime as dt
import enum
from functools import partial
from typing import Any

import attrs

from callrules import CallAttempt, Contact, Disposition, Message
from callrules import facts as kinds
from callrules.calendars import calendar_of, possible_calendars
from callrules.checks import moment_key, zone_name
from callrules.days_off import DaysOff
from callrules.likeness import card_in, card_of
from callrules.promises import NOTES
from callrules.vocabulary import Direction, Kind, Outcome, Party, Reply
from floor.clock import Clock, clock_of, micros
from floor.hours import hours_of

HOLIDAYS = DaysOff(holidays=True)
NAMED_BY = ("id", "recorded", "contact")
Moment = tuple[bool, int]
"""Whether it is a day, and that day or the instant."""


class Card:
    """The person: their numbers, their clocks, and what a rule asks of them."""

    def __init__(self, contact: Contact) -> None:
        self.id, self.account, self.buys_from = contact.id, contact.account, contact.buys_from
        self.numbers = tuple(phone.number for phone in contact.phones) or (None,)
        self.phones = len(contact.phones)
        self.decides, self.red_phone = contact.is_decision_maker, contact.red_phone
        self.prepares = self.decides or self.red_phone
        self.common_ground = bool(contact.common_ground)
        self.known_since = None if contact.known_since is None else moment(contact.known_since)
        channels = (("handwritten", contact.postal_address), ("email", contact.email), ("fax", contact.fax))
        self.channels = tuple(channel for channel, address in channels if address)
        told = tuple((each.days, time(each.opens), time(each.closes)) for each in contact.hours)
        self.week = (time(dt.time(18 if contact.business else 20)), told, None)
        self.clock = clock_of(calendar_of(contact, HOLIDAYS))
        self.hours = {number: hours_of(clocks_of(contact, number), self.week) for number in self.numbers}
        self.only_hours = self.hours[self.numbers[0]] if len(set(self.hours.values())) == 1 else None
        self.likeness = card_of(contact) if contact.phones else None


def clocks_of(contact: Contact, number: str | None) -> tuple[Clock, ...]:
    """One clock for every zone in which they could be when that number rings."""
    return tuple(map(clock_of, possible_calendars(contact, number, HOLIDAYS)))


def time(of_day: dt.time) -> int:
    """A time of day in microseconds."""
    return ((of_day.hour * 60 + of_day.minute) * 60 + of_day.second) * 1_000_000


def moment(value: dt.date) -> Moment:
    """A day or an instant."""
    return (False, micros(value)) if isinstance(value, dt.datetime) else (True, value.toordinal())


def wall(value: dt.datetime) -> tuple[str | None, int, int]:
    """The zone in which a moment was named, its day there and its time, which no clock may ever show."""
    return zone_name(value), value.toordinal(), time(value.time()) + value.microsecond


class Plain:
    """One fact. Every kind has what tells it apart and where it stands; the rest is its kind's."""

    __slots__ = (
        "about", "account", "advance", "agreed", "amount", "asked", "asks", "at", "attempt", "back", "bad",
        "bad_moment", "bounced", "box", "breaks", "callback_at", "channel", "contact", "currency", "dead", "due",
        "ended", "ends", "event", "from_number", "from_them", "goodbye", "id", "inbound", "is_opt_out", "is_ordinary",
        "is_talk", "key", "kind", "led_nowhere", "likeness", "met_at", "no", "note", "nowhere", "number", "of",
        "of_kind", "on", "order", "ours", "over_by", "place", "plainly_in_vain", "promises", "promising", "purpose",
        "rang", "reason", "recorded", "refund", "refusal", "same", "source", "speaks", "talked", "text", "topic",
        "unanswered", "undoes", "until", "used", "waits", "wall", "wants", "what", "whole", "yearly",
    )  # fmt: skip

    def __init__(self, fact: kinds.Fact) -> None:
        self.kind, self.source = type(fact).__name__, fact
        self.at, self.id, self.contact, self.key = micros(fact.at), fact.id, fact.contact, fact.key
        self.place = (self.at, self.kind, fact.id or "", fact.contact or "")
        self.whole = (self.kind, *(comparable(getattr(fact, each.name)) for each in attrs.fields(type(fact))))
        self.same = (self.kind, fact.id) if fact.id else self.whole
        self.recorded = START_OF_TIME if fact.recorded is None else micros(fact.recorded)
        self.is_opt_out, self.event = fact.is_opt_out, event_of(fact)
        self.no, self.undoes = fact.is_a_no, self.kind in {"Retraction", "CalledOff"}
        self.promising = self.is_talk = self.bad_moment = False
        READ.get(self.kind, nothing)(self, fact)
        self.speaks = self.is_opt_out or self.promising
        self.is_ordinary = not (self.speaks or self.undoes or self.contact is not None)

    def is_of(self, person: str) -> bool:
        """Whether it is about that person."""
        return self.contact is None or self.contact == person


START_OF_TIME = -(10**18)


def comparable(value: Any) -> Any:
    """A value by which two facts are equal."""
    if isinstance(value, enum.Enum):
        return value.value
    return moment_key(value) if isinstance(value, dt.date) else value


def event_of(fact: kinds.Fact) -> tuple | None:
    """What two entries of one call or message agree in."""
    if not isinstance(fact, (CallAttempt, Message)):
        return None
    apart = {"at", "id", "recorded", "remark"}
    agreeing = (each.name for each in attrs.fields(type(fact)) if each.name not in apart)
    return (type(fact), micros(fact.at) // 1_000_000, *(comparable(getattr(fact, name)) for name in agreeing))


def call(self: Plain, fact: CallAttempt) -> None:
    ended = fact.disposition
    self.ended, self.number, self.from_number = ended.value, fact.number, fact.from_number
    self.inbound, self.attempt, self.talked = fact.is_inbound, fact.is_attempt, fact.talked
    self.unanswered, self.refusal, self.breaks = fact.is_unanswered, fact.is_refusal, fact.breaks_a_row
    self.back, self.asks = fact.comes_back, fact.asks_for_a_call
    self.waits = fact.turns_to_us and not (fact.talked or ended.traits.final)
    self.ends, self.over_by = micros(fact.ends), micros(fact.over_by)
    self.rang, self.dead, self.bad = ended.traits.rang, ended.traits.number_dead, ended is Disposition.BAD_NUMBER
    self.order, self.advance = fact.outcome is Outcome.ORDER, fact.outcome is Outcome.ADVANCE
    self.nowhere = self.asks or fact.outcome is Outcome.CONTINUATION
    self.reason, self.about, self.agreed, self.used = fact.reason, fact.about, fact.agreed, fact.used
    self.promises = None if fact.promises is None else moment(fact.promises)
    self.callback_at = None if fact.callback_at is None else moment(fact.callback_at)
    told = self.inbound or self.refusal or self.breaks or self.back or self.no or ended.traits.final
    self.is_talk, self.bad_moment = self.talked, self.refusal and ended is not Disposition.DO_NOT_CALL
    self.led_nowhere = self.nowhere and (self.talked or self.asks)
    self.plainly_in_vain = not (told or self.dead or self.bad or self.led_nowhere)
    self.promising = bool(self.promises or self.callback_at or (self.asks and not self.inbound))


def commitment(self: Plain, fact: kinds.Commitment) -> None:
    self.ours, self.of_kind, self.what = fact.by is Party.US, fact.kind.value, fact.what
    self.asked = fact.asked_by is Party.THEM
    self.asks = fact.kind is Kind.CALL and self.ours and self.asked
    self.promising = self.ours and fact.kind is Kind.CALL
    self.due = None if fact.due is None else moment(fact.due)
    self.wall = wall(fact.due) if isinstance(fact.due, dt.datetime) else None


def message(self: Plain, fact: Message) -> None:
    self.channel, self.box = fact.channel.value, fact.channel.same_box.value
    self.inbound, self.from_them = fact.direction is Direction.INBOUND, fact.is_from_them
    self.purpose, self.used, self.back = fact.purpose, fact.used, fact.comes_back
    self.note, self.goodbye = fact.purpose in NOTES, fact.says_goodbye
    self.promises = None if fact.promises is None else moment(fact.promises)
    self.promising = self.promises is not None
    self.bad_moment = self.no
    self.bounced, self.wants = fact.reply is Reply.BOUNCED, fact.reply is not Reply.ACKNOWLEDGEMENT


def opt_out(self: Plain, fact: kinds.OptOut) -> None:
    self.account, self.number = fact.account, fact.number
    self.box = fact.channel.same_box.value if fact.channel else None
    self.likeness = card_in(fact)


def purchase(self: Plain, fact: kinds.Purchase) -> None:
    self.amount, self.currency, self.refund = fact.amount, fact.currency, fact.is_return


def key_date(self: Plain, fact: kinds.KeyDate) -> None:
    self.on, self.what, self.yearly = fact.on, fact.what, fact.yearly


def meeting(self: Plain, fact: kinds.Meeting) -> None:
    self.met_at, self.ends, self.advance, self.is_talk = fact.place, self.at, False, True


def until(self: Plain, fact: kinds.Snooze) -> None:
    self.until = moment(fact.until)


def copied(*names: str) -> Any:
    def copy(self: Plain, fact: Any) -> None:
        for name in names:
            setattr(self, name, getattr(fact, name))

    return copy


def nothing(self: Plain, fact: Any) -> None:
    """No more than every fact has."""


READ: dict[str, Any] = {
    "CallAttempt": call, "Commitment": commitment, "Message": message, "OptOut": opt_out, "Purchase": purchase,
    "KeyDate": key_date, "Snooze": until, "Insight": copied("text"), "Research": copied("topic"),
    "Meeting": meeting, "CalledOff": copied("of"), "Retraction": copied("of"),
}  # fmt: skip
plain_facts = partial(map, Plain)
