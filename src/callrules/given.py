"""What may be given for a field, and what it becomes: the checks of the edge, as type checkers see them.

Each is the `converter` of a field: `disposition="no_answer"` and `used=[17]` are right, and become what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from callrules import checks
from callrules.errors import InvalidValue, folded, likest
from callrules.vocabulary import PURPOSES

ALMOST = 0.85
"""From that likeness on a word is taken for a slip of the pen (`difflib`, 1 is the same): `after_hangup`, `thank`."""


def an_id(value: str | int, field: str = "id") -> str:
    """An id; a whole number is kept as text."""
    return checks.identifier(value, field)


def maybe_an_id(value: str | int | None, field: str = "id") -> str | None:
    """An id, or none."""
    return None if value is None else checks.identifier(value, field)


def some_ids(value: Iterable[str | int], field: str = "ids") -> tuple[str, ...]:
    """Several ids."""
    return checks.identifiers(value, field)


def some_texts(value: Iterable[str], field: str = "texts") -> tuple[str, ...]:
    """Several texts."""
    return checks.texts(value, field)


def maybe_an_amount(value: Decimal | str | float | None, field: str = "amount") -> Decimal | None:
    """A sum of money, or none."""
    return None if value is None else checks.amount(value, field)


def a_purpose(value: str, field: str = "purpose") -> str:
    """The purpose of writing: one of the house's words, or one that cannot be taken for one of them."""
    purpose = checks.text(value, field)
    if purpose in PURPOSES:
        return purpose
    meant = _meant(purpose)
    if meant:
        known = ", ".join(PURPOSES)
        raise InvalidValue(field, value, f"one of {known}, or a word of your own; did you mean {meant!r}?")
    return purpose


@lru_cache(maxsize=1024)
def _meant(purpose: str) -> str | None:
    """The word of the house that it can be taken for; looked for once, for a book has thousands of messages."""
    return likest(folded(purpose), tuple(PURPOSES), likeness=ALMOST)


def maybe_a_purpose(value: str | None, field: str = "purpose") -> str | None:
    """The purpose of what was written, or nothing said."""
    return None if value is None else a_purpose(value, field)
