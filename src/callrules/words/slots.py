"""What a text can name: for each slot its words and the key of what they rest on, or nothing."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from typing import Any

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Introduction, Message, Purchase
from callrules.vocabulary import Kind, Outcome
from callrules.words.dates import day_in_words, list_in_words
from callrules.words.subject import Subject

LONGEST_NAME = 80
KNOWN_WELL = 3
"""Conversations after which we know somebody well (rulebook E7)."""


@attrs.frozen
class Filled:
    """The words of a slot, and the key of what they rest on."""

    text: str
    fact: str


Slot = Callable[[Subject], Filled | None]


def plain(value: str, longest: int | None = None) -> str:
    """A value as one line: no control characters, nothing invisible, no longer than a name should be."""
    shown = "".join(" " if unicodedata.category(each) in {"Cc", "Zl", "Zp"} else each for each in value)
    line = " ".join(
        "".join(each for each in shown if unicodedata.category(each) not in {"Cf", "Cs", "Co", "Cn"}).split()
    )
    return line[:longest].rstrip() if longest else line


def slot_of(name: str, subject: Subject) -> Filled | None:
    """Give what that slot holds about the subject; `None` where nothing is known, or no slot is called so."""
    known = SLOTS.get(name)
    filled = known(subject) if known else None
    return filled if filled and (filled.text or name in CONDITIONS) else None


def _of_contact(field: str) -> Slot:
    def slot(subject: Subject) -> Filled | None:
        value = getattr(subject.contact, field)
        value = value[0] if isinstance(value, tuple) and value else value
        return Filled(plain(value, LONGEST_NAME), f"contact.{field}") if value else None

    return slot


def _of_sender(field: str) -> Slot:
    def slot(subject: Subject) -> Filled | None:
        value = getattr(subject.sender, field)
        return Filled(plain(value, LONGEST_NAME), f"sender.{field}") if value else None

    return slot


def _name(subject: Subject) -> Filled | None:
    return _of_contact("goes_by")(subject) or _of_contact("name")(subject)


def _day(subject: Subject, day: dt.date | None, key: str) -> Filled | None:
    if day is None:
        return None
    local = subject.history.calendar.day(day) if isinstance(day, dt.datetime) else day
    return Filled(day_in_words(local, subject.sender.language, subject.today), key)


def _day_of(fact: Callable[[Subject], Fact | None]) -> Slot:
    def slot(subject: Subject) -> Filled | None:
        found = fact(subject)
        return _day(subject, found.at, found.key) if found else None

    return slot


def _text_of(fact: Callable[[Subject], Fact | None], field: str, longest: int | None = None) -> Slot:
    def slot(subject: Subject) -> Filled | None:
        found = fact(subject)
        value = getattr(found, field, None)
        return Filled(plain(value, longest), found.key) if found and isinstance(value, str) and value.strip() else None

    return slot


def _phrase_of(fact: Callable[[Subject], Fact | None], field: str) -> Slot:
    """A text of theirs or of ours as a part of a sentence: without the full stop at its end."""
    whole = _text_of(fact, field)

    def slot(subject: Subject) -> Filled | None:
        filled = whole(subject)
        text = filled.text.rstrip(" .") if filled else ""
        return attrs.evolve(filled, text=text) if filled and text else None

    return slot


def _is(fact: Callable[[Subject], Any]) -> Slot:
    def slot(subject: Subject) -> Filled | None:
        found = fact(subject)
        return Filled("", found.key if isinstance(found, Fact) else "history") if found else None

    return slot


def _asked(subject: Subject) -> Fact | None:
    """The fact in which they asked for this call themselves."""
    promise = subject.promise
    return promise.fact if promise and promise.is_their_word and _theirs(promise.fact) else None


def _theirs(fact: Fact) -> bool:
    if isinstance(fact, Commitment):
        return fact.asked_by.value == "them"
    return isinstance(fact, CallAttempt)


def _promised(subject: Subject) -> Fact | None:
    return subject.promise.fact if subject.promise else None


def _promised_day(subject: Subject) -> Filled | None:
    promise = subject.promise
    return _day(subject, promise.due, promise.fact.key) if promise and promise.is_dated else None


def _rang_in_vain(subject: Subject) -> Fact | None:
    promise = subject.promise
    return promise.keeper if promise and promise.rang_in_vain else None


def _bought(subject: Subject) -> Fact | None:
    bought = [fact for fact in subject.history.still_bought if not fact.is_return]
    orders = [call for call in subject.history.calls if _is_order(call)]
    return max((*bought, *orders), key=lambda fact: fact.at, default=None)


def _is_order(call: CallAttempt) -> bool:
    return call.outcome is Outcome.ORDER


def _order(subject: Subject) -> Fact | None:
    orders = [call for call in subject.history.calls if _is_order(call)]
    return orders[-1] if orders else None


def _first_order(subject: Subject) -> Fact | None:
    about = subject.about
    return about if isinstance(about, Purchase) or (isinstance(about, CallAttempt) and _is_order(about)) else None


def _their_message(subject: Subject) -> Fact | None:
    return subject.about if isinstance(subject.about, Message) and subject.about.is_inbound else None


def _their_call(subject: Subject) -> Fact | None:
    return subject.about if isinstance(subject.about, CallAttempt) and subject.about.is_inbound else None


def _met(subject: Subject) -> Fact | None:
    return subject.last_meeting


def _desk(subject: Subject) -> CallAttempt | None:
    """The last call of the row in which somebody else answered, or they asked for another call."""
    calls = subject.history.attempts
    asked_back = {Disposition.GATEKEEPER, Disposition.CALLBACK_REQUESTED}
    return calls[-1] if calls and calls[-1].disposition in asked_back else None


def _introduced(subject: Subject) -> Fact | None:
    introductions = subject.history.of(Introduction)
    return introductions[-1] if introductions else None


def _well_known(subject: Subject) -> Fact | None:
    talks = subject.history.conversations
    return talks[-1] if len(talks) >= KNOWN_WELL else None


def _written_no(subject: Subject) -> Fact | None:
    noes = [each for each in subject.history.messages if each.reply and each.reply.value == "not_interested"]
    return noes[-1] if noes and subject.bad_moment is None else None


def _walked_into_silence(subject: Subject) -> Fact | None:
    row = subject.history.row_of_unanswered
    return row[-1] if row else None


def _to_meet(subject: Subject) -> Fact | None:
    meetings = [each for each in subject.history.commitments if each.kind is Kind.MEET]
    return meetings[-1] if meetings else None


def _a_no(subject: Subject) -> Fact | None:
    noes = [fact for fact in subject.history.facts if fact.is_a_no]
    return noes[-1] if noes else None


def _their_turn(subject: Subject) -> Fact | None:
    about = subject.about
    return about if isinstance(about, Commitment) and about.by.value == "them" else None


def _researched(topic: str) -> Slot:
    def slot(subject: Subject) -> Filled | None:
        found = [each for each in subject.history.research if each.topic == topic]
        return Filled(plain(found[-1].text), found[-1].key) if found else None

    return slot


def _named_by_us(slot: str) -> Slot:
    return lambda subject: _day(subject, subject.days.get(slot), "gate")


def _why(subject: Subject) -> Filled | None:
    return Filled(plain(subject.reason.says).rstrip(" ."), "step.reason") if subject.reason else None


def _agreed(subject: Subject) -> Filled | None:
    call = subject.about if isinstance(subject.about, CallAttempt) else None
    names = [plain(each, LONGEST_NAME).replace("_", " ") for each in call.agreed] if call else []
    return Filled(list_in_words(names, subject.sender.language), call.key) if call and names else None


SLOTS: dict[str, Slot] = {
    "name": _name,
    "account": _of_contact("account"),
    "competitor": _of_contact("buys_from"),
    "common_ground": _of_contact("common_ground"),
    "caller": _of_sender("name"),
    "company": _of_sender("company"),
    "number": _of_sender("number"),
    "email": _of_sender("email"),
    "talk_day": _day_of(lambda subject: subject.last_call),
    "met_day": _day_of(_met),
    "place": _text_of(_met, "place", LONGEST_NAME),
    "bought_day": _day_of(_bought),
    "order_day": _day_of(_order),
    "first_day": _day_of(_first_order),
    "insight": _phrase_of(lambda subject: subject.insight, "text"),
    "source": _text_of(lambda subject: subject.insight, "source", LONGEST_NAME),
    "asked_day": _day_of(_asked),
    "promised_day": _promised_day,
    "said_day": _day_of(_promised),
    "what": _phrase_of(lambda subject: subject.about, "what"),
    "missed_day": _day_of(_rang_in_vain),
    "note_day": _day_of(lambda subject: subject.note),
    "bad_day": _day_of(lambda subject: subject.bad_moment),
    "wrote_day": _day_of(_their_message),
    "rang_day": _day_of(_their_call),
    "desk_day": _day_of(_desk),
    "their_words": _phrase_of(_desk, "remark"),
    "their_turn_day": _day_of(_their_turn),
    "agreed": _agreed,
    "agreed_day": _day_of(lambda subject: subject.about if _agreed(subject) else None),
    "why": _why,
    "why_found": _researched("why"),
    "outcome_found": _researched("outcome"),
    "buy_in_found": _researched("buy_in"),
    "path_found": _researched("path"),
    "next_day": _named_by_us("next_day"),
    "day_one": _named_by_us("day_one"),
    "day_two": _named_by_us("day_two"),
    "again_day": _named_by_us("again_day"),
    "call_day": lambda subject: _day(subject, subject.names, "step.promises"),
}
"""Every slot that a text can name, in every language."""

CONDITIONS: dict[str, Slot] = {
    "talked": _is(lambda subject: subject.last_call),
    "met": _is(_met),
    "acquainted": _is(lambda subject: subject.history.last_talk),
    "known_well": _is(_well_known),
    "asked": _is(_asked),
    "bought": _is(_bought),
    "promised": _is(_promised),
    "missed": _is(_rang_in_vain),
    "their_turn": _is(_their_turn),
    "to_meet": _is(_to_meet),
    "a_no": _is(_a_no),
    "rang": _is(lambda subject: subject.history.attempts[-1] if subject.history.attempts else None),
    "rang_us": _is(_their_call),
    "wrote_to_us": _is(_their_message),
    "note": _is(lambda subject: subject.note),
    "bad_moment": _is(lambda subject: subject.bad_moment),
    "written_no": _is(_written_no),
    "ordered": _is(_order),
    "introduced": _is(_introduced),
    "unanswered": _is(_walked_into_silence),
    "desk": _is(_desk),
}
"""What a text can need besides its slots: something that must have happened."""

SLOTS |= CONDITIONS
