"""`callrules replay`: what the rules would have said about the calls of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from callrules.cli.options import (
    ANSWERED,
    RULE_FAILED,
    against_file,
    as_json,
    html_file,
    open_playbook,
    playbook_file,
    print_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from callrules.cli.book.reading import Book
    from callrules.desk.table import Table
    from callrules.playbook import Playbook


@click.command("replay")
@click.argument("book")
@against_file
@html_file
@as_json
@playbook_file
def command(book: str, *, against: str | None, html: str | None, as_json: bool, playbook_file: str | None) -> int:
    """Judge every call of a book by what was known just before it: one verdict each.

    With --against, by another playbook, too, side by side.
    """
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book

    playbook, other, opened = open_playbook(playbook_file), open_playbook(against) if against else None, Book(book)
    maps = maps_of(opened)
    playbook, other = knowing(playbook, maps), knowing(other, maps) if other else None
    answer, title, tables, page, failed = _replayed(opened, playbook, other)
    opened.tell()
    if as_json:
        print_json(answer)
    else:
        from callrules.cli.screen.tables import show

        show(title, tables)
    if html:
        from callrules.cli.screen.write_page import write_page

        write_page(html, page, aside=as_json)
    return RULE_FAILED if failed else ANSWERED


def _replayed(book: Book, playbook: Playbook, other: Playbook | None) -> tuple[Any, str, Iterable[Table], str, bool]:
    """The answer for programs, the title, the tables and the page, and whether a rule failed."""
    from callrules.cli.commands.today import undisturbed
    from callrules.cli.screen.drawing import progress
    from callrules.desk.replay import replay_page as pages
    from callrules.desk.replay.replaying import replay
    from callrules.desk.replay.side_by_side import side_by_side
    from callrules.desk.replay.tables import heading, tables, tables_of_both
    from callrules.desk.replay.written import write_replay, write_side_by_side

    people = progress(book.people(), len(book), "replaying")
    with undisturbed():
        if other is None:
            one = replay(playbook, people)
            return write_replay(one), heading(one), tables(one), pages.replay_page(one), one.failed
        both = side_by_side(playbook, other, people)
    failed = both.one.failed or both.other.failed
    title = heading(both.one)
    return write_side_by_side(both), title, tables_of_both(both), pages.side_by_side_page(both), failed
