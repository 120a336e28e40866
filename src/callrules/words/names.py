"""The names of people and companies in an English text that no fact holds."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache

from callrules.words.claims import words_of
from callrules.words.figures import Strange
from callrules.words.known import WORD, Known
from callrules.words.reading import Sentence

CAPITAL = re.compile(r"(?<!\w)[A-Z][\w&]*(?:['-][\w]+)*")
SPEAKS = "told|said|says|mentioned|suggested|recommended|asked|introduced|gave|sent|wants|wrote|rang|from|at|and"
WHO_SPEAKS = re.compile(rf"^(?P<name>[A-Z][a-z]\w*)(?: [A-Z]\w+)* (?:\w+ )?(?:{SPEAKS})\b")
INTRODUCES = re.compile(
    r"(?:\bthis is|\bit is|\bit's|\bmy name is|\bi am|\bi'm|\bhere is) (?P<who>[A-Z][\w.&' -]*)", re.IGNORECASE
)
A_SIGNATURE = re.compile(r"(?:[A-Z][\w.&'-]*,? ?){1,5}")
NO_FACT = "no fact holds this name"
CALENDAR = (*calendar.day_name, *calendar.month_name, *calendar.day_abbr, *calendar.month_abbr)


@cache
def _common() -> frozenset[str]:
    return words_of("common") | {name.lower() for name in CALENDAR if name}


def strange_names(said: Sentence, known: Known, text: str) -> Iterator[Strange]:
    """Give every name in the sentence that is not known."""
    spared = _spared(said, known, text)
    for found in CAPITAL.finditer(said.text):
        if not (spared[0] <= found.start() < spared[1]) and _is_strange(found, said.text, known):
            yield "name", NO_FACT, found.span()


def _spared(said: Sentence, known: Known, text: str) -> tuple[int, int]:
    """Spare the places where we say who we are, as long as nobody noted who speaks.

    Our own name is no fact of the case.
    """
    if known.subject.sender.name or known.subject.sender.company:
        return (0, 0)
    introduces = INTRODUCES.search(said.text)
    if introduces:
        return introduces.span("who")
    is_last = not text[said.start + len(said.text) :].strip()
    return (0, len(said.text)) if is_last and A_SIGNATURE.fullmatch(said.text) else (0, 0)


def _is_strange(found: re.Match[str], said: str, known: Known) -> bool:
    word = re.sub(r"'s?$", "", found[0])
    parts = [each.lower() for each in WORD.findall(word)]
    lower = word.lower()
    if lower in _common() or re.fullmatch(r"i'\w+", found[0].lower()) or all(_is_known(each, known) for each in parts):
        return False
    if found.start() > 0 and not re.search(r"[:;—“\"(]\s*$|\n\s*$", said[: found.start()]):
        return True
    return _names_somebody(said[found.start() :], lower)


def _is_known(word: str, known: Known) -> bool:
    return word in known.words or re.fullmatch(r"x+", word) is not None


def _names_somebody(said: str, lower: str) -> bool:
    """Whether the first word of a sentence is a name: a second capital follows, or it speaks."""
    if lower in words_of("beginnings"):
        return False
    second = re.match(r"[A-Z][a-z]+ ([A-Z][a-z]+)", said)
    return WHO_SPEAKS.match(said) is not None or (second is not None and second[1].lower() not in _common())
