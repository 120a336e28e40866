"""The forms in which exports write ids, lengths of time and words, and what must not get into a book's contacts."""

from __future__ import annotations

import re

from callrules.errors import InvalidValue
from callrules.redaction import Found, spoken_of

A_CLOCK = re.compile(r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)")
A_FORMULA = re.compile(r"=|[+@-].*[(|!]", re.DOTALL)
A_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
A_ROUNDED_NUMBER = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
MOST_OF_AN_OUTCOME = 5
"""Words of which a list of outcomes makes one, such as `Asked to be removed`; what is longer was typed freely."""
SHORT = 15
"""Letters of a Salesforce id without the three that tell upper from lower case."""
CHECKED_BY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def shown(word: str) -> Found:
    """A word as an error shows it; a system's own id of an outcome as it is, though it holds digits."""
    return Found(f"'{word if A_GUID.fullmatch(word) else spoken_of(word, MOST_OF_AN_OUTCOME)}'")


def unescaped(number: str) -> str:
    """A telephone number without the apostrophe by which spreadsheets, and exports that fear them, mark a text."""
    return number[1:].lstrip() if number[:1] in {"'", "’"} else number


def by_the_clock(text: str) -> int:
    """The seconds of 00:03:25. Raises `ValueError`."""
    found = A_CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def with_case(found: str) -> str:
    """A Salesforce id of 15 letters as its 18: three more say which of them are upper case; all else as it is."""
    if len(found) != SHORT or not (found.isascii() and found.isalnum()):
        return found
    fives = (found[start : start + 5] for start in range(0, SHORT, 5))
    return found + "".join(
        CHECKED_BY[sum(1 << place for place, each in enumerate(five) if each.isupper())] for five in fives
    )


def plain(found: str, column: str) -> str:
    """The words as they are. Raises `InvalidValue` for what a spreadsheet would run when it opens a book's contacts."""
    if A_FORMULA.match(found):
        raise InvalidValue(column, Found("what a spreadsheet runs as a formula"), "plain words")
    return found
