"""Which facts are in a book already, so that importing again adds nothing and a row that was mended adds a version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from callrules.cli.book.history_file import BYTE_ORDER_MARK, NAME, parsed
from callrules.cli.files import is_there, open_regular
from callrules.errors import InvalidValue
from callrules.redaction import Found

NEW, THERE, CHANGED = "new", "there", "changed"


class Entries:
    """Facts of a book by whose they are, their kind and their id."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; a line that cannot be read is left alone."""
        self._known: set[int] = set()
        self._versions: set[int] = set()
        self._fresh: set[int] = set()
        for line in _lines(folder / NAME):
            try:
                fact = parsed(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(fact, dict) and "id" in fact:
                self._known.add(_key(fact))
                self._versions.add(_version(fact))

    def state(self, fact: Mapping[str, Any], column: str) -> str:
        """Say whether a fact is new, there already, or there otherwise, and remember it.

        Raises `InvalidValue` where one file says two things under one id.
        """
        key, version = _key(fact), _version(fact)
        if version in self._versions:
            return THERE
        if key in self._fresh:
            raise InvalidValue(column, Found("an id that comes twice, with other things beside it"), "each id once")
        state = CHANGED if key in self._known else NEW
        self._known.add(key)
        self._fresh.add(key)
        self._versions.add(version)
        return state

    def holds(self, fact: Mapping[str, Any]) -> bool:
        """Whether a fact of that id is there; else remember it."""
        key = _key(fact)
        if key in self._known:
            return True
        self._known.add(key)
        return False


def _lines(path: Path) -> Iterator[bytes]:
    if is_there(path):
        with open_regular(path) as file:
            for number, line in enumerate(file):
                yield line if number else line.removeprefix(BYTE_ORDER_MARK)


def _key(fact: Mapping[str, Any]) -> int:
    return hash((str(fact.get("contact")), str(fact.get("type")), str(fact["id"])))


def _version(fact: Mapping[str, Any]) -> int:
    return hash(repr(sorted((name, value) for name, value in fact.items() if name != "recorded")))
