"""`callrules script`: what to say in the next step with one person."""

from __future__ import annotations

import click

from callrules.cli.cases import read_case_file, sender_from, sender_options
from callrules.cli.options import as_json, failed, open_playbook, playbook_file, print_json


@click.command("script")
@click.argument("case_file", metavar="CASE.json")
@as_json
@sender_options
@playbook_file
def command(case_file: str, *, as_json: bool, playbook_file: str | None, **sender: str | None) -> int:
    """Say the words of the next step with the person of a case (`-` reads it from stdin)."""
    from callrules.cli.screen.script_lines import show_script
    from callrules.wire import write_script

    playbook, case = open_playbook(playbook_file), read_case_file(case_file)
    step = playbook.next_step(case.contact, case.history, case.now)
    script = playbook.script(case.contact, case.history, step, sender_from(sender))
    if as_json:
        print_json(write_script(script))
    else:
        show_script(case.contact.called, script)
    return failed([step])
