"""A story is read and written line by line; what is wrong is said with the number of its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

import attrs

from callrules import checks
from callrules.contact import Contact
from callrules.errors import BadInput, CallrulesError, InvalidValue
from callrules.facts import Fact
from callrules.history import History
from callrules.testing.stories.clocks import Clock
from callrules.testing.stories.expected import Expected
from callrules.testing.stories.fields import read_fact_line, write_fact_line
from callrules.testing.stories.heads import clock_of, read_head, write_head

NOT_KNOWN, LEADS_TO, TITLE = "?", "=>", "#"
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Story:
    """A story as read: somebody, what happened, the moment asked about and what is expected then, where told.

    `clock` is the one on which the page tells its moments; it takes no part in equality.
    """

    contact: Contact
    history: History
    now: dt.datetime | None = None
    expected: Expected | None = None
    title: str | None = None
    clock: Clock = attrs.field(factory=Clock, eq=False, repr=False)


class Line(NamedTuple):
    """One line of a text that says something, and its number there."""

    number: int
    says: str


def write_story(
    contact: Contact, history: History, now: dt.datetime | None = None, expected: Expected | None = None
) -> str:
    """The story as text that `read_story` reads back exactly. Raises `InvalidValue` for an answer without `now`."""
    if expected and now is None:
        raise InvalidValue("now", None, "the moment at which that step is expected")
    clock = clock_of(contact)
    lines = [write_head(contact, clock)]
    lines += [f"{clock.stamp(fact.at)}  {write_fact_line(fact, clock)}" for fact in history.entries]
    return "\n".join([*lines, *([] if now is None else [last_line(now, expected, clock.zone)])]) + "\n"


def last_line(now: dt.datetime, expected: Expected | None, zone: str) -> str:
    """The moment asked about, and what is expected then."""
    clock = Clock(zone)
    says = attrs.evolve(expected, clock=clock).says if expected else NOT_KNOWN
    return f"{clock.stamp(checks.instant(now, 'now'))}  {LEADS_TO} {says}"


def read_story(text: str) -> Story:
    """The story that was written. Raises `BadInput`: the line, what was found, what was expected."""
    return story_of([Line(number, each) for number, each in enumerate(text.splitlines(), 1)])


def story_of(lines: Iterable[Line]) -> Story:
    """The story on these lines; blank ones say nothing, and one with a # is its title. Raises `BadInput`."""
    given = [Line(number, says.strip()) for number, says in lines if says.strip()]
    titles = [line.says.lstrip(TITLE).strip() for line in given if line.says.startswith(TITLE)]
    told = [line for line in given if not line.says.startswith(TITLE)]
    if not told:
        number = given[0].number if given else 1
        raise BadInput(f"line {number}: found no contact, expected a line such as: Kim Doe, Europe/Paris")
    contact, clock = _at_line(told[0], read_head)
    reader = _Reader(clock)
    for line in told[1:]:
        _at_line(line, reader.read)
    return Story(
        contact=contact, history=History(reader.facts), now=reader.now, expected=reader.expected, clock=clock,
        title=next(filter(None, titles), None),
    )  # fmt: skip


@attrs.define
class _Reader:
    clock: Clock
    facts: list[Fact] = attrs.field(factory=list)
    now: dt.datetime | None = None
    expected: Expected | None = None

    def read(self, line: str) -> None:
        """A fact, or the last line. Nothing may come after that."""
        if self.now is not None:
            raise BadInput(f"found {line!r}, expected nothing after the line with =>; a blank line begins a new story")
        at, says = self.clock.read_stamp(line)
        if not says.startswith(LEADS_TO):
            self.facts.append(read_fact_line(at, says, self.clock))
            return
        answer = says.removeprefix(LEADS_TO).strip()
        self.expected = None if answer == NOT_KNOWN else Expected.read(answer, self.clock.zone)
        self.now = at


def _at_line(line: Line, read: Callable[[str], T]) -> T:
    try:
        return read(line.says)
    except CallrulesError as error:
        raise BadInput(f"line {line.number}: {error}") from None
