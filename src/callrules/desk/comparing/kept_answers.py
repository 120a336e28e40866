"""What one version said about everybody in a book, kept as lines, to be compared with what another version says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from callrules.checks import instant
from callrules.desk.comparing.comparing import Asking, Comparison, Standing, compare_sides
from callrules.desk.left_out import Person
from callrules.errors import BadInput
from callrules.playbook import Playbook
from callrules.redaction import kind_of
from callrules.step import Step
from callrules.wire import read_step, write_moment, write_step
from callrules.wire.moments import read_instant

NOT_ASKED = ("not_asked", "the other did not know them, or could not read them")
"""The group of people of whom nothing was kept."""
A_LINE = "a line that `callrules compare --keep` wrote"
HEAD = ("callrules", "playbook", "book", "at")


@attrs.frozen(kw_only=True)
class Kept:
    """The answers of one version and playbook about a book, at one moment."""

    version: str
    playbook: str
    book: str
    at: dt.datetime
    standings: Mapping[str, Standing]


def written_answers(
    playbook: Playbook, people: Iterable[Person], now: dt.datetime, *, version: str, book: str
) -> Iterator[dict[str, Any]]:
    """Yield a line that says of what these are the answers, and one for each person. `book` is a word for its files."""
    now = instant(now, "now")
    asking = Asking(playbook, now)
    yield {"callrules": version, "playbook": playbook.fingerprint, "book": book, "at": write_moment(now)}
    for person in people:
        step = playbook.next_step(*person, now)
        code, says = asking.standing(person, step).group
        yield {"contact": person[0].id, "code": code, "says": says, "step": write_step(step, now)}


def read_answers(lines: Iterable[Any]) -> Kept:
    """The answers in parsed lines. Raises `BadInput` with the line, what was found and what was expected."""
    numbered = enumerate(lines, start=1)
    _, head = next(numbered, (1, None))
    told = [_text(head, name, 1) for name in HEAD]
    standings = {_text(each, "contact", line): _standing(each, line) for line, each in numbered}
    return Kept(version=told[0], playbook=told[1], book=told[2], at=read_instant(told[3], "1: at"), standings=standings)


def _standing(line: Any, number: int) -> Standing:
    group = (_text(line, "code", number), _text(line, "says", number))
    return Standing(group=group, step=read_step(line.get("step"), f"{number}: step"))


def _text(line: Any, name: str, number: int) -> str:
    found = line.get(name) if isinstance(line, dict) else line
    if isinstance(found, str):
        return found
    if found is None:
        raise BadInput(f"{number}: {name}: found nothing, expected {A_LINE}")
    raise BadInput(f"{number}: {name}: found {kind_of(found)}, expected {A_LINE}")


@attrs.frozen
class Told:
    """The side of answers that were kept."""

    kept: Kept

    def step(self, person: Person) -> Step | None:
        """Give the step that was kept."""
        return self.standing(person, None).step

    def standing(self, person: Person, _: Step | None) -> Standing:
        """Tell how somebody stood then."""
        return self.kept.standings.get(person[0].id, Standing(group=NOT_ASKED, step=None))


def compare_with(playbook: Playbook, kept: Kept, people: Iterable[Person]) -> Comparison:
    """Ask the playbook about everybody at the moment of these answers, and keep those about whom they differ."""
    return compare_sides(Asking(playbook, kept.at), Told(kept), people, kept.at)
