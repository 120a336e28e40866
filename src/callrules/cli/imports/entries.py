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
        self._standing: dict[int, int] = {}
        self._fresh: set[int] = set()
        recorded: dict[int, str] = {}
        for line in _lines(folder / NAME):
            try:
                fact = parsed(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(fact, dict) and "id" in fact:
                self._put(fact, recorded)

    def _put(self, fact: Mapping[str, Any], recorded: dict[int, str]) -> None:
        """Let the version that was recorded last stand."""
        key, said = _key(fact), str(fact.get("recorded") or "")
        if said >= recorded.get(key, ""):
            self._standing[key] = _version(fact)
            if said:
                recorded[key] = said

    def state(self, fact: Mapping[str, Any], column: str) -> str:
        """Say whether a fact is new, stands already, or stands otherwise, and remember it.

        Raises `InvalidValue` where one file says two things under one id.
        """
        key, version = _key(fact), _version(fact)
        standing = self._standing.get(key)
        if standing != version and key in self._fresh:
            raise InvalidValue(column, Found("an id that comes twice, with other things beside it"), "each id once")
        self._fresh.add(key)
        self._standing[key] = version
        return THERE if standing == version else CHANGED if standing is not None else NEW

    def holds(self, fact: Mapping[str, Any]) -> bool:
        """Whether a fact of that id is there; else remember it."""
        key = _key(fact)
        if key in self._standing:
            return True
        self._standing[key] = _version(fact)
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
