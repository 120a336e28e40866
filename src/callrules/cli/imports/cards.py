"""Who is in a book already: by id, and by the number at which a phone of theirs rings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from callrules import checks
from callrules.cli.book.contacts_file import Row, read_contacts
from callrules.cli.files import is_there
from callrules.contact import Contact
from callrules.errors import CallrulesError, InvalidValue
from callrules.likeness import folded
from callrules.numbering import telephone
from callrules.redaction import Found


class Cards:
    """Everybody in a book, and whoever comes into it by this import."""

    def __init__(self, folder: Path) -> None:
        """Read the contacts of a book; a folder that is not there yet holds nobody."""
        named = (folder / "contacts.csv", folder / "contacts.json")
        self._rows: dict[str, Row] = {}
        if any(is_there(each) for each in named):
            for row in read_contacts(folder):
                self._rows.setdefault(row.id, row)
        self.newcomers: dict[str, list[str]] = {}

    def __contains__(self, who: object) -> bool:
        """Whether somebody of that id is in the book, or comes into it."""
        return who in self._rows or who in self.newcomers

    @property
    def known(self) -> Collection[str]:
        """The ids on the cards of the book."""
        return self._rows.keys()

    def region(self, who: str) -> str | None:
        """The region on somebody's card."""
        return self._rows[who].region if who in self._rows else None

    def come(self, who: str, number: str | None) -> None:
        """Take in somebody who is on no card, with a number at which they were rung."""
        if who not in self._rows:
            numbers = self.newcomers.setdefault(who, [])
            if number and number not in numbers:
                numbers.append(number)

    def contact(self, who: str) -> Contact | None:
        """The contact of that id, where the card can be read."""
        if who in self._rows:
            contact = self._rows[who].contact()
            return None if isinstance(contact, str) else contact
        try:
            return Contact(id=who, phones=self.newcomers.get(who, ()))
        except CallrulesError:
            return None

    def at(self, number: str, column: str) -> str | None:
        """The id of whoever has that number, `None` for nobody. Raises `InvalidValue` for a number of several."""
        who = self._at.get(telephone(number), [])
        if len(who) > 1:
            raise InvalidValue(column, Found(f"a number of {len(who)} people"), "a number of one person in the book")
        return who[0] if who else None

    def named(self, name: str, column: str) -> str | None:
        """The id of whoever has that name, `None` for nobody. Raises `InvalidValue` for a name of several."""
        who = self._named.get(folded(name), [])
        if len(who) > 1:
            raise InvalidValue(column, Found(f"a name of {len(who)} people"), "a name of one person in the book")
        return who[0] if who else None

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = defaultdict(list)
        for who, row in self._rows.items():
            if row.text("name"):
                named[folded(row.text("name"))].append(who)
        return dict(named)

    @cached_property
    def _at(self) -> dict[str, list[str]]:
        at: dict[str, list[str]] = defaultdict(list)
        for who, row in self._rows.items():
            for number in {telephone(each) for each in row.numbers}:
                at[number].append(who)
        return dict(at)


def known_id(found: str, column: str) -> str:
    """An id as the book keeps it."""
    return checks.identifier(found, column)
