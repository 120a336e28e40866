"""How the words of a step are told: a card to have in front of you."""

from __future__ import annotations

from collections.abc import Iterator

import click

from callrules.cli.screen.drawing import card
from callrules.script import Agenda, Script


def show_script(called: str, script: Script) -> None:
    """Print the words, under the name of whom they are for."""
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
