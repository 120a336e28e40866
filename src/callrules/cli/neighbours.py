"""Facts of others that concern a person: a shared number, a shared account, a no said there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from callrules.contact import Contact
from callrules.facts import CallAttempt, Consent, Fact, OptOut, Retraction


class Neighbours:
    """Whose facts concern whom, by number and account; asking costs what is shared, not what is known."""

    def __init__(self, contacts: Mapping[str, Contact], facts: Mapping[str, Sequence[Fact]]) -> None:
        """Look once at every fact that names a number or an account."""
        self._facts = facts
        self._at: dict[str, dict[str, list[Fact]]] = defaultdict(dict)
        for whose, theirs in facts.items():
            only = _only_number(contacts.get(whose))
            for fact in theirs:
                for place in _places(fact, only):
                    self._at[place].setdefault(whose, []).append(fact)

    def of(self, contact: Contact) -> Iterator[Fact]:
        """The facts of others that concern this contact, each marked with whose it is."""
        places = [phone.number for phone in contact.phones] + ([f"@{contact.account}"] if contact.account else [])
        shared: dict[str, list[Fact]] = {}
        for place in places:
            for whose, found in self._at.get(place, {}).items():
                if whose != contact.id:
                    shared.setdefault(whose, []).extend(each for each in found if _concerns(each, place, places))
        for whose, found in shared.items():
            yield from self._marked(whose, found, places)

    def _marked(self, whose: str, found: Sequence[Fact], places: Sequence[str]) -> Iterator[Fact]:
        ids = {fact.id for fact in found if fact.id}
        for fact in self._facts[whose]:
            belongs = fact in found or isinstance(fact, Consent) or (fact.id in ids if fact.id else False)
            if belongs or (isinstance(fact, Retraction) and fact.of in ids):
                yield _mark(fact, whose, places)


def _only_number(contact: Contact | None) -> str | None:
    return contact.phones[0].number if contact and len(contact.phones) == 1 else None


def _places(fact: Fact, only: str | None) -> Iterable[str]:
    if isinstance(fact, CallAttempt):
        number = fact.number or only
        return (number,) if number and (fact.is_opt_out or not fact.is_inbound) else ()
    if isinstance(fact, OptOut) and fact.is_opt_out:
        return [each for each in (fact.number, f"@{fact.account}" if fact.account else None) if each]
    return ()


def _mark(fact: Fact, whose: str) -> Fact:
    """The fact as somebody else's: ids are kept apart, because a book may count each person's from one."""
    named = {"id": f"{whose} {fact.id}"} if fact.id else {}
    taken_back = {"of": f"{whose} {fact.of}"} if isinstance(fact, Retraction) else {}
    return attrs.evolve(fact, contact=whose, **named, **taken_back)
