"""Numbers as people write them: in digits with either mark, or in words up to a thousand."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: place for place, word in enumerate(UNITS)} | {word: 10 * place for place, word in enumerate(TENS, 2)}
WORDS |= {"hundred": 100, "thousand": 1000, "dozen": 12}
IN_WORDS = rf"(?:(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?:[ -](?:and )?(?={'|'.join(WORDS)}))?)+"
IN_DIGITS = r"\d{1,3}(?:[,. ']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"


def number_of(written: str) -> Decimal | None:
    """The number that was written, in digits or in words; `None` where it is none."""
    digits = written.strip()
    return _from_digits(digits) if digits[:1].isdigit() else _from_words(digits.lower())


def _from_digits(written: str) -> Decimal | None:
    whole, mark, part = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", written).groups()  # type: ignore[union-attr]
    plain = re.sub(r"[,.' ]", "", whole) + (f".{part}" if mark else "")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _from_words(written: str) -> Decimal | None:
    total = current = 0
    for word in re.split(r"[\s-]+(?:and )?", written):
        value = WORDS.get(word)
        if value is None:
            return None
        if value >= 100:  # noqa: PLR2004 - a hundred and a thousand multiply
            total, current = total + max(current, 1) * value, 0
        else:
            current += value
    return Decimal(total + current)
