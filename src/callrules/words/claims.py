"""The kinds of claims that a text can make about what happened, as data by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from callrules.script import ENGLISH

ASKING = re.compile(
    r"\b(?:if|unless|whether|had|did|have|has|never|not|would|should|could|can|will|may|to|do)\s+$", re.IGNORECASE
)
"""Words before a claim that make it none: a question, a condition, a wish, a denial."""
DENIALS = {"strangers", "not_met"}


@attrs.frozen
class Claimed:
    """A kind of claim: how it is worded, and what is said where no fact supports it."""

    id: str
    says: str
    patterns: tuple[re.Pattern[str], ...]

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Give the places at which the text claims it."""
        for pattern in self.patterns:
            for found in pattern.finditer(text):
                if self.id in DENIALS or not ASKING.search(text[: found.start()]):
                    yield found


@cache
def _read() -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - slow to import, and asked for only where words are
    from importlib import resources  # noqa: PLC0415

    return tomllib.loads(resources.files("callrules.words").joinpath("texts", ENGLISH, "truth.toml").read_text("utf-8"))


@cache
def claims() -> tuple[Claimed, ...]:
    """Give the kinds of claims that are known in English."""
    return tuple(
        Claimed(each["id"], each["says"], tuple(re.compile(one, re.IGNORECASE) for one in each["patterns"]))
        for each in _read()["claims"]
    )


@cache
def words_of(name: str) -> frozenset[str]:
    """Give one of the word lists that go with them: `free`, `common` or `beginnings`."""
    return frozenset(_read()[name].split())
