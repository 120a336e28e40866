"""`callrules brief`: the one page to have in front of you during a call."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from callrules.cli.cases import sender_from, sender_options
from callrules.cli.options import (
    as_json,
    at,
    clock,
    failed,
    influence_file,
    open_playbook,
    playbook_file,
    print_json,
    warn,
)

if TYPE_CHECKING:
    from callrules.desk.briefing import Briefing


@click.command("brief")
@click.argument("book")
@click.argument("contact")
@at
@click.option("--html", metavar="FILE", help="Also write it as a page to look at, or to print.")
@as_json
@sender_options
@playbook_file
@influence_file
def command(
    book: str,
    contact: str,
    *,
    at: dt.datetime | None,
    html: str | None,
    as_json: bool,
    playbook_file: str | None,
    influence_file: str | None,
    **sender: str | None,
) -> int:
    """Print one page for the call: who they are, why now, what to tell, how to begin, what not to say."""
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book
    from callrules.cli.screen.briefings import show_briefing, written_briefing
    from callrules.desk.briefing import briefing

    now, opened = at or clock(), Book(book)
    who = opened.must_know(contact)
    maps = maps_of(opened, influence_file)
    playbook, person = knowing(open_playbook(playbook_file), maps), opened.person(who)
    opened.tell()
    if person is None:
        return _rests(who, opened.resting[who], html, as_json=as_json)
    told = briefing(playbook, *person, now, sender=sender_from(sender), influence=maps)
    if as_json:
        print_json(written_briefing(told))
    else:
        show_briefing(told)
    if html:
        _write_page(html, told, aside=as_json)
    return failed([told.step])


def _rests(who: str, trouble: str, html: str | None, *, as_json: bool) -> int:
    from callrules.cli.lines import say

    if html:
        warn(f"{html}: not written, because what happened with {who} could not be read")
    if as_json:
        print_json({"contact": who, "standing": f"rests, because it could not be read: {trouble}", "sections": []})
    else:
        say(f"{who}: rests, because it could not be read: {trouble}")
    return 0


def _write_page(path: str, told: Briefing, *, aside: bool) -> None:
    from callrules.cli.screen.write_page import write_page
    from callrules.desk.briefing_page import briefing_page
    from callrules.pictures.influence_picture import influence_picture

    seen = told.around
    picture = influence_picture(seen, told.contact.id, told.introduction) if seen else None
    write_page(path, briefing_page(told, picture), aside=aside)
