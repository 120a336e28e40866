"""When two cards are one person's, and two names of an account one account's (rulebook G28, G29)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import attrs

from callrules.contact import Contact
from callrules.facts import OptOut
from callrules.numbering import telephone


def folded(text: str | None) -> str:
    """The words without what people write differently and mean alike: case, blanks, composed letters."""
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())


def same_account(one: str | None, other: str | None) -> bool:
    """Whether two names are of one account; nobody's is nobody's."""
    return bool(folded(one)) and folded(one) == folded(other)


@attrs.frozen
class Card:
    """The marks by which a person is known: telephones, without extensions, and names and e-mails, folded."""

    telephones: frozenset[str]
    names: frozenset[str]
    emails: frozenset[str]

    def is_of(self, other: Card) -> bool:
        """Whether it is the same person's: a shared telephone, and a name or an e-mail."""
        return not self.telephones.isdisjoint(other.telephones) and not (
            self.names.isdisjoint(other.names) and self.emails.isdisjoint(other.emails)
        )


def card_of(contact: Contact) -> Card:
    """Give the marks by which a contact is known."""
    return card([phone.number for phone in contact.phones], [contact.name], [contact.email])


def card_in(no: OptOut) -> Card:
    """Give the marks of the person who said no, as far as they were written beside it."""
    return card([*no.numbers, *([no.number] if no.number else [])], [no.name], [no.email])


def joined(one: Card, other: Card) -> Card:
    """Join the marks of one person from both."""
    return Card(one.telephones | other.telephones, one.names | other.names, one.emails | other.emails)


def card(numbers: Iterable[str], names: Iterable[str | None], emails: Iterable[str | None]) -> Card:
    """Make a card of these marks."""
    return Card(
        telephones=frozenset(telephone(each) for each in numbers),
        names=frozenset(folded(each) for each in names) - {""},
        emails=frozenset(folded(each) for each in emails) - {""},
    )
