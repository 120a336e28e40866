"""Two answers that should be one, in words: what they are, and in what they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from callrules.calendars import Calendar
from callrules.step import Step, Verdict
from callrules.testing.stories.expected import Expected
from callrules.words.fact_lines import on_the_clock

Answer = Step | Verdict
UNSAID = frozenset({"because", "at"})
"""Fields that the words of an answer tell already, or that take no part in it."""


def told_apart(answers: Sequence[Answer], now: dt.datetime, calendar: Calendar) -> list[str]:
    """Each answer in few words, with the fields in which it differs from another of the same words."""
    heads = [in_words(each, now, calendar) for each in answers]
    if len(set(heads)) == len(heads):
        return heads
    names = [each.name for each in attrs.fields(type(answers[0])) if _differ(answers, each.name)]
    return [", ".join([head, *_named(each, names, calendar)]) for head, each in zip(heads, answers, strict=True)]


def in_words(answer: Answer, now: dt.datetime, calendar: Calendar) -> str:
    """A step in the notation of stories; of the gate, whether the phone may ring."""
    if isinstance(answer, Verdict):
        again = f", but from {on_the_clock(answer.at, calendar)} on" if answer.at and not answer.allowed else ""
        return "it may ring" if answer.allowed else f"it may not ring{again}"
    return Expected.of(answer, now, calendar.zone.key).says


def _differ(answers: Sequence[Any], name: str) -> bool:
    return name not in UNSAID and len({repr(getattr(each, name, None)) for each in answers}) > 1


def _named(answer: Any, names: Sequence[str], calendar: Calendar) -> Iterator[str]:
    for name in names:
        value = getattr(answer, name)
        yield f"{name} {on_the_clock(value, calendar) if isinstance(value, dt.date) else _word(value)}"


def _word(value: Any) -> str:
    return str(getattr(value, "says", None) or getattr(value, "value", value))
