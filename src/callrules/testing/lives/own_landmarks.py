"""Landmarks of an author's own: the numbers, dates, times, texts and words that a rule keeps to, read and never asked.

They are looked for in what a rule holds (fields, closures, defaults) and in what its code names. The rules of the
house have none: what they keep to, they declare.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

import attrs

from callrules.contact import Line, Role
from callrules.dispositions import Disposition
from callrules.testing.lives.insides import insides_of
from callrules.vocabulary import Channel, Direction, Kind, Outcome, Party, Reply

T = TypeVar("T")
MOST, LONGEST, LARGEST = 12, 32, 10**9
"""So many landmarks of a kind at most, and so long a text; the first that are found."""
WORD = re.compile(r"\w[\w.@+:/-]*( [\w.@+:/-]+){0,2}")
"""A name or a few words; more is a sentence."""
TOO_COMMON = frozenset({-1, 0, 1})


VOCABULARY = (Channel, Direction, Disposition, Kind, Line, Outcome, Party, Reply, Role)


@attrs.frozen
class OwnLandmarks:
    """The values at which a rule of an author's own may make a difference."""

    numbers: tuple[Decimal, ...] = ()
    dates: tuple[dt.date, ...] = ()
    times: tuple[dt.time, ...] = ()
    texts: tuple[str, ...] = ()
    words: tuple[enum.Enum, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return any((self.numbers, self.dates, self.times, self.texts, self.words))


def own_landmarks(policy: Any) -> OwnLandmarks:
    """The landmarks of all rules behind a policy that are an author's own, and of the policy itself."""
    found = list(insides_of(policy))
    return OwnLandmarks(
        numbers=_some(number for each in found if (number := _number(each)) is not None),
        dates=_some(_day(each) for each in found if isinstance(each, dt.date)),
        times=_some(each for each in found if isinstance(each, dt.time)),
        texts=_some(each for each in found if isinstance(each, str) and _is_a_word(each)),
        words=_some(each for each in found if isinstance(each, VOCABULARY)),
    )


def _some(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))[:MOST]


def _number(value: Any) -> Decimal | None:
    """A number as such; a length of time as days, or as hours where it is less than one."""
    if isinstance(value, dt.timedelta):
        value = value // dt.timedelta(days=1) or value // dt.timedelta(hours=1)
    if isinstance(value, (bool, enum.Enum)) or not isinstance(value, (int, float, Decimal)):
        return None
    is_usual = value in TOO_COMMON or not -LARGEST < value < LARGEST
    return None if is_usual else Decimal(str(value))


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _is_a_word(text: str) -> bool:
    return 1 < len(text) <= LONGEST and WORD.fullmatch(text) is not None
