"""How a telephone number is written: one form for one telephone, so that a no is found under every spelling.

The facts about countries are in `numbering.toml`, made from the metadata of libphonenumber.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import attrs

NUMBER = re.compile(r"\+[1-9][0-9]{6,14}(;ext=[0-9]{1,15})?")
"""ITU-T E.164: a plus, a country code that does not begin with 0, at most 15 digits in all; RFC 3966 for `;ext=`."""
EXTENSION = re.compile(r"\s*(?:;\s*ext\s*=|\bext(?:ension)?\b\.?|(?<=[0-9)\s])x\.?)\s*([0-9]{1,15})\s*$", re.IGNORECASE)
SCHEME = re.compile(r"\s*tel:", re.IGNORECASE)
BETWEEN = "-.()[]\u2010\u2011\u2012\u2013\u2014\u2212"
"""What people put between digits, besides blanks."""
ABROAD = "00"
LONGEST = 100
"""No number is written in more characters."""


@attrs.frozen
class Dialling:
    """How numbers of a region are dialled: country code, prefix of calls abroad and at home, lengths without it."""

    code: str
    abroad: str | None
    trunk: str
    lengths: frozenset[int]


def spelled(text: str, region: str | None = None) -> str | None:
    """The number in E.164, with `;ext=` where it has an extension; `None` where it is no whole number.

    `region` (ISO 3166) makes a number whole that is written as people there dial it.
    """
    if NUMBER.fullmatch(text):
        return None if has_a_trunk_zero(text) else text
    if len(text) > LONGEST:
        return None
    bare, extension = _parted(SCHEME.sub("", text, count=1))
    number = _whole(bare, region)
    found = f"{number};ext={extension}" if number and extension else number
    return found if found and NUMBER.fullmatch(found) and not has_a_trunk_zero(found) else None


def has_a_trunk_zero(number: str) -> bool:
    """Whether a zero follows the country code that is dialled within the country only."""
    return bool(_trunk_zero().match(number))


def looks_like_a_trunk_zero(text: str) -> bool:
    """The same for any spelling."""
    bare, _ = _parted(SCHEME.sub("", text[:LONGEST], count=1))
    return has_a_trunk_zero(_digits(bare))


def telephone(number: str) -> str:
    """The number without its extension."""
    return number.partition(";")[0]


def covers(refused: str | None, number: str | None) -> bool:
    """Whether a no that was said on one number closes another: the same, or an extension behind it.

    A no on an extension closes that extension alone: somebody else answers the main number. A no on the main
    number closes every extension behind it.
    """
    return refused is not None and number is not None and refused in {number, telephone(number)}


def _parted(text: str) -> tuple[str, str | None]:
    found = EXTENSION.search(text)
    return (text[: found.start()], found[1]) if found else (text, None)


def _digits(text: str) -> str:
    return "".join(each for each in text if not _is_between(each))


def _is_between(each: str) -> bool:
    return each in BETWEEN or each.isspace() or unicodedata.category(each) == "Cf"


def _whole(text: str, region: str | None) -> str | None:
    digits = _digits(text)
    if digits.startswith("+"):
        return digits
    dialling = _dialling(region) if region and digits.isascii() and digits.isdigit() else None
    if dialling is None:
        return None
    if dialling.abroad and digits.startswith(dialling.abroad):
        return f"+{digits.removeprefix(dialling.abroad)}"
    return _at_home(digits, dialling)


def _at_home(digits: str, dialling: Dialling) -> str | None:
    for national in dict.fromkeys((digits.removeprefix(dialling.trunk), digits)):
        if len(national) in dialling.lengths and not has_a_trunk_zero(f"+{dialling.code}{national}"):
            return f"+{dialling.code}{national}"
    return None


def _dialling(region: str) -> Dialling | None:
    row = _tables()["regions"].get(region.partition("-")[0])
    if row is None:
        return None
    code, abroad, trunk, lengths = row.split()
    known = frozenset(int(each) for each in lengths.split(","))
    return Dialling(code, ABROAD if abroad == ABROAD else None, "" if trunk == "-" else trunk, known)


@cache
def _trunk_zero() -> re.Pattern[str]:
    always, alone = ("|".join(_tables()["trunk_zero"][name].split()) for name in ("always", "alone"))
    return re.compile(rf"\+(?:(?:{always})0|(?:{alone})0(?!0))")


@cache
def _tables() -> Any:
    import tomllib  # noqa: PLC0415 - only who reads a number needs it
    from importlib import resources  # noqa: PLC0415 - slow to import, and only spelling needs it

    return tomllib.loads(resources.files("callrules").joinpath("numbering.toml").read_text("utf-8"))
