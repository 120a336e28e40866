"""Whom a line that cannot be read may concern, and the step of those whom it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from callrules.cli.book.contacts_file import Row
from callrules.cli.book.searching import Slips, Words
from callrules.likeness import folded
from callrules.numbering import telephone
from callrules.step import Because, Rest

WHOSE = re.compile(r"contact\W{0,4}?:\s*(.*?)\s*(?:,|\Z)", re.DOTALL)
HEAD = 1_000
"""So many bytes of a line are looked at for whose it is."""
COUNT = re.compile(r"[0-9]+\Z")


def unread(trouble: str) -> Rest:
    """The step of somebody who could not be read."""
    return Rest(at=None, because=(Because("book", "unreadable", f"could not be read: {trouble}"),))


class Concerned:
    """Everybody of a book, by all that may stand for them in a line that cannot be read."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        """Look at nobody before somebody asks."""
        self._rows = rows

    def by(self, text: bytes) -> set[str]:
        """Whoever is named in it, whoever shares a telephone with them, and whose id is a slip away from its own."""
        named = self._words.found_in(text) | self._nearly(text)
        sharing = {who for each in named for who in self._at_their_telephones(each)}
        return named | sharing | self._of_their_accounts(text, named)

    def near(self, whose: str) -> set[str]:
        """Find who may be meant by an id that is on no card: a slip away, and not merely counted on."""
        return {who for who in self._slips.near(whose) if not _is_another_number(whose, who)}

    @cached_property
    def _words(self) -> Words:
        words = Words()
        for who, row in self._rows.items():
            for field in ("account", "email", "fax", "name"):
                words.add(row.text(field), who)
            words.add(who, who)
            for number in row.numbers:
                words.add(number, who)
                words.add_number(number, who)
        return words

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._rows)

    @cached_property
    def _at(self) -> dict[str, set[str]]:
        at: dict[str, set[str]] = defaultdict(set)
        for who, row in self._rows.items():
            for number in row.numbers:
                at[telephone(number)].add(who)
        return at

    @cached_property
    def _of(self) -> dict[str, set[str]]:
        of: dict[str, set[str]] = defaultdict(set)
        for who, row in self._rows.items():
            of[folded(row.text("account"))].add(who)
        return of

    def _at_their_telephones(self, who: str) -> set[str]:
        return {each for number in self._rows[who].numbers for each in self._at[telephone(number)]}

    def _of_their_accounts(self, text: bytes, named: Collection[str]) -> set[str]:
        """Give everybody in the accounts of whoever is named, where an account is spoken of."""
        if b"ccoun" not in text:
            return set()
        accounts = {folded(self._rows[who].text("account")) for who in named} - {""}
        return {who for account in accounts for who in self._of[account]}

    def _nearly(self, text: bytes) -> set[str]:
        """Find who is a slip away from what stands where the id should, unless that is somebody's."""
        found = WHOSE.search(text[:HEAD].decode("latin-1"))
        whose = found[1].strip("\"' {}") if found else ""
        known = whose.encode("latin-1").decode("utf-8", "replace") in self._rows
        return set() if known or not whose else self._slips.near_bytes(whose)


def _is_another_number(one: str, other: str) -> bool:
    """Whether both are counted alike and differ in the count alone: such ids are all near to one another."""
    return COUNT.sub("", one) == COUNT.sub("", other)
