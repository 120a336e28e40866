"""Mistakes that are easy to make, made on purpose, and what is said about them."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

from callrules import CallrulesError, Contact, History, Phone, Playbook, Window, hookimpl
from callrules.rules import Pace
from callrules.step import Step
from callrules.wire import read_fact


@attrs.frozen
class Provoked:
    """A mistake, the error it meets, and its words."""

    mistake: str
    error: str
    says: str


@attrs.frozen
class Unmarked:
    """Forgot the mark."""

    def permits(self, at: dt.datetime) -> None:
        """Look like an answer."""


@attrs.frozen
class Misspelt:
    """Answers a question that nobody asks."""

    @hookimpl
    def permit(self, at: dt.datetime) -> None:
        """Be close, but not close enough."""


@attrs.frozen
class Wishful:
    """Asks for an argument that does not exist."""

    @hookimpl
    def permits(self, weather: str) -> None:
        """Wish."""


class Changeable:
    """Cannot be hashed."""

    __hash__ = None  # type: ignore[assignment]

    @hookimpl
    def permits(self) -> None:
        """Change one's mind."""


@attrs.frozen
class Curt:
    """Answers with the wrong type."""

    @hookimpl
    def permits(self) -> Any:
        """Say yes."""
        return True


@attrs.frozen
class Broken:
    """Raises."""

    @hookimpl
    def permits(self) -> Window:
        """Divide by zero."""
        return Window(start=1 / 0)  # type: ignore[arg-type]


def _toml(text: str) -> Callable[[Path], object]:
    def read(folder: Path) -> object:
        path = folder / "playbook.toml"
        path.write_text(text, "utf-8")
        return Playbook.from_toml(path)

    return read


def _ask(rule: Any) -> object:
    contact = Contact(id="ada", timezone="Europe/Paris")
    return (
        Playbook(strict=True)
        .with_rules(rule)
        .next_step(contact, History(), dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    )


MISTAKES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("A number without its country", lambda _: Phone(number="206 555 0105")),
    ("A misspelt zone", lambda _: Contact(id="ada", timezone="Europe/Pariss")),
    ("A time without a zone", lambda _: Playbook().next_step(Contact(id="ada"), History(), dt.datetime(2026, 11, 20))),  # noqa: DTZ001
    (
        "A misspelt field in JSON",
        lambda _: read_fact(
            {"type": "commitment", "at": "2026-11-20T15:00:00Z", "by": "us", "due": "2026-11-27", "aksed_by": "them"}
        ),
    ),
    ("A class instead of an instance", lambda _: Playbook().with_rules(Pace)),
    ("A forgotten `@hookimpl`", lambda _: Playbook().with_rules(Unmarked())),
    ("A hook that does not exist", lambda _: Playbook().with_rules(Misspelt())),
    ("An argument that does not exist", lambda _: Playbook().with_rules(Wishful())),
    ("A rule that can change", lambda _: Playbook().with_rules(Changeable())),
    ("Two rules of one name", lambda _: Playbook([Pace(), Pace(least_hours=1)])),
    ("A part of the floor left out", lambda _: Playbook().without("opt_out")),
    ("A misspelt rule left out", lambda _: Playbook().without("pase")),
    ("A misspelt parameter in TOML", _toml("[pace]\nleast_hour = 24\n")),
    ("A wrong kind of value in TOML", _toml('[pace]\nleast_hours = "a day"\n')),
    ("A number in TOML that is too large", _toml("[pace]\nleast_hours = 1_000_000\n")),
    ("A moment that nobody lives in", lambda _: Contact(id="ada", known_since=dt.date(1066, 10, 14))),
    ("A rule that answers with the wrong type, in a strict playbook", lambda _: _ask(Curt())),
    ("A rule that raises, in a strict playbook", lambda _: _ask(Broken())),
)


def failed_step() -> Step:
    """What is answered for a rule that raises, in a playbook that is not strict."""
    contact = Contact(id="ada", timezone="Europe/Paris")
    return Playbook().with_rules(Broken()).next_step(contact, History(), dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))


def provoked() -> Iterator[Provoked]:
    """Make every mistake once."""
    with tempfile.TemporaryDirectory() as folder:
        for mistake, make in MISTAKES:
            try:
                made = make(Path(folder))
            except CallrulesError as error:
                yield Provoked(mistake, type(error).__name__, str(error).replace(f"{folder}/", ""))
            else:
                raise AssertionError(f"{mistake}: found {made!r}, expected an error")
