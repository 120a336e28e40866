"""What may be shown of what strangers typed: one line, nothing that steers a terminal, no number, no address."""

from __future__ import annotations

import datetime as dt
import enum
import re

JOINERS = "\u200c\u200d"
"""What holds letters of some scripts together; every other character that cannot be seen is left out."""
_LETTER = r"[^\s@<>(),;:\"]"
AN_ADDRESS = re.compile(rf"(?<!{_LETTER}){_LETTER}+@{_LETTER}+")
"""Begins where a word does, so that each word is looked at once."""
DIGITS = re.compile(r"[+(]?\d(?:[\s()./-]{0,3}\d){5,}")
WITH_A_PREFIX = re.compile(r"\+|\(?0")
IN_THREES = re.compile(r"\(?\d{3}\)?[\s./-]{0,2}\d{3}[\s./-]\d{4}")
LONG = 9
"""So many digits together are taken for a number, whatever they are."""
KEPT = re.compile(
    r"((?<!\S)['\"]?(?:\.{0,2}/\S*|\S*\.(?:jsonl?|csv|toml|svg|torn)\b\S*)"
    r"|(?<!\d)\d{4}-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d\S*)?(?!\d))"
)
"""Names of files and dates, whose digits ring nobody."""
A_WORD = re.compile(r"\S{0,40}")
A_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ]\d[\d:.]*(?:Z|[+-][\d:]{2,6})?)?")
MOST_OF_A_NAME, MOST_WORDS = 60, 3
FEW_DIGITS = 6
"""A word with fewer digits than this cannot be rung."""
SMALL = 10**FEW_DIGITS

KEPT_WHOLE = 24
"""No word that is longer is kept whole for the sake of its neighbours."""


def on_one_line(says: str) -> str:
    """The words without line ends, control, bidirectional and half characters."""
    if says.isprintable() and says.isascii():
        return " ".join(says.split())
    return " ".join("".join(each if each.isprintable() or each in JOINERS else " " for each in says).split())


def shortened(says: str, most: int) -> str:
    """The words, with an ellipsis in their middle where they are longer than that: both ends tell most.

    No word is cut in two, unless it is a long one.
    """
    if len(says) <= most:
        return says
    tail = (most - 1) // 3
    first, last = says[: most - 1 - tail], says[len(says) - tail :]
    head, cut, begun = first.rpartition(" ")
    ended, also_cut, end = last.partition(" ")
    if cut and also_cut and max(len(begun), len(ended)) <= KEPT_WHOLE:
        return f"{head} … {end}"
    return f"{first}…{last}"


def redacted(says: str) -> str:
    """The words on one line, without e-mail addresses and telephone numbers; dates and names of files stay."""
    parts = KEPT.split(on_one_line(says))
    return "".join(part if place % 2 else _without_numbers(part) for place, part in enumerate(parts))


def _without_numbers(says: str) -> str:
    without = AN_ADDRESS.sub("(e-mail)", says)
    return DIGITS.sub(lambda found: "(number)" if looks_like_a_number(found[0]) else found[0], without)


def looks_like_a_number(found: str) -> bool:
    """Whether these digits could be rung."""
    digits = sum(map(str.isdigit, found))
    return digits >= LONG or bool(WITH_A_PREFIX.match(found) or IN_THREES.fullmatch(found))


class Found(str):
    """Words about what was found that may be shown; its `repr` is the words themselves."""

    __slots__ = ()

    def __repr__(self) -> str:
        """The words, without quotes around them."""
        return str(self)


def found(value: object) -> Found:
    """A value as an error shows it: one short word, date or figure as it is, of anything else the kind."""
    if isinstance(value, Found):
        return value
    if value is None or isinstance(value, bool):
        return Found(value)
    if isinstance(value, enum.Enum):
        return found(value.value)
    if isinstance(value, (dt.date, dt.time)):
        return Found(repr(value.isoformat()))
    if isinstance(value, (int, float)) and -SMALL < value < SMALL:
        return Found(repr(value))
    return Found(repr(value)) if type(value) is str and _is_harmless(value) else kind_of(value)


def _is_harmless(says: str) -> bool:
    if A_DATE.fullmatch(says):
        return True
    few = sum(map(str.isdigit, says[:41])) < FEW_DIGITS
    return few and "@" not in says and A_WORD.fullmatch(says) is not None


def kind_of(value: object) -> Found:
    """Name the kind of thing that a value is, and nothing of what it says."""
    if value is None or isinstance(value, (bool, Found)):
        return found(value)
    if isinstance(value, str):
        return Found("a text" if value.strip() else "an empty text")
    names = {int: "a number", float: "a number", list: "a list", tuple: "a list", dict: "an object"}
    return Found(names.get(type(value), f"a value of type {type(value).__name__}"))


def known_as(word: object) -> str:
    """A name that somebody gave a field, a column or a person: on one line, short, and nothing that could be rung.

    What has more words than a name has was typed freely, and is not shown.
    """
    name = redacted(str(word)[: MOST_OF_A_NAME * 2])
    return shortened(name, MOST_OF_A_NAME) if name.count(" ") < MOST_WORDS else "(a text)"


def spoken_of(word: object, most_words: int | None = None) -> str:
    """A name that stands in a map, or a word from a list of such: ours, or their system's, and nobody's secret.

    It may have more words than a name; what could be rung is left out all the same.
    """
    name = redacted(str(word)[: MOST_OF_A_NAME * 2])
    if most_words is not None and len(name.split()) > most_words:
        return "(a text)"
    return shortened(name, MOST_OF_A_NAME)


def quoted(word: object) -> str:
    """The same in quotes."""
    return f"'{known_as(word)}'"
