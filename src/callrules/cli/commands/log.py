"""`callrules log`: write down what happened, and hear what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from callrules.cli.lines import say
from callrules.cli.options import as_json, at, clock, failed, open_playbook, playbook_file, print_json, warn

if TYPE_CHECKING:
    from callrules.cli.book.reading import Book
    from callrules.facts import Fact
    from callrules.playbook import Playbook
    from callrules.step import Step


A_DAY = dt.timedelta(days=1)


@click.command("log")
@click.argument("book")
@click.argument("contact", required=False)
@click.argument("disposition", required=False)
@at
@click.option("--number", help="The number that was rung, such as +12065550105.")
@click.option("--rep", help="Who rang.")
@click.option("--reason", help="The reason of the step it answered.")
@click.option("--about", help="What that reason was about.")
@click.option("--outcome", help="How the talk ended: order, advance, continuation, no_sale.")
@click.option("--agreed", multiple=True, help="A small yes; once for each.")
@click.option("--used", multiple=True, help="The id of an insight spoken of; once for each.")
@click.option("--promises", metavar="MOMENT", help="When we said we would call again.")
@click.option("--callback-at", metavar="MOMENT", help="When they asked to be called.")
@click.option("--zone", help="The IANA zone of those wall times.")
@click.option("--duration", type=float, help="Seconds.")
@click.option("--remark", help="In your own words.")
@click.option("--direction", help="outbound (ours, the default) or inbound.")
@click.option("--id", help="The fact's id; else a fresh one.")
@click.option("--fact", metavar="JSON", help="Any fact, instead of a disposition.")
@click.option("--undo", metavar="ID", help="Take back the fact of that id; a no is never taken back.")
@click.option("--from", "many", metavar="FILE.jsonl", help='Many facts, one a line: {"contact": ..., "type": ...}.')
@click.option("--dry-run", is_flag=True, help="With --from: count, and write nothing.")
@click.option("--set-aside", type=click.IntRange(min=1), metavar="LINE", help="Put aside a line nobody can read.")
@as_json
@playbook_file
def command(
    book: str, contact: str | None, *, disposition: str | None, fact: str | None, undo: str | None,
    many: str | None, dry_run: bool, set_aside: int | None, as_json: bool, playbook_file: str | None, **told: Any,
) -> int:  # fmt: skip
    """Write down what happened with CONTACT, on the disk before it is acknowledged.

    DISPOSITION is how the call ended: no_answer, busy, voicemail_left, gatekeeper, conversation,
    callback_requested, not_interested, hung_up, do_not_call, wrong_number ...
    """
    if many is not None or dry_run:
        besides = contact or disposition or fact or undo or set_aside or any(_given(told))
        return _many(book, many, besides, dry_run=dry_run, as_json=as_json)
    if set_aside is not None:
        return _set_aside(book, set_aside, contact or disposition or fact or undo or any(_given(told)), as_json=as_json)
    from callrules.cli.book.reading import Book

    playbook, now = open_playbook(playbook_file), clock()
    opened = Book(book)
    if undo is not None:
        fields = _taken_back(opened, undo, contact, disposition or fact or any(_given(told)), now)
    elif contact is None:
        raise click.UsageError("CONTACT: found nothing, expected the id of somebody in the book")
    else:
        contact = opened.must_know(contact)
        fields = _fields(contact, disposition, fact, told, now)
        fields = fields if fact else _with_number(playbook, opened, fields)
    happened = _written(book, opened, fields)
    say(f"{happened.id}") if not as_json else None
    return _what_next(playbook, opened, happened, happened.at if told["at"] else now, as_json=as_json)


def _set_aside(book: str, line: int, besides: object, *, as_json: bool) -> int:
    from pathlib import Path

    from callrules.cli.book.set_aside import set_aside

    if besides:
        raise click.UsageError("--set-aside: found more beside it, expected a book and the number of a line alone")
    says = set_aside(Path(book), line)
    print_json({"set_aside": line}) if as_json else say(says)
    return 0


def _many(book: str, file: str | None, besides: object, *, dry_run: bool, as_json: bool) -> int:
    """Many facts of a file, each line counted once."""
    from callrules.cli.book.contacts_file import contacts_path
    from callrules.cli.commands.import_rows import report
    from callrules.cli.files import open_folder
    from callrules.cli.imports.many_facts import log_many
    from callrules.cli.imports.maps import Map
    from callrules.cli.imports.task import Task

    if besides or file is None:
        raise click.UsageError("--from: found more or less than a book and a file, expected these, or --dry-run too")
    folder = open_folder(book)
    contacts_path(folder)
    task = Task(file=file, book=folder, map=Map(name="facts"), given={}, now=clock(), dry_run=dry_run)
    report("facts", file, book, log_many(task), dry_run=dry_run, as_json=as_json)
    return 0


def _taken_back(book: Book, undo: str, contact: str | None, besides: object, now: dt.datetime) -> dict[str, Any]:
    """The retraction of a fact, by its id."""
    from callrules.cli.book.undoing import fact_to_take_back

    if besides:
        raise click.UsageError("--undo: found more beside it, expected a book, an id, and whose it is at most")
    whose, of = fact_to_take_back(book, undo, contact)
    return {"type": "retraction", "at": now.isoformat(), "of": of, "contact": whose, "recorded": now.isoformat()}


def _fields(
    contact: str, disposition: str | None, fact: str | None, told: Mapping[str, Any], now: dt.datetime
) -> dict[str, Any]:
    given = _given(told)
    if (disposition is None) == (fact is None):
        found = "both" if fact else "neither"
        raise click.UsageError(f"found {found} of DISPOSITION and --fact, expected one of them")
    if fact is not None and given.keys() - {"at", "id"}:
        raise click.UsageError(
            f"--{min(given.keys() - {'at', 'id'})}: found it beside --fact, expected it inside the JSON"
        )
    happened = _parsed(fact, contact) if fact else {"type": "call_attempt", "disposition": _word(disposition)}
    return {"at": now.isoformat(), **happened, **given, "contact": contact, "recorded": now.isoformat()}


def _with_number(playbook: Playbook, book: Book, fields: dict[str, Any]) -> dict[str, Any]:
    """Fill in a number that was not said: the one that the step named, else their first."""
    from callrules.step import Call
    from callrules.wire import read_instant

    person = book.person(fields["contact"])
    if "number" in fields or fields.get("direction") == "inbound" or person is None or not person[0].phones:
        return fields
    step = playbook.next_step(*person, read_instant(fields["at"], "--at"))
    named = step.number if isinstance(step, Call) else None
    return {**fields, "number": named or person[0].phones[0].number}


def _given(told: Mapping[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in told.items() if value not in {None, ()}}
    return {name: list(value) if isinstance(value, tuple) else _plain(value) for name, value in given.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.datetime) else value


def _word(disposition: str | None) -> str:
    return str(disposition).strip().lower().replace("-", "_").replace(" ", "_")


def _parsed(fact: str, contact: str) -> dict[str, Any]:
    from callrules.cli.files import parse_json
    from callrules.redaction import kind_of, quoted

    fields = parse_json(fact, "--fact")
    if not isinstance(fields, dict):
        raise click.UsageError(f"--fact: found {kind_of(fields)}, expected a JSON object")
    if fields.get("contact", contact) != contact:
        raise click.UsageError(f"--fact: contact: found {quoted(fields['contact'])}, expected {quoted(contact)}")
    return fields


def _written(folder: str, book: Book, fields: dict[str, Any]) -> Fact:
    """Check the fact, put it on the disk, and add it to the book at hand."""
    from pathlib import Path
    from uuid import uuid4

    from callrules.cli.book.history_file import Line
    from callrules.cli.book.journal import append
    from callrules.cli.book.noes import with_the_card
    from callrules.wire import read_fact, write_fact

    row = book.rows[fields["contact"]]
    happened = read_fact({**fields, "id": fields.get("id") or str(uuid4())}, "log", row.region)
    if happened.at > clock() + A_DAY:
        warn(f"{happened.at.isoformat()} lies ahead of the clock: they rest until then")
    contact = row.contact()
    facts = [write_fact(each) for each in with_the_card(happened, None if isinstance(contact, str) else contact)]
    append(Path(folder), facts)
    for each in facts:
        book.add(Line(0, b"", each))
    return happened


def _what_next(playbook: Playbook, book: Book, happened: Fact, now: dt.datetime, *, as_json: bool) -> int:
    who = str(happened.contact)
    now = _by_then(book, who, max(now, happened.at))
    step, called = _step(playbook, book, who, now)
    if as_json:
        from callrules.wire import write_step

        print_json({"id": happened.id, "step": write_step(step, now)})
    else:
        say(called)
    return failed([step])


def _step(playbook: Playbook, book: Book, who: str, now: dt.datetime) -> tuple[Step, str]:
    from callrules.cli.book.unread import unread
    from callrules.cli.screen.step_lines import one_line

    person = book.person(who)
    if person is None:
        return unread(book.resting[who]), f"{who}: rests, because it could not be read: {book.resting[who]}"
    step = playbook.next_step(*person, now)
    return step, one_line(step, person[0], now)


def _by_then(book: Book, who: str, now: dt.datetime) -> dt.datetime:
    """That moment or, where an old call was written down, that of what has happened since, up to the clock's."""
    person = book.person(who)
    latest = person[1].latest if person else None
    return latest if latest is not None and now < latest <= clock() else now
