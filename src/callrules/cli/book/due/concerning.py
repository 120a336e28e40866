"""Whom a person's facts may concern: the places at which somebody is met, and those that facts name, as numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from callrules.checks import identifier
from callrules.cli.book.contacts_file import Row
from callrules.cli.book.history_file import Line
from callrules.cli.book.neighbours import named_in
from callrules.likeness import folded
from callrules.numbering import telephone


def marks_met(row: Row) -> set[int]:
    """The places at which a contact can be met: each number, the telephone before its extension, the account."""
    numbers, named = row.numbers, row.fields.get("account")
    accounts = {folded(identifier(named, "account"))} if named is not None else set()
    return set(map(_mark, {*numbers, *map(telephone, numbers), *accounts}))


def marks_said(row: Row, lines: Iterable[Line]) -> set[int]:
    """The places that a person's facts name, and the telephones on their card."""
    numbers, region = row.numbers, row.region
    only = numbers[0] if len(numbers) == 1 else None
    named = {place for line in lines for place in named_in(line.fields, only, region)}
    return set(map(_mark, {*named, *map(telephone, numbers)}))


def _mark(place: str) -> int:
    """A number for a place, the same in every process. Two that share one are looked at together, and no harm done."""
    return int.from_bytes(
        hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )
