"""Reading words as they were typed: sentences with their places, quoted words blacked out, quotes made plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

PLAIN = str.maketrans("\u2019\u2018\u02bc\u2011\u2013\u00a0\u202f\u2009", "'''--   ")
"""Apostrophes, dashes and blanks as they are set, and as they are typed."""
QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|\u2018[^’]*’(?!\w)|(?<![\w'])'[^']{2,}'(?!\w)")
SHORTENED = r"(?<=\b[ap]\.m)\.(?= [a-z])|(?:(?<=\bMr)|(?<=\bMs)|(?<=\bDr)|(?<=\bMrs))\.(?= )"
"""Dots that end a word and no sentence."""
SENTENCE = re.compile(rf"[^.!?…\n]+(?:(?:[.!?…](?=\w)|{SHORTENED})[^.!?…\n]*)*[.!?…]*")


@attrs.frozen
class Sentence:
    """A sentence, and the place of its first character in the text."""

    text: str
    start: int


def unquoted(text: str) -> str:
    """The text, its apostrophes and dashes plain, and what is quoted in it blank; places stay the same.

    A text that is one quotation from its beginning to its end is read as if it was not quoted.
    """
    whole = QUOTED.fullmatch(text.strip())
    blanked = text if whole else QUOTED.sub(lambda found: " " * len(found[0]), text)
    return blanked.translate(PLAIN)


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence of the text, without the blanks around it."""
    for found in SENTENCE.finditer(text):
        said = found[0].strip()
        if said:
            yield Sentence(said, found.start() + found[0].index(said[0]))
