"""`callrules why`: what every rule says about one person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from callrules.cli.lines import say
from callrules.cli.options import (
    as_json,
    at,
    clock,
    failed,
    influence_file,
    is_for_people,
    open_playbook,
    playbook_file,
    print_json,
    warn,
)

if TYPE_CHECKING:
    from callrules.contact import Contact
    from callrules.deciding.explanation import Explanation
    from callrules.history import History
    from callrules.playbook import Playbook
    from callrules.step import Step


@click.command("why")
@click.argument("book")
@click.argument("contact")
@at
@click.option("--svg", metavar="FILE", help="Also write their timeline as a picture.")
@as_json
@playbook_file
@influence_file
def command(
    book: str,
    contact: str,
    *,
    at: dt.datetime | None,
    svg: str | None,
    as_json: bool,
    playbook_file: str | None,
    influence_file: str | None,
) -> int:
    """Show what every rule says about one person of a book, also the silent ones."""
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book

    now, opened = at or clock(), Book(book)
    playbook = knowing(open_playbook(playbook_file), maps_of(opened, influence_file))
    contact = opened.must_know(contact)
    person = opened.person(contact)
    opened.tell()
    if person is None:
        if svg:
            warn(f"{svg}: not written, because what happened with {contact} could not be read")
        return _rests(contact, opened.resting[contact], now, as_json=as_json)
    explanation = playbook.explain(*person, now)
    if as_json:
        _print_for_programs(contact, explanation)
    else:
        show(explanation)
        _say(playbook, person, explanation.step)
    if svg:
        _draw(svg, person, explanation.step, aside=as_json)
    return failed([explanation.step])


def _say(playbook: Playbook, person: tuple[Contact, History], step: Step) -> None:
    """How the call could begin, or what could be written."""
    script = playbook.script(*person, step)
    said = script.opener.text if script.opener else script.text
    if said:
        click.echo(f"\nIn words:\n{said}")


def _draw(path: str, person: tuple[Contact, History], step: Step, *, aside: bool) -> None:
    from callrules.cli.screen.write_svg import write_picture
    from callrules.pictures.timeline import timeline

    write_picture(path, timeline(*person, step), aside=aside)


def _rests(contact: str, trouble: str, now: dt.datetime, *, as_json: bool) -> int:
    from callrules.cli.book.unread import unread
    from callrules.wire import write_moment, write_step

    if as_json:
        step = write_step(unread(trouble), now)
        print_json({"contact": contact, "at": write_moment(now), "step": step, "says": []})
    else:
        say(f"{contact}: rests, because it could not be read: {trouble}")
    return 0


def _print_for_programs(contact: str, explanation: Explanation) -> None:
    from callrules.wire import write_explanation

    print_json({**write_explanation(explanation), "contact": contact})


def show(explanation: Explanation) -> None:
    """The explanation: a table on a terminal, text elsewhere."""
    if not is_for_people():
        click.echo(str(explanation))
        return
    from rich.console import Console

    Console().print(explanation)
