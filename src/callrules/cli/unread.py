"""Whom a line that cannot be read may concern, and the step of those whom it does."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from callrules.cli.contacts_file import Row
from callrules.cli.history_file import Line
from callrules.step import Because, Rest

QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"?')


def unread(trouble: str) -> Rest:
    """The step of somebody who could not be read."""
    return Rest(at=None, because=(Because("book", "unreadable", f"could not be read: {trouble}"),))


class Concerned:
    """Everybody by id, number and account: whoever is quoted in a line that cannot be read."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Remember by which words people can be meant."""
        self._named: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            for word in (row.id, row.text("account"), *row.numbers):
                self._named[word or row.id].add(row.id)

    def by(self, line: Line) -> set[str]:
        """Whom that line may concern."""
        words = {*_words(line.text), *_told(line)}
        return {who for word in words for who in self._named.get(word, ())}


def _told(line: Line) -> Iterator[str]:
    """An id written as a number is still an id."""
    whose = line.fields.get("contact") if isinstance(line.fields, dict) else None
    if isinstance(whose, int):
        yield str(whose)


def _words(text: bytes) -> Iterator[str]:
    """Everything in quotes, read from the front, and once more from the first quote on."""
    for start in (0, text.find(b'"') + 1):
        for quoted in QUOTED.findall(text, start):
            yield _unescaped(quoted)


def _unescaped(quoted: bytes) -> str:
    try:
        return str(json.loads(b'"' + quoted + b'"'))
    except ValueError:
        return quoted.decode("utf-8", "replace")
