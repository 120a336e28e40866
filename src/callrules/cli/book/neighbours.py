"""Whose facts concern whom in a book: found by number and account, and taken as `callrules.neighbours` takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from callrules.cli.book.contacts_file import Row
from callrules.cli.book.history_file import Line
from callrules.contact import Contact, Phone
from callrules.facts import Fact
from callrules.history import History
from callrules.likeness import Card, card, card_of, folded
from callrules.neighbouring import neighbours
from callrules.numbering import spelled, telephone

TELLING = ("number", "from_number")
OURS = (None, "outbound")
"""The directions of a call of ours, where any is said."""
SAYING = frozenset({*TELLING, "numbers", "account"})


@attrs.frozen
class Other:
    """Somebody else: what is on their card, what happened with them, and what of it could not be read."""

    contact: Contact
    history: History
    troubles: tuple[tuple[frozenset[str], str], ...]


class Neighbours:
    """Neighbours of everybody in a book; asking costs what is shared, not what is known."""

    def __init__(self, rows: Mapping[str, Row], lines: Mapping[str, Sequence[Line]]) -> None:
        """Look once at every line that may name a number or an account, and at every card with a telephone."""
        self._rows, self._lines = rows, lines
        self._others: dict[str, Other] = {}
        self._at: dict[str, set[str]] = defaultdict(set)
        self._with: dict[str, set[str]] = defaultdict(set)
        self._numbers = {who: row.numbers for who, row in rows.items()}
        for who, numbers in self._numbers.items():
            for number in numbers:
                self._with[telephone(number)].add(who)
        for whose in lines:
            self._look_at(whose)

    def add(self, whose: str) -> None:
        """Look again at somebody with whom more has happened."""
        self._others.pop(whose, None)
        self._look_at(whose)

    def of(self, contact: Contact) -> Iterator[Fact | str]:
        """The facts of others that concern this contact, each marked with whose it is, or why one cannot be read."""
        places, known = places_of(contact), card_of(contact)
        same = {who for each in known.telephones for who in self._with[each] if self._card(who).is_of(known)}
        sharing = {who for place in places for who in self._at.get(place, ())}
        others = [self._other(who) for who in sorted((same | sharing) - {contact.id})]
        yield from neighbours(contact, [(other.contact, other.history) for other in others])
        for other in others:
            told = (says for named, says in other.troubles if other.contact.id in same or places & named)
            yield from told

    def _look_at(self, whose: str) -> None:
        only, region = self._only_number(whose), self._region(whose)
        for line in self._lines[whose]:
            for place in named_in(line.fields, only, region):
                self._at[place].add(whose)

    def _card(self, who: str) -> Card:
        row = self._rows[who]
        return card(self._numbers[who], [row.text("name")], [row.text("email")])

    def _region(self, whose: str) -> str | None:
        return self._rows[whose].region if whose in self._rows else None

    def _only_number(self, whose: str) -> str | None:
        numbers = self._numbers[whose] if whose in self._rows else self._numbers_rung(whose)
        return numbers[0] if len(numbers) == 1 else None

    def _numbers_rung(self, whose: str) -> list[str]:
        """The numbers of somebody who is on no card any more: those on which we rang them."""
        calls = (line.fields for line in self._lines.get(whose, ()) if line.fields.get("type") == "call_attempt")
        rung = (call.get("number") for call in calls if call.get("direction") in OURS)
        return list(dict.fromkeys(whole for each in rung if isinstance(each, str) and (whole := spelled(each))))

    def _other(self, whose: str) -> Other:
        """Somebody's facts, read once for all their neighbours."""
        if whose not in self._others:
            only, region, lines = self._only_number(whose), self._region(whose), self._lines.get(whose, ())
            read = [(line, line.fact(region)) for line in lines]
            troubles = [(named_in(line.fields, only, region), says) for line, says in read if isinstance(says, str)]
            history = History(fact for _, fact in read if isinstance(fact, Fact))
            self._others[whose] = Other(self._contact(whose), history, tuple(troubles))
        return self._others[whose]

    def _contact(self, whose: str) -> Contact:
        """Read what can be read of a card.

        Of somebody who is on none, the id, and the numbers on which we rang them.
        """
        row = self._rows.get(whose)
        if row is None:
            return Contact(id=whose, phones=_phones(self._numbers_rung(whose)))
        return Contact(
            id=whose, phones=_phones(self._numbers[whose]), name=_words(row, "name"), email=_words(row, "email")
        )


def _phones(numbers: Iterable[str]) -> tuple[Phone, ...]:
    return tuple(Phone(number=number) for number in numbers if spelled(number))


def _words(row: Row, field: str) -> str | None:
    found = row.text(field)
    return found if found and found.strip() else None


def places_of(contact: Contact) -> frozenset[str]:
    """Yield the places at which a contact can be met.

    Each number, the telephone before each extension, and their account.
    """
    numbers = {phone.number for phone in contact.phones}
    account = {folded(contact.account)} if contact.account else set()
    return frozenset(numbers | {telephone(number) for number in numbers} | account)


def named_in(fields: Mapping[str, Any], only: str | None, region: str | None) -> frozenset[str]:
    """The numbers and the account that a line names, and what its person was known by."""
    if not only and SAYING.isdisjoint(fields):
        return frozenset()
    numbers = [fields[name] for name in TELLING if isinstance(fields.get(name), str)]
    beside = fields.get("numbers")
    numbers += [each for each in beside if isinstance(each, str)] if isinstance(beside, list) else []
    if only and fields.get("type") == "call_attempt" and "number" not in fields:
        numbers.append(only)
    whole = {spelled(number, region) or number for number in numbers}
    if beside:
        whole |= {telephone(number) for number in whole}
    account = fields.get("account")
    return frozenset(whole | ({folded(account)} if isinstance(account, str) else set()))
