"""Where examples stand: pages of a text, parted by blank lines, or in the `story` blocks of a file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import attrs

from callrules.errors import BadInput, CallrulesError
from callrules.testing.policies import Policy
from callrules.testing.stories.expected import Expected
from callrules.testing.stories.story import Line, Story, last_line, story_of

SUFFIXES = (".md", ".txt")
OPENS, CLOSES = re.compile(r"\s*```+\s*story\s*"), re.compile(r"\s*```+\s*")


@attrs.frozen(kw_only=True)
class Example:
    """One page: the story on it, the moment asked about, and how it was written."""

    story: Story
    now: dt.datetime
    lines: tuple[Line, ...]
    source: str = ""

    @property
    def name(self) -> str:
        """The title; without one, the last line as a word."""
        return self.story.title or re.sub(r"[^\w]+", "-", self.lines[-1].says.lower()).strip("-")

    @property
    def where(self) -> str:
        """Its name, and on which line it begins."""
        return f"{self.source}{self.name!r} (line {self.lines[0].number})"

    def failure(self, policy: Policy) -> str | None:
        """The page, what was found and why; `None` where what was expected is found."""
        story = self.story
        step = policy.next_step(story.contact, story.history, self.now)
        if story.expected and story.expected.met_by(step, self.now):
            return None
        found = Expected.of(step, self.now, story.clock.zone)
        because = [f"  {each.rule}: {each.says}" for each in step.because] or ["  (nothing was said)"]
        page = [line.says for line in self.lines]
        answer = last_line(self.now, found, story.clock.zone)
        return "\n".join([*page, "", "but this was found:", answer, "because", *because])


def examples_in(given: str | Path) -> list[Example]:
    """The examples of a text, or of a file named by its path. Raises `BadInput`, also where one stands twice."""
    source = f"{given}: " if _is_path(given) else ""
    try:
        found = [_example(page, source) for page in _pages(given)]
    except CallrulesError as error:
        raise BadInput(f"{source}{error}") from None
    if not found:
        raise BadInput(f"{source}found no story, expected {_wanted(source)}")
    _refuse_twice(found)
    return found


def _is_path(given: str | Path) -> bool:
    return isinstance(given, Path) or ("\n" not in given and given.endswith(SUFFIXES))


def _pages(given: str | Path) -> Iterator[tuple[Line, ...]]:
    blocks = _blocks(_numbered(_text_of(Path(given)))) if _is_path(given) else [_numbered(str(given))]
    for block in blocks:
        yield from _parted(block)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"found no text to read ({error.__class__.__name__}), expected a file with stories") from None


def _numbered(text: str) -> list[Line]:
    return [Line(number, says.strip()) for number, says in enumerate(text.splitlines(), 1)]


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of each fenced `story` block."""
    opened: Line | None = None
    block: list[Line] = []
    for line in lines:
        if opened is None:
            opened, block = (line if OPENS.fullmatch(line.says) else None), []
        elif CLOSES.fullmatch(line.says):
            yield block
            opened = None
        else:
            block.append(line)
    if opened:
        raise BadInput(f"line {opened.number}: found a story block without an end, expected a line with ``` after it")


def _parted(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """The pages between blank lines."""
    for is_page, page in groupby(lines, key=lambda line: bool(line.says)):
        if is_page:
            yield tuple(page)


def _example(page: tuple[Line, ...], source: str) -> Example:
    story = story_of(page)
    if story.now is None:
        raise BadInput(
            f"line {page[-1].number}: found no step, expected a last line such as: Tue 2025-06-03 13:00  => no call"
        )
    return Example(story=story, now=story.now, lines=page, source=source)


def _refuse_twice(examples: Iterable[Example]) -> None:
    known: dict[object, Example] = {}
    for each in examples:
        first = known.setdefault((each.story.contact, each.story.history, each.now), each)
        if first is not each:
            raise BadInput(f"{each.where}: found the same facts and moment as in {first.where}, expected them once")


def _wanted(source: str) -> str:
    return "a block that begins with ```story" if source else "a contact, facts, and a last line with =>"
