"""Facts of others that concern a person: tries on a shared number, a no said for a number or an account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.facts import CallAttempt, Consent, Fact, OptOut, Retraction


class Neighbours:
    """Whose facts concern whom, by number and account; asking costs what is shared, not what is known."""

    def __init__(self, contacts: Mapping[str, Contact], facts: Mapping[str, Sequence[Fact]]) -> None:
        """Look once at every fact that names a number or an account."""
        self._contacts, self._facts = contacts, facts
        self._at: dict[str, set[str]] = defaultdict(set)
        for whose, theirs in facts.items():
            only = _only_number(contacts.get(whose))
            for fact in theirs:
                for place in places_of(fact, only):
                    self._at[place].add(whose)

    def of(self, contact: Contact) -> Iterator[Fact]:
        """The facts of others that concern this contact, each marked with whose it is."""
        if not self._at:
            return
        places = meeting_places(contact)
        others = {whose for place in places for whose in self._at.get(place, ())} - {contact.id}
        for whose in sorted(others):
            yield from self._from(whose, places)

    def _from(self, whose: str, places: set[str]) -> Iterator[Fact]:
        theirs, only = self._facts[whose], _only_number(self._contacts.get(whose))
        met = {fact.key for fact in theirs if places.intersection(places_of(fact, only))}
        for fact in theirs:
            taken_back = isinstance(fact, Retraction) and fact.of in met
            if fact.key in met or taken_back or isinstance(fact, Consent):
                yield _marked(fact, whose, only)


def meeting_places(contact: Contact) -> set[str]:
    """Where others can be met: the contact's numbers and account."""
    account = {_room(contact.account)} if contact.account else set()
    return {phone.number for phone in contact.phones} | account


def places_of(fact: Fact, only: str | None) -> tuple[str, ...]:
    """The numbers and the account that a fact is about; a call rang the only number there is."""
    if isinstance(fact, CallAttempt):
        number = fact.number or only
        return (number,) if number and (fact.is_opt_out or not fact.is_inbound) else ()
    if isinstance(fact, OptOut) and fact.is_opt_out:
        return tuple(each for each in (fact.number, _room(fact.account) if fact.account else None) if each)
    return ()


def _room(account: str) -> str:
    return f"at {account}"


def _only_number(contact: Contact | None) -> str | None:
    return contact.phones[0].number if contact and len(contact.phones) == 1 else None


def _marked(fact: Fact, whose: str, only: str | None) -> Fact:
    """The fact as somebody else's. Ids are kept apart, because people may each be counted from one."""
    changes: dict[str, Any] = {"contact": whose}
    if fact.id:
        changes["id"] = f"{whose} {fact.id}"
    if isinstance(fact, Retraction):
        changes["of"] = f"{whose} {fact.of}"
    if isinstance(fact, CallAttempt) and fact.number is None:
        changes["number"] = only
    return attrs.evolve(fact, **changes)
