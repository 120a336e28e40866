"""`callrules next`: the next step with one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from callrules.cli.cases import read_case_file
from callrules.cli.options import as_json, failed, influence_file, open_playbook, playbook_file, print_json

if TYPE_CHECKING:
    from callrules.playbook import Playbook
    from callrules.step import Step
    from callrules.wire import Case


@click.command("next")
@click.argument("case_file", metavar="CASE.json", required=False)
@as_json
@click.option("--explain", is_flag=True, help="Also what every rule says.")
@playbook_file
@influence_file
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a case and do nothing else.")
def command(
    case_file: str | None,
    *,
    as_json: bool,
    explain: bool,
    playbook_file: str | None,
    influence_file: str | None,
    schema: bool,
) -> int:
    """The next step with the person of a case (`-` reads it from stdin)."""
    if schema:
        return _print_schema()
    if case_file is None:
        raise click.UsageError("CASE.json: found nothing, expected a file with a case, or - for stdin")
    case = read_case_file(case_file)
    playbook = _knowing(open_playbook(playbook_file), influence_file)
    step = playbook.next_step(case.contact, case.history, case.now)
    (_print_for_programs if as_json else _print_for_people)(playbook, case, step, explain)
    return failed([step])


def _knowing(playbook: Playbook, path: str | None) -> Playbook:
    from callrules.cli.book.influence_file import knowing, read_maps

    return knowing(playbook, read_maps(path)) if path else playbook


def _print_schema() -> int:
    from callrules.wire.schema import case_schema

    print_json(case_schema())
    return 0


def _print_for_programs(playbook: Playbook, case: Case, step: Step, explain: bool) -> None:  # noqa: FBT001
    from callrules.wire import write_step

    answer = {**write_step(step, case.now), **_text(playbook, case, step)}
    print_json({**answer, "explain": _says(playbook, case)} if explain else answer)


def _says(playbook: Playbook, case: Case) -> list[dict[str, Any]]:
    explanation = playbook.explain(case.contact, case.history, case.now)
    return [{"rule": say.rule, "hook": say.hook, "says": say.says} for say in explanation.says]


def _text(playbook: Playbook, case: Case, step: Step) -> dict[str, str | None]:
    """The words of what is to be written; somebody who asked us to stop gets none."""
    if step.type not in {"write", "walk_away"}:
        return {}
    return {"text": playbook.script(case.contact, case.history, step).text}


def _print_for_people(playbook: Playbook, case: Case, step: Step, explain: bool) -> None:  # noqa: FBT001
    from callrules.cli.screen.drawing import card
    from callrules.cli.screen.step_lines import lines, spoken

    script = playbook.script(case.contact, case.history, step)
    card(case.contact.called, [*lines(step, case.contact, case.now), *spoken(step, script)])
    if script.text:
        click.echo(f"\n{script.text}")
    if explain:
        _explain(playbook, case)


def _explain(playbook: Playbook, case: Case) -> None:
    from callrules.cli.commands.why import show

    click.echo()
    show(playbook.explain(case.contact, case.history, case.now))
