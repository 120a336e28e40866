"""Whose turn it is among several ways to say it: the same for the same facts, and never one twice running."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from callrules.words.filling import Phrases, Words, variant
from callrules.words.library import Topic, Variant
from callrules.words.subject import Subject

T = TypeVar("T")


def turn(subject: Subject, count: int) -> int:
    """Give the number of the turn: not everybody begins with the same, and each time it is the next."""
    return zlib.crc32(subject.contact.id.encode()) + count


def in_turn(several: Sequence[tuple[int, T]], number: int) -> list[T]:
    """Give the texts, each with its place, in such an order that those of even and odd places take turns.

    The first two are of different kinds, so whoever takes the one at `number % 2` never takes one twice running, also
    where some of the others have come or gone meanwhile.
    """
    even, odd = ([each for place, each in several if place % 2 == kind] for kind in (0, 1))
    first, second = (_rotated(each, number // 2) for each in (even, odd))
    return [*first[:1], *second[:1], *first[1:], *second[1:]]


def _rotated(several: list[T], by: int) -> list[T]:
    start = by % len(several) if several else 0
    return [*several[start:], *several[:start]]


def whose_turn(several: Sequence[T], number: int) -> T | None:
    """Take the one whose turn it is from texts that are in turn."""
    return several[number % 2] if len(several) > 1 else next(iter(several), None)


def told(topic: Topic, kind: str, subject: Subject, phrases: Phrases) -> Iterator[tuple[int, str, Words]]:
    """Give every text of that kind that can be told, with its place and its name."""
    variants: tuple[Variant, ...] = getattr(topic, kind)
    for place, each in enumerate(variants):
        words = variant(each, subject, phrases)
        if words:
            yield place, f"{kind}:{topic.name}:{place}", words
