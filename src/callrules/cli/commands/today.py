"""`callrules today`: whom to ring now, and why everybody else can wait."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from callrules.cli.options import RULE_FAILED, as_json, at, clock, open_playbook, playbook_file, print_json

if TYPE_CHECKING:
    from callrules.cli.book.contacts_file import Row
    from callrules.cli.book.reading import Book
    from callrules.desk.day_list import DayList, LeftOut
    from callrules.desk.left_out import Person
    from callrules.history import History
    from callrules.playbook import Playbook

UNREADABLE = ("unreadable", "could not be read: they rest until the line is mended")
OTHERS = ("other_reps", "looked after by somebody else")


@click.command("today")
@click.argument("book")
@at
@click.option("--most", type=click.IntRange(min=0), default=5, show_default=True, help="How many calls.")
@click.option("--rep", help="Only contacts of this rep, or of nobody.")
@as_json
@playbook_file
def command(
    book: str, *, at: dt.datetime | None, most: int, rep: str | None, as_json: bool, playbook_file: str | None
) -> int:
    """List whom to ring now out of a book, and, counted, why everybody else can wait."""
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book

    playbook, now = open_playbook(playbook_file), at or clock()
    with undisturbed():
        opened = Book(book)
        playbook = knowing(playbook, maps_of(opened))
        day, tried = list_of_the_day(playbook, opened, now, most=most, rep=rep)
    opened.tell()
    if as_json:
        print_json(written(day))
    else:
        from callrules.cli.screen.day_lines import show_day
        from callrules.desk.talk_rate import talk_rate

        show_day(day, talk_rate(tried, rep).says, _begin(playbook, opened, day))
    return RULE_FAILED if any(each.code == "rule_failed" for each in day.left_out) else 0


def _begin(playbook: Playbook, book: Book, day: DayList) -> str | None:
    """How the first call of the day could begin."""
    person = book.person(day.calls[0][0].id) if day.calls else None
    opener = playbook.script(*person, day.calls[0][1]).opener if person else None
    return opener.text if opener else None


@contextmanager
def undisturbed() -> Iterator[None]:
    """A book is read once and kept: there is no garbage to look for meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _noting(people: Iterable[Person], tried: list[History]) -> Iterator[Person]:
    for contact, history in people:
        if history.attempts:
            tried.append(history)
        yield contact, history


def list_of_the_day(
    playbook: Playbook, book: Book, now: dt.datetime, *, most: int, rep: str | None
) -> tuple[DayList, list[History]]:
    """The day list of a book, with those counted too who could not be read or are another rep's.

    With it the histories of everybody who was ever rung.
    """
    tried: list[History] = []
    from callrules.cli.screen.drawing import progress
    from callrules.desk.day_list import day_list

    others = {who for who, row in book.rows.items() if _is_anothers(row, rep)}
    people = _noting(book.people(lambda row: row.id not in others), tried)
    day = day_list(playbook, progress(people, len(book) - len(others), "looking"), now, most=most, rep=rep)
    unreadable = len(book.resting.keys() - others)
    counted = day.leaving_out(*UNREADABLE, count=unreadable).leaving_out(*OTHERS, count=len(others))
    return counted, tried


def _is_anothers(row: Row, rep: str | None) -> bool:
    return rep is not None and row.text("owner") not in {None, rep}


def written(day: DayList) -> dict[str, Any]:
    """The list as plain JSON (design, part 6)."""
    from callrules.wire import write_moment, write_step

    return {
        "at": write_moment(day.at),
        "calls": [{"contact": contact.id, "step": write_step(call, day.at)} for contact, call in day.calls],
        "left_out": [_group(each) for each in day.left_out],
    }


def _group(left_out: LeftOut) -> dict[str, Any]:
    from callrules.wire import write_moment

    next_at = write_moment(left_out.next_at) if left_out.next_at else None
    return {"code": left_out.code, "says": left_out.says, "count": left_out.count, "next_at": next_at}
