"""Which facts of others concern a person: at a number or an account they share, and their noes on another card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Consent, Fact, OptOut, Retraction
from callrules.history import History
from callrules.likeness import Card, card_in, card_of, joined, same_account
from callrules.numbering import covers


def neighbours(contact: Contact, people: Iterable[tuple[Contact, History]]) -> tuple[Fact, ...]:
    """The facts of other people that concern a contact, to be added to the contact's own history.

    `history.add(*neighbours(contact, people))` is what to ask a playbook with. Taken are, of everybody in `people`:

    * every attempt on a number that is also the contact's (where nobody noted the number, it was the only one on
      their card): it counts for caps, gaps and dead numbers;
    * every "stop calling" said on such a number, in a call of either direction or by `OptOut.number`, which closes
      that number for everybody; one said on a main number closes the extensions behind it, too;
    * every "stop calling" for the contact's account, whatever its case;
    * every no of the same person on another card: one that shares a telephone with the contact's and has the same
      name or e-mail, folded (rulebook G28); it holds on this card, too;
    * what takes an attempt of those back, and the consents of whoever said such a no.

    Each is marked with whose it is (`contact`), and its id begins with that, so that ids counted from one for each
    person are kept apart. The contact may be among the people, and is passed over. A person of whom only facts are
    left is given as `Contact(id=...)`.

    Raises:
        InvalidValue: an id comes twice in `people`, so that nobody can tell whose facts are whose.
    """
    taken: list[Fact] = []
    seen: set[str] = set()
    for other, history in people:
        if other.id in seen:
            raise InvalidValue("people", other.id, "each id once")
        seen.add(other.id)
        if other.id != contact.id:
            taken += _of_one(contact, other, history)
    return tuple(taken)


def said_beside(no: Fact, contact: Contact) -> OptOut | None:
    """Give what to write down beside a no that names no number: the marks of its person now (rulebook G28).

    So that a later edit of the card loses nothing. `None` where the no names a number, where it is no no, and
    where the card knows nothing to find the person by.
    """
    if not no.is_opt_out or isinstance(no, OptOut) or _said_on(no, None) or not contact.phones:
        return None
    return known_by(OptOut(at=no.at, id=f"{no.key}/card", recorded=no.recorded, contact=contact.id), contact)


def known_by(no: OptOut, contact: Contact) -> OptOut:
    """The same no with what its person is known by; what is written beside it already stays."""
    numbers = (*no.numbers, *(phone.number for phone in contact.phones))
    return attrs.evolve(no, numbers=numbers, name=no.name or contact.name, email=no.email or contact.email)


def _of_one(contact: Contact, other: Contact, history: History) -> Iterator[Fact]:
    own = [fact for fact in history.entries if fact.contact in {None, other.id}]
    met = {id(fact) for fact in own if _concerns(fact, contact, other)}
    standing = {id(fact) for fact in history.seen_by(other).facts}
    noes = [fact for fact in own if fact.is_opt_out or (isinstance(fact, OptOut) and id(fact) in standing)]
    theirs = [fact for fact in noes if _known(other, fact).is_of(card_of(contact))]
    known = {fact.key for fact in own if id(fact) in met} | {fact.key for fact in theirs}
    for fact in own:
        if id(fact) in met or (known and isinstance(fact, Consent)) or _takes_back(fact, known):
            yield _marked(fact, other)
    yield from (_said_by(fact, contact, other) for fact in theirs)


def _takes_back(fact: Fact, known: set[str]) -> bool:
    return isinstance(fact, Retraction) and fact.of in known


def _only_number(contact: Contact) -> str | None:
    return contact.phones[0].number if len(contact.phones) == 1 else None


def _concerns(fact: Fact, contact: Contact, other: Contact) -> bool:
    numbers = [phone.number for phone in contact.phones]
    if isinstance(fact, CallAttempt) and fact.is_attempt and (fact.number or _only_number(other)) in numbers:
        return True
    if not fact.is_opt_out:
        return False
    if isinstance(fact, OptOut) and same_account(fact.account, contact.account):
        return True
    return any(covers(said, number) for said in _said_on(fact, _only_number(other)) for number in numbers)


def _said_on(fact: Fact, only: str | None) -> list[str]:
    """The numbers on which a no was said."""
    if isinstance(fact, CallAttempt):
        found = [fact.number, fact.from_number] if fact.is_inbound else [fact.number or only]
    else:
        found = [fact.number] if isinstance(fact, OptOut) else []
    return [number for number in found if number]


def _known(other: Contact, no: Fact) -> Card:
    return joined(card_of(other), card_in(no)) if isinstance(no, OptOut) else card_of(other)


def _said_by(no: Fact, contact: Contact, other: Contact) -> OptOut:
    """The no as one that finds the person on this card: with the telephone, name and e-mail that both have."""
    said = no if isinstance(no, OptOut) else OptOut(at=no.at, recorded=no.recorded)
    known = known_by(said, other)
    return attrs.evolve(known, contact=other.id, id=f"{other.id} {no.key} as said by {contact.id}")


def _marked(fact: Fact, other: Contact) -> Fact:
    """The fact as somebody else's."""
    changes: dict[str, Any] = {"contact": other.id}
    if fact.id:
        changes["id"] = f"{other.id} {fact.id}"
    if isinstance(fact, Retraction):
        changes["of"] = f"{other.id} {fact.of}"
    if isinstance(fact, CallAttempt) and fact.number is None and not fact.is_inbound:
        changes["number"] = _only_number(other)
    return attrs.evolve(fact, **changes)
