"""`callrules compare`: what another playbook would do, or another version, before it does it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from callrules.cli.options import ANSWERED, RULE_FAILED, as_json, at, clock, open_playbook, playbook_file, print_json

if TYPE_CHECKING:
    from callrules.cli.book.reading import Book
    from callrules.desk.comparing.comparing import Comparison
    from callrules.playbook import Playbook

KEEP = "Keep what this version and playbook say of everybody, and compare nothing."
BEFORE = "What another version or playbook said, as --keep wrote it."


@click.command("compare")
@click.argument("book")
@click.option("--against", metavar="OTHER.toml", help="The other playbook.")
@click.option("--keep", metavar="FILE.jsonl", help=KEEP)
@click.option("--before", metavar="FILE.jsonl", help=BEFORE)
@at
@as_json
@playbook_file
def command(
    book: str, *, against: str | None, keep: str | None, before: str | None, at: dt.datetime | None, as_json: bool,
    playbook_file: str | None,
) -> int:  # fmt: skip
    """Show who is rung by another playbook that is not by this one, the other way round, and by which rule.

    For another version of callrules: --keep with the one, --before with the other.
    """
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book

    _must_be_one(against, keep, before)
    ours, opened = open_playbook(playbook_file), Book(book)
    playbook = knowing(ours, maps_of(opened))
    if keep:
        return _kept(playbook, opened, keep, at or clock())
    if before:
        seen = _compared_with(playbook, opened, before, at)
    else:
        seen = _compared(playbook, opened, against, at or clock())
    opened.tell()
    return _told(seen, as_json=as_json)


def _must_be_one(*told: str | None) -> None:
    given = [each for each in told if each is not None]
    if len(given) != 1:
        found = "nothing" if not given else "several of them"
        raise click.UsageError(f"--against: found {found}, expected one of --against, --keep and --before")


def _compared(ours: Playbook, book: Book, against: str | None, now: dt.datetime) -> Comparison:
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.commands.today import undisturbed
    from callrules.cli.screen.drawing import progress
    from callrules.desk.comparing.comparing import compare

    other = knowing(open_playbook(against), maps_of(book))
    with undisturbed():
        return compare(ours, other, progress(book.people(), len(book), "comparing"), now)


def _compared_with(ours: Playbook, book: Book, before: str, at: dt.datetime | None) -> Comparison:
    from callrules.cli.book.answers_file import read_kept
    from callrules.cli.commands.today import undisturbed
    from callrules.cli.screen.drawing import progress
    from callrules.desk.comparing.kept_answers import compare_with
    from callrules.errors import BadInput

    kept = read_kept(before, book.folder)
    if at and at != kept.at:
        raise BadInput(f"--at: found another moment than that of {before}, expected none: it is compared at its own")
    with undisturbed():
        return compare_with(ours, kept, progress(book.people(), len(book), "comparing"))


def _kept(ours: Playbook, book: Book, path: str, now: dt.datetime) -> int:
    from callrules.cli.book.answers_file import keep
    from callrules.cli.commands.today import undisturbed
    from callrules.cli.lines import say
    from callrules.cli.screen.drawing import progress

    with undisturbed():
        count = keep(path, book.folder, progress(book.people(), len(book), "asking"), ours, now)
    book.tell()
    say(f"{path}: what is next with {count:,} people; compare with it before anything is written into the book")
    return ANSWERED


def _told(seen: Comparison, *, as_json: bool) -> int:
    from callrules.cli.screen.tables import show
    from callrules.desk.comparing.tables import heading, tables
    from callrules.desk.comparing.written import write_comparison

    if as_json:
        print_json(write_comparison(seen))
    else:
        show(heading(seen), tables(seen))
    return RULE_FAILED if seen.failed else ANSWERED
