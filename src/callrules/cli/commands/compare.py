"""`callrules compare`: what another playbook would do, before it does it."""

from __future__ import annotations

import datetime as dt

import click

from callrules.cli.options import ANSWERED, RULE_FAILED, as_json, at, clock, open_playbook, playbook_file, print_json


@click.command("compare")
@click.argument("book")
@click.option("--against", required=True, metavar="OTHER.toml", help="The other playbook.")
@at
@as_json
@playbook_file
def command(book: str, *, against: str, at: dt.datetime | None, as_json: bool, playbook_file: str | None) -> int:
    """Show who is rung by another playbook that is not by this one, the other way round, and by which rule."""
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book
    from callrules.cli.commands.today import undisturbed
    from callrules.cli.screen.drawing import progress
    from callrules.cli.screen.tables import show
    from callrules.desk.comparing.comparing import compare
    from callrules.desk.comparing.tables import heading, tables
    from callrules.desk.comparing.written import write_comparison

    ours, other, opened = open_playbook(playbook_file), open_playbook(against), Book(book)
    maps = maps_of(opened)
    with undisturbed():
        people = progress(opened.people(), len(opened), "comparing")
        seen = compare(knowing(ours, maps), knowing(other, maps), people, at or clock())
    opened.tell()
    if as_json:
        print_json(write_comparison(seen))
    else:
        show(heading(seen), tables(seen))
    return RULE_FAILED if seen.failed else ANSWERED
