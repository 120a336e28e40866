"""`callrules brief`: the one page to have in front of you during a call."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

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
        print_json(written(told))
    else:
        _print_for_people(told)
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


def written(told: Briefing) -> dict[str, Any]:
    """The briefing as plain JSON: the step, the script of the call, and each part of the page."""
    from callrules.desk.briefing_lines import sections, standing
    from callrules.wire import write_moment, write_script, write_step

    path = told.introduction
    return {
        "contact": told.contact.id,
        "at": write_moment(told.at),
        "step": write_step(told.step, told.at),
        "call": write_step(told.call, told.at) if told.call else None,
        "standing": standing(told),
        "missing": list(told.missing),
        "introduction": {"path": list(path.people), "strength": float(path.strength)} if path else None,
        "script": write_script(told.script),
        "sections": [{"name": each.name, "title": each.title, "lines": list(each.lines)} for each in sections(told)],
    }


def _print_for_people(told: Briefing) -> None:
    from callrules.cli.lines import say
    from callrules.cli.screen.drawing import heading as headed
    from callrules.desk.briefing_lines import heading, sections, standing
    from callrules.redaction import on_one_line

    called, about = heading(told)
    headed(on_one_line(called))
    say(about)
    if standing(told):
        say(str(standing(told)))
    for section in sections(told):
        headed(f"\n{section.title}")
        for line in section.lines:
            click.echo(_folded(line))


def _folded(line: str) -> str:
    import textwrap

    return textwrap.fill(line, 78, initial_indent="  ", subsequent_indent="    ", break_long_words=False)


def _write_page(path: str, told: Briefing, *, aside: bool) -> None:
    from callrules.cli.screen.write_page import write_page
    from callrules.desk.briefing_page import briefing_page
    from callrules.pictures.influence_picture import influence_picture

    seen = told.around
    picture = influence_picture(seen, told.contact.id, told.introduction) if seen else None
    write_page(path, briefing_page(told, picture), aside=aside)
