"""What a story expects: a kind of step, perhaps its name, perhaps its moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from callrules.errors import BadInput
from callrules.step import Call, Prepare, Rest, Step, WalkAway, Write
from callrules.testing.stories.clocks import Clock
from callrules.testing.stories.words import quoted, read_list, refuse_unknown, split, write_list

NO_CALL = "no call"
KINDS = ("call", "write", "prepare", "seek_introduction", "walk_away", "rest", NO_CALL)
UNNAMED = ("seek_introduction", "rest", NO_CALL)
MOMENT_WORDS = ("at", "until")
OPEN_END = "until something happens"
NAMES: tuple[tuple[type[Step], Callable[[Any], tuple[str, ...]]], ...] = (
    (Call, lambda step: (step.reason.name,)),
    (Write, lambda step: (step.purpose,)),
    (WalkAway, lambda step: (step.grounds,)),
    (Prepare, lambda step: step.missing),
)
"""The names of a step: of each kind that has any."""


@attrs.frozen(kw_only=True)
class Expected:
    """A step in few words: `call promise`, `rest until 2025-06-04 09:00`, `write after_hang_up`, `no call`.

    `names` are the reason of a call, the purpose of a note, the grounds of a goodbye, what is missing; none: any
    will do. Without `at` it is due now, and a rest is any rest; a rest with an `open_end` has no moment.
    """

    kind: str
    names: tuple[str, ...] = ()
    at: dt.datetime | None = None
    open_end: bool = False
    clock: Clock = attrs.field(factory=Clock, eq=False, repr=False)

    @classmethod
    def read(cls, text: str, zone: str = "UTC") -> Expected:
        """Read what was written, its moment on that zone's clock. Raises `BadInput`."""
        clock = Clock(zone)
        kind, words = _kind(split(text))
        if kind == "rest" and " ".join(words) == OPEN_END:
            return cls(kind=kind, open_end=True, clock=clock)
        before, at = _moment(kind, words, clock)
        return cls(kind=kind, names=_names(kind, before), at=at, clock=clock)

    @classmethod
    def of(cls, step: Step, now: dt.datetime, zone: str = "UTC") -> Expected:
        """The words for a step that was answered."""
        resting = isinstance(step, Rest)
        at = None if step.is_due(now) else step.at
        return cls(kind=step.type, names=_names_of(step), at=at, open_end=resting and at is None, clock=Clock(zone))

    def met_by(self, step: Step, now: dt.datetime) -> bool:
        """Whether the answer given `now` is what was expected."""
        if self.kind == NO_CALL:
            return not (isinstance(step, Call) and step.is_due(now))
        named = not self.names or self.names == _names_of(step)
        return self.kind == step.type and named and self._is_when(step, now)

    @property
    def says(self) -> str:
        """The words that read back as this."""
        return " ".join([self.kind, *self._named(), *self._when()])

    def _named(self) -> list[str]:
        written = write_list(self.names)
        return [quoted(written) if written in MOMENT_WORDS else written] if self.names else []

    def _when(self) -> list[str]:
        if self.open_end:
            return [OPEN_END]
        return [_before_moment(self.kind), self.clock.instant(self.at, between=" ")] if self.at else []

    def _is_when(self, step: Step, now: dt.datetime) -> bool:
        if self.at or self.open_end:
            return step.at == self.at
        return isinstance(step, Rest) or step.at is None or step.is_due(now)


def _names_of(step: Step) -> tuple[str, ...]:
    return next((names(step) for kind, names in NAMES if isinstance(step, kind)), ())


def _before_moment(kind: str) -> str:
    return "until" if kind == "rest" else "at"


def _kind(words: list[str]) -> tuple[str, list[str]]:
    """The kind of step, and the words after it."""
    if words[:2] == NO_CALL.split():
        return NO_CALL, words[2:]
    if not words or words[0] not in KINDS:
        refuse_unknown(words[0] if words else "", KINDS, "a step, one of")
    return words[0], words[1:]


def _moment(kind: str, words: list[str], clock: Clock) -> tuple[list[str], dt.datetime | None]:
    """The words before the moment, and the moment."""
    before = _before_moment(kind)
    if before not in words or kind == NO_CALL:
        return words, None
    place = words.index(before)
    return words[:place], clock.read_instant(" ".join(words[place + 1 :]))


def _names(kind: str, words: list[str]) -> tuple[str, ...]:
    if not words:
        return ()
    if kind in UNNAMED:
        only = {"rest": "until and a moment, or nothing,", NO_CALL: "nothing"}.get(kind, "at and a moment, or nothing,")
        raise BadInput(f"found {words[0]!r}, expected {only} after {kind!r}")
    if words[1:]:
        raise BadInput(f"found {words[1]!r}, expected at and a moment; a name with blanks stands in double quotes")
    return tuple(read_list(words[0]))
