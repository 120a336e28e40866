"""Bytes that decide: one draw is one thing, and each of its bytes one choice that shrinks by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import attrs

T = TypeVar("T")


@attrs.define
class Dice:
    """Choices, one byte each. Once the bytes are used up, every choice is the first: the plainest."""

    drawn: bytes
    place: int = 0

    def number(self, below: int) -> int:
        """A number from 0 to `below` (excluded)."""
        self.place += 1
        return self.drawn[self.place - 1] % below if self.place <= len(self.drawn) else 0

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.number(len(options))]

    def perhaps(self, option: T, *, one_in: int = 4) -> T | None:
        """The option now and then, else nothing."""
        return option if self.number(one_in) == one_in - 1 else None
