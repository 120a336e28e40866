"""Many facts at once, one a line of a file: each line is taken, there already, or refused with its place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import IO, Any

from callrules import checks
from callrules.cli.book.history_file import BYTE_ORDER_MARK, parsed
from callrules.cli.book.noes import with_the_card
from callrules.cli.files import STDIN, open_regular, read_bytes
from callrules.cli.imports.cards import Cards
from callrules.cli.imports.entries import CHANGED, NEW, Entries
from callrules.cli.imports.refusals import Refusal, in_words
from callrules.cli.imports.tally import Tally
from callrules.cli.imports.task import Task, Writer
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.facts import Fact, OptOut
from callrules.redaction import Found, kind_of, quoted
from callrules.wire import read_fact, write_fact, write_moment

LONGEST = 1_000_000
"""No line is longer, in bytes."""


def log_many(task: Task) -> Tally:
    """Write the facts of a file into a book. Raises `BadInput` where the file or the book cannot be read."""
    with task.alone():
        tally = _logged(task)
    if not tally.rows:
        raise BadInput(f"{task.file}: found nothing in it, expected one fact a line")
    return tally


def _logged(task: Task) -> Tally:
    tally, cards, entries, writer = Tally(), Cards(task.book), Entries(task.book), Writer(task)
    for number, line in _lines(task.file):
        tally.rows += 1
        try:
            written, *beside = [write_fact(each) for each in _read(line, cards)]
            state = entries.state(written, "id")
        except InvalidValue as error:
            tally.refuse(Refusal(number, error.field or None, str(error.found), error.expected))
            continue
        tally.count(state)
        if state in {NEW, CHANGED}:
            new = [each for each in beside if not entries.holds(each)]
            tally.beside["opt_out"] += len(new)
            tally.look_ahead(written["at"], task.now)
            writer.take([_recorded(written, task), *new])
    writer.flush()
    return tally


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    if path == STDIN:
        yield from ((number, line) for number, line in enumerate(read_bytes(path).split(b"\n"), 1) if line.strip())
        return
    with open_regular(path) as file:
        for number, line in enumerate(_limited(file), 1):
            if line.strip():
                yield number, line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line


def _limited(file: IO[bytes]) -> Iterator[bytes]:
    """Every line, of one that is too long only its beginning, which is no fact."""
    while line := file.readline(LONGEST):
        yield line
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = file.readline(LONGEST)


def _read(line: bytes, cards: Cards) -> list[Fact]:
    """The fact in a line, with an id, its own or one made of what it says; beside a no what its person is known by."""
    fields = _fields(line)
    who = checks.identifier(fields.get("contact"), "contact")
    if who not in cards:
        found = f"nobody called {quoted(who)} in the book"
        raise InvalidValue("contact", Found(found), f"an id in it{nearest(who, cards.known)}")
    made = {**fields, "contact": who}
    made.setdefault("id", f"line/{_made_of(made)}")
    try:
        fact = read_fact(made, "", cards.region(who))
    except BadInput as error:
        raise in_words(error) from None
    return with_the_card(fact, cards.contact(who) if fact.is_opt_out or isinstance(fact, OptOut) else None)


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = parsed(line)
    except (ValueError, RecursionError):
        raise InvalidValue("", Found("no JSON"), "a fact as a JSON object") from None
    if not isinstance(fields, dict):
        raise InvalidValue("", kind_of(fields), "a fact as a JSON object")
    return fields


def _made_of(fields: dict[str, Any]) -> str:
    said = json.dumps(fields, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _recorded(fact: dict[str, Any], task: Task) -> dict[str, Any]:
    return {**fact, "recorded": fact.get("recorded") or write_moment(task.now)}
