"""Several people, pasts that were imported, and histories that come in two parts: what hosts hand over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.facts import Fact
from callrules.history import History
from callrules.testing.generating.cases import HOUSE, PHONES, DrawnLife, contact_from, live, lived
from callrules.testing.lives import Dice, Life, events

Book = tuple[tuple[Contact, History], ...]
"""People as `day_list` takes them."""
DrawnBook = tuple[bytes, Sequence[tuple[bytes, DrawnLife]]]
"""How all lives begin, and for each person the contact, the theme and what is done."""

PAST = (
    events.rest, events.vain, events.talk, events.buy, events.attempt, events.bad_moment, events.ring_in, events.note,
    events.reply, events.our_word, events.their_word, events.meet, events.learn, events.snooze, events.farewell,
    events.refuse, events.come_round, events.dead_line, events.ask_for_a_call,
)  # fmt: skip
"""What another system may have seen: nothing in it was asked for by a playbook of ours."""


def past_from(contact: Contact, drawn: DrawnLife) -> History:
    """Make what happened elsewhere, all of it recorded at one later moment: when it was imported."""
    life = Life(contact, HOUSE)
    life.begin(Dice(drawn[0]))
    for each in drawn[1]:
        live(life, PAST, Dice(each))
    life.move(Dice(drawn[0][1:]))
    imported = max([life.at, *(fact.at for fact in life.facts)])
    return History(attrs.evolve(fact, recorded=imported) for fact in life.facts)


def book_from(drawn: DrawnBook) -> Book:
    """The people these bytes describe; the history of each has the facts of all, and says whose they are."""
    begun, people = drawn
    contacts = [_contact(place, each) for place, (each, _) in enumerate(people)]
    lives = [(each[0][:1] + begun, each[1]) for _, each in people]
    facts = [fact for contact, life in zip(contacts, lives, strict=True) for fact in _told(contact, life)]
    return tuple((contact, History(facts)) for contact in contacts)


def _contact(place: int, drawn: bytes) -> Contact:
    """Half of them have a first number of their own, the others share one; half of them are at the same firm."""
    dice = Dice(drawn[::-1])
    first = dice.pick((place, 0)) % len(PHONES)
    account = dice.pick((None, "acme"))
    contact = contact_from(drawn, known_as=f"c{place + 1}", phones=(*PHONES[first:], *PHONES[:first]))
    return attrs.evolve(contact, account=contact.account or account)


def _told(contact: Contact, drawn: DrawnLife) -> list[Fact]:
    """Mark what happened to them with their id, and ids that no fact of somebody else has too."""
    facts = lived(contact, drawn).facts
    own = {fact.id: f"{contact.id}-{fact.id}" for fact in facts if fact.id}
    return [attrs.evolve(fact, contact=fact.contact or contact.id, **_renamed(fact, own)) for fact in facts]


def _renamed(fact: Fact, own: dict[str, str]) -> dict[str, Any]:
    fields = {name: getattr(fact, name) for name in ("id", "of", "about") if getattr(fact, name, None) in own}
    named: dict[str, Any] = {name: own[value] for name, value in fields.items()}
    if used := getattr(fact, "used", ()):
        named["used"] = tuple(own.get(each, each) for each in used)
    return named


def halves(history: History, dealt: bytes) -> tuple[History, History]:
    """Two histories whose union this is: a fact is in both for 0, else in one of them."""
    sides = [each % 3 for each in dealt]
    parts = ([fact for fact, at in zip(history.entries, sides, strict=True) if at != left_out] for left_out in (1, 2))
    first, second = (attrs.evolve(history, entries=part) for part in parts)
    return first, second
