"""`callrules lint`: are these words decent, and are they true?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from callrules.cli.cases import read_case_file, sender_from, sender_options
from callrules.cli.options import ANSWERED, as_json, open_playbook, playbook_file, print_json

if TYPE_CHECKING:
    from callrules.playbook import Playbook
    from callrules.script import Finding, Sender

FOUND = 1
STDIN = "-"


@click.command("lint")
@click.argument("words", metavar="TEXT|FILE")
@click.option("--true", "case_file", metavar="CASE.json", help="Also what no fact of this case says.")
@click.option(
    "--kind", metavar="KIND", help="What it is: opener, voicemail, apology, or a purpose such as after_hang_up."
)
@sender_options
@as_json
@playbook_file
def command(
    words: str,
    *,
    case_file: str | None,
    kind: str | None,
    as_json: bool,
    playbook_file: str | None,
    **sender: str | None,
) -> int:
    """Say what is wrong with some words, as they are or in a file (`-`: stdin); exit code 1 where something is."""
    text, speaks = _read(words), sender_from(sender)
    found = _findings(open_playbook(playbook_file), text, kind, case_file, speaks)
    if as_json:
        from callrules.wire import write_finding

        print_json({"findings": [write_finding(each) for each in found]})
    else:
        _print_for_people(text, found)
    return FOUND if found else ANSWERED


def _read(words: str) -> str:
    from callrules.cli.files import read_text
    from callrules.errors import BadInput

    text = read_text(words) if words == STDIN or _is_file(words) else words
    if not text.strip():
        raise BadInput(f"{words!r}: found no words, expected a text or a file with one")
    return text


def _is_file(words: str) -> bool:
    try:
        return Path(words).is_file()
    except (OSError, ValueError):
        return False


def _findings(playbook: Playbook, text: str, kind: str | None, case_file: str | None, sender: Sender) -> list[Finding]:
    found = list(playbook.lint(text, kind=kind, language=sender.language))
    if case_file:
        case = read_case_file(case_file)
        found += playbook.untruths(text, case.contact, case.history, case.now, sender)
    return sorted(found, key=lambda each: (each.at, each.rule))


def _print_for_people(text: str, found: list[Finding]) -> None:
    if not found:
        click.echo("Nothing is wrong with these words.")
    for each in found:
        line, column = _place(text, each.at[0])
        click.echo(f"{line}:{column}: {each.rule}: “{' '.join(each.found.split())}”: {each.says}")
        if each.better:
            click.echo(f"    {each.better}")


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
