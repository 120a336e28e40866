"""`callrules today`: whom to ring now, and why everybody else can wait."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from callrules.cli.cases import sender_from, sender_options
from callrules.cli.options import RULE_FAILED, as_json, at, clock, open_playbook, playbook_file, print_json

if TYPE_CHECKING:
    from callrules.cli.book.due.day import Found
    from callrules.cli.screen.desk_lines import AtHand
    from callrules.contact import Contact
    from callrules.desk.day_list import DayList, LeftOut
    from callrules.desk.desks import Desk
    from callrules.script import Script, Sender
    from callrules.step import Step


def _date(_: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    from callrules.errors import BadInput
    from callrules.redaction import quoted

    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        raise BadInput(f"{param.opts[0]}: found {quoted(value)}, expected a day, such as 2026-11-20") from None


def _print_schema(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it
    if not wanted or context.resilient_parsing:
        return
    from callrules.cli.book.desk_schema import desk_schema

    print_json(desk_schema())
    context.exit()


SCHEMA_SAYS = "Print the JSON Schema of desk.toml and do nothing else."


@click.command("today")
@click.argument("book")
@at
@click.option("--on", metavar="DATE", callback=_date, help="Another day: its first block, else this hour of it.")
@click.option("--most", type=click.IntRange(min=0), help="How many calls; else the rep's capacity, which is 5.")
@click.option("--errands", type=click.IntRange(min=0), default=20, show_default=True, help="How many errands.")
@click.option("--rep", help="Only what is this rep's, or nobody's.")
@click.option("--script", "with_script", is_flag=True, help="Add the words of the first call.")
@as_json
@click.option("--schema", is_flag=True, is_eager=True, expose_value=False, callback=_print_schema, help=SCHEMA_SAYS)
@sender_options
@playbook_file
def command(
    book: str, *, at: dt.datetime | None, on: dt.date | None, most: int | None, errands: int, rep: str | None,
    with_script: bool, as_json: bool, playbook_file: str | None, **sender: str | None,
) -> int:  # fmt: skip
    """List whom to ring now out of a book, what is owed beside, and, counted, why everybody else can wait.

    Reps, their hours for calling, absences and the day of going live stand in the book's desk.toml, where it has one.
    """
    from callrules.cli.book.desk_file import desk_of
    from callrules.cli.book.due.day import Asked, day_of
    from callrules.cli.files import open_folder
    from callrules.cli.screen.drawing import progress

    playbook, speaks, folder = open_playbook(playbook_file), sender_from(sender), open_folder(book)
    with undisturbed():
        desk = desk_of(folder)
        _must_know(desk, rep)
        now = _moment(desk, rep, at, on)
        asked = Asked(playbook=playbook, desk=desk, now=now, rep=rep, most=most, errands=errands)
        found = day_of(asked, folder, lambda people, total: progress(people, total, "looking"))
    found.book.tell()
    day, script = found.day, _first_script(found, speaks)
    if as_json:
        from callrules.cli.screen.desk_lines import at_hand_of

        print_json(written(day, desk, at_hand_of(day, desk, found.bad_moments, rep)))
    else:
        _show(found, desk, rep, script, with_script=with_script)
    return RULE_FAILED if any(each.code == "rule_failed" for each in day.left_out) else 0


def _show(found: Found, desk: Desk, rep: str | None, script: Script | None, *, with_script: bool) -> None:
    from callrules.cli.screen.day_lines import show_day
    from callrules.cli.screen.desk_lines import at_hand_of
    from callrules.cli.screen.script_lines import show_script

    day = found.day
    show_day(day, desk, at_hand_of(day, desk, found.bad_moments, rep), found.talk_rate().says, script)
    if with_script and script:
        click.echo()
        show_script(day.calls[0][0].called, script)


def _must_know(desk: Desk, rep: str | None) -> None:
    from callrules.errors import BadInput, nearest
    from callrules.redaction import quoted

    names = [each.name for each in desk.reps]
    if rep is not None and names and rep not in names:
        known = f"one of the desk: {', '.join(names)}{nearest(rep, names)}"
        raise BadInput(f"--rep: found {quoted(rep)}, expected {known}")


def _moment(desk: Desk, rep: str | None, at: dt.datetime | None, on: dt.date | None) -> dt.datetime:
    """The moment that is asked about: of another day the first block, else the hour that it is now."""
    now = at or clock()
    if on is None:
        return now
    reps = [each for each in desk.reps if rep in {None, each.name}]
    blocks = sorted(block for each in reps for block in each.blocks_on(on))
    if blocks:
        return blocks[0][0]
    local = now.astimezone(reps[0].calendar.zone if reps else dt.UTC)
    return dt.datetime.combine(on, local.time(), local.tzinfo).astimezone(dt.UTC)


def _first_script(found: Found, sender: Sender) -> Script | None:
    """The words of the first call of the day."""
    calls = found.day.calls
    person = found.book.person(calls[0][0].id) if calls else None
    return found.playbook.script(*person, calls[0][1], sender) if person else None


@contextmanager
def undisturbed() -> Iterator[None]:
    """A book is read once and kept: there is no garbage to look for meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def written(day: DayList, desk: Desk, at_hand: AtHand | None) -> dict[str, Any]:
    """The list as plain JSON (design, part 6); with a desk of reps, whose turn it is and what to have at hand."""
    from callrules.wire import write_moment

    return {
        "at": write_moment(day.at),
        "calls": [_entry(day, desk, each) for each in day.calls],
        "errands": [_entry(day, desk, each) for each in day.errands],
        "left_out": [_group(each) for each in day.left_out],
        **({"block": at_hand.written()} if at_hand else {}),
    }


def _entry(day: DayList, desk: Desk, entry: tuple[Contact, Step]) -> dict[str, Any]:
    from callrules.wire import write_step

    contact, step = entry
    rep = {"rep": day.reps.get(contact.id)} if desk.reps else {}
    return {"contact": contact.id, "step": write_step(step, day.at), **rep}


def _group(left_out: LeftOut) -> dict[str, Any]:
    from callrules.wire import write_moment

    next_at = write_moment(left_out.next_at) if left_out.next_at else None
    return {"code": left_out.code, "says": left_out.says, "count": left_out.count, "next_at": next_at}
