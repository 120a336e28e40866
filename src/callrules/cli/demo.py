"""`callrules demo`: a small book of its own, worked through."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

import click

from callrules.cli.options import failed

if TYPE_CHECKING:
    from callrules.playbook import Playbook
    from callrules.step import Step
    from callrules.wire import Case

SHOWN = ("paul", "tom")
"""Whose next step is shown too: a hang-up that waits for its note, and somebody who rang us."""


@click.command("demo")
def command() -> int:
    """A small book of its own: today's calls, then two people more closely."""
    from callrules.cli.day_told import show_day
    from callrules.cli.screen import heading
    from callrules.daylist import day_list
    from callrules.playbook import Playbook

    playbook, book = Playbook(), people()
    heading(f"A book of {len(book)} people. It is Wednesday morning in New York. Whom do we ring?\n")
    now = next(iter(book.values())).now
    show_day(day_list(playbook, ((each.contact, each.history) for each in book.values()), now))
    steps = [_closely(playbook, book[who]) for who in SHOWN]
    click.echo("\nThe same with your own people: callrules today BOOK, callrules log BOOK CONTACT DISPOSITION")
    return failed(steps)


def people() -> dict[str, Case]:
    """Everybody in the book by id, with what has happened, and the moment at which they are looked at."""
    from callrules.wire import read_case

    book = json.loads(resources.files("callrules.cli").joinpath("demo.json").read_text("utf-8"))
    cases = [read_case({"now": book["now"], **each}) for each in book["people"]]
    return {case.contact.id: case for case in cases}


def _closely(playbook: Playbook, case: Case) -> Step:
    from callrules.cli.screen import card, table
    from callrules.cli.telling import lines

    click.echo()
    explanation = playbook.explain(case.contact, case.history, case.now)
    card(case.contact.called, lines(explanation.step, case.contact, case.now))
    loud = [say for say in explanation.says if say.says]
    table([[say.rule, say.hook, str(say.says)] for say in loud], bold=0, right=())
    silent = {say.rule for say in explanation.says} - {say.rule for say in loud}
    click.echo(f"  {len(silent)} more rules were asked and have nothing to say.")
    return explanation.step
