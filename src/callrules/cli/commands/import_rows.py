"""`callrules import contacts`, `calls` and `messages`: rows of another system become people and facts of a book."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from callrules.cli.options import as_json, clock, print_json, warn

if TYPE_CHECKING:
    from callrules.cli.imports.number_zones import Zones
    from callrules.cli.imports.tally import Tally
    from callrules.cli.imports.vcards import VCards

SHOWN = 10
"""So many refused rows are told one by one."""


def for_all(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every import of rows."""
    options = (
        click.argument("file"),
        click.option("--into", "book", required=True, metavar="BOOK", help="The book to make or to add to."),
        click.option("--as", "system", metavar="SYSTEM", help="Whose export it is: see `callrules import maps`."),
        click.option("--map", "own", metavar="FILE.toml", help="A map of your own."),
        click.option("--id", "who", metavar="COLUMN", help="Whose row it is; else as the map says."),
        click.option("--dates", multiple=True, metavar="FORMAT", help="iso, unix, unix_ms, excel, or like '%d.%m.%Y'."),
        click.option("--zone", help="The IANA zone of moments that name none."),
        click.option("--timezone", help="Where new people are, such as Europe/Paris."),
        click.option("--region", help="Their ISO 3166 region, which makes numbers whole, such as FR or US-NY."),
        click.option("--rest", metavar="FILE.csv", help="Write the rows that were not taken there, to be mended."),
        click.option("--dry-run", is_flag=True, help="Count, and write nothing."),
        as_json,
    )
    for option in reversed(options):
        command = option(command)
    return command


def happened(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of what has happened."""
    options = (
        click.option("--at", "at", metavar="COLUMN", help="When it was; else as the map says."),
        click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only rows in which it says that."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command("contacts")
@for_all
@click.option("--zones-by-number", is_flag=True, help="Where no zone is named, take those of the number's prefix.")
def contacts(**told: Any) -> None:
    """Take people from a CSV file, or from vCards (.vcf), into a book.

    Nobody who is in the book is overwritten. A column that says "do not call" becomes a no.
    """
    _run("contacts", told)


@click.command("calls")
@for_all
@happened
@click.option("--disposition", metavar="COLUMN", help="How it ended; without one, nobody knows who answered.")
def calls(**told: Any) -> None:
    """Take calls from a CSV file into a book. Importing again adds nothing; a row that was mended adds a version."""
    _run("calls", told)


@click.command("messages")
@for_all
@happened
def messages(**told: Any) -> None:
    """Take messages from a CSV file into a book, by a map of your own with a table [messages]."""
    _run("messages", told)


def _run(kind: str, told: dict[str, Any]) -> None:
    from pathlib import Path

    from callrules.cli.imports.chosen import chosen, place_of
    from callrules.cli.imports.rest import checked
    from callrules.cli.imports.taking_in import take_in
    from callrules.cli.imports.task import Task

    task = Task(
        file=told["file"],
        book=Path(told["book"]),
        map=chosen(kind, told),
        given=place_of(told),
        now=clock(),
        dry_run=told["dry_run"],
        rest=checked(told["rest"], told["file"]),
        zones=_zones() if told.get("zones_by_number") else None,
    )
    tally = take_in(task, kind, _cards(kind, task.file))
    report(kind, task.file, told["book"], tally, dry_run=task.dry_run, as_json=told["as_json"])


def _zones() -> Zones:
    from callrules.cli.imports.number_zones import zones_by_number

    return zones_by_number()


def _cards(kind: str, file: str) -> VCards | None:
    """The cards of a file of vCards; nothing for any other file."""
    from callrules.cli.imports.vcards import VCards, is_of_vcards

    return VCards(file) if kind == "contacts" and is_of_vcards(file) else None


def report(kind: str, file: str, book: str, tally: Tally, *, dry_run: bool, as_json: bool) -> None:
    """Say what became of every row."""
    if as_json:
        print_json({"file": file, "book": book, "dry_run": dry_run, **tally.written()})
        return
    from callrules.cli.lines import say

    for line in told_lines(kind, book, tally, dry_run=dry_run):
        say(line)
    for each in tally.refusals[:SHOWN]:
        warn(each.says(file))
    if tally.refused > SHOWN:
        warn(f"and {tally.refused - SHOWN:,} more rows like these: --rest FILE.csv writes all of them")


def told_lines(kind: str, book: str, tally: Tally, *, dry_run: bool) -> list[str]:
    """The count, in a few lines."""
    counts = {
        f"new {kind[:-1]}": tally.new, "there already": tally.there, "changed": tally.changed,
        "left out": tally.left_out, "refused": tally.refused,
    }  # fmt: skip
    parts = [_counted(count, says) for says, count in counts.items() if count or says.startswith("new")]
    head = f"{book}: {_counted(tally.rows, 'row')}: {', '.join(parts)}"
    lines = [f"{head} (a dry run: nothing was written)" if dry_run else head]
    if tally.people and kind != "contacts":
        people = "1 person" if tally.people == 1 else f"{tally.people:,} people"
        lines.append(f"{people} came into the book with them")
    if tally.beside["opt_out"]:
        lines.append(f"beside them what is known of whoever said no, {tally.beside['opt_out']:,}x")
    return [*lines, *tally.lines()]


def _counted(count: int, says: str) -> str:
    """A count with its noun, of which there may be one."""
    is_noun = says == "row" or says.startswith("new")
    return f"{count:,} {says}s" if is_noun and count != 1 else f"{count:,} {says}"
