"""Whether a last line is the strict beginning of a well-formed one: then nobody was told that it was written."""

from __future__ import annotations

import codecs
import re

from callrules.cli.book.fact_names import KNOWN
from callrules.errors import CallrulesError

INSIDE = r'(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*'
STRING = re.compile(rf'"{INSIDE}"')
BROKEN_STRING = re.compile(rf'"{INSIDE}(?:\\(?:u[0-9a-fA-F]{{0,3}})?)?\Z')
PLAIN = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
BROKEN_PLAIN = re.compile(r"(?:-?\d*\.?\d*(?:[eE][+-]?\d*)?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)\Z")
ENDS_LIKE_A_LINE = "}"
FIELDS = frozenset(name for names in KNOWN.values() for name in names)


class _TornHere(CallrulesError):
    """The text ends in the middle of something that may still become well-formed."""


class _NoBeginning(CallrulesError):
    """No more text makes this a well-formed line."""


def is_a_beginning(line: bytes) -> bool:
    """Whether more bytes could make it a line as we write it, and none of them is there that belongs to its end.

    What has lost a quote, its beginning or a letter, has a key twice or is in another encoding is no beginning.
    """
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(line)
    except UnicodeDecodeError:
        return False
    if not text or text.endswith(ENDS_LIKE_A_LINE):
        return False
    try:
        _pairs(text)
    except _TornHere:
        return True
    except _NoBeginning:
        return False
    return False


def _pairs(text: str) -> None:
    """Read pair after pair until the text ends, or cannot be the beginning of a fact."""
    place, met = _after(text, 0, "{"), set[str]()
    while True:
        name, place = _key(text, place)
        if name in met or name not in FIELDS:
            raise _NoBeginning
        met.add(name)
        place = _value(text, _after(text, place, ": "))
        place = _after(text, place, ", ")


def _after(text: str, place: int, expected: str) -> int:
    found = text[place : place + len(expected)]
    if found == expected:
        return place + len(expected)
    raise _TornHere if expected.startswith(found) and place + len(found) == len(text) else _NoBeginning


def _key(text: str, place: int) -> tuple[str, int]:
    whole = STRING.match(text, place)
    if whole:
        return whole[0][1:-1], whole.end()
    begun = text[place:]
    known = any(f'"{name}"'.startswith(begun) for name in FIELDS)
    raise _TornHere if known else _NoBeginning


def _value(text: str, place: int) -> int:
    if text[place : place + 1] == "[":
        return _list(text, place + 1)
    return _one(text, place)


def _list(text: str, place: int) -> int:
    if text[place : place + 1] == "]":
        return place + 1
    while True:
        place = _one(text, place)
        if text[place : place + 1] == "]":
            return place + 1
        place = _after(text, place, ", ")


def _one(text: str, place: int) -> int:
    if BROKEN_STRING.match(text, place) or BROKEN_PLAIN.match(text, place):
        raise _TornHere
    whole = STRING.match(text, place) or PLAIN.match(text, place)
    if whole is None:
        raise _NoBeginning
    return whole.end()
