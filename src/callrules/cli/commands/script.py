"""`callrules script`: what to say in the next step with one person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from callrules.cli.cases import read_case_file, sender_from, sender_options
from callrules.cli.options import as_json, failed, open_playbook, playbook_file, print_json

if TYPE_CHECKING:
    from callrules.script import Agenda, Script


@click.command("script")
@click.argument("case_file", metavar="CASE.json")
@as_json
@sender_options
@playbook_file
def command(case_file: str, *, as_json: bool, playbook_file: str | None, **sender: str | None) -> int:
    """Say the words of the next step with the person of a case (`-` reads it from stdin)."""
    from callrules.wire import write_script

    playbook, case = open_playbook(playbook_file), read_case_file(case_file)
    step = playbook.next_step(case.contact, case.history, case.now)
    script = playbook.script(case.contact, case.history, step, sender_from(sender))
    if as_json:
        print_json(write_script(script))
    else:
        _print_for_people(case.contact.called, script)
    return failed([step])


def _print_for_people(called: str, script: Script) -> None:
    from callrules.cli.screen.drawing import card

    card(called, list(_lines(script)) or [("words", "none: there is nothing to say in this step")])
    if script.text:
        click.echo(f"\n{script.text}")


def _lines(script: Script) -> Iterator[tuple[str, str]]:
    if script.for_them:
        yield "for them", script.for_them
    if script.opener:
        yield "begin", script.opener.text
    if script.agenda:
        yield from _agenda(script.agenda)
    if script.voicemail:
        yield "message", f"{script.voicemail.text} ({script.voicemail.seconds} seconds)"
    yield from (("after", each) for each in script.afterwards)
    yield from (("mind", each) for each in script.cautions)


def _agenda(agenda: Agenda) -> Iterator[tuple[str, str]]:
    yield "aim", agenda.objective
    yield from (("ask", each.says) for each in agenda.asks)
    yield from (("path", each) for each in agenda.path)
    closing = (
        ("outcome", agenda.outcome),
        ("buy-in", agenda.buy_in),
        ("proceed", agenda.proceed),
        ("next", agenda.next_call),
    )
    yield from ((label, text) for label, text in closing if text)
