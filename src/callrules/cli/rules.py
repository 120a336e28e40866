"""`callrules rules`: every rule, the question it answers, its numbers and where they come from."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import click

from callrules.cli.options import as_json, is_for_people, open_playbook, playbook_file, print_json
from callrules.declared import Declared, declared_by
from callrules.shown import on_one_line

PRECEDENCE = (
    "opt-out", "law", "firm ground", "a moment they named", "other grounds", "opening hours", "pace", "everything else",
)  # fmt: skip


@click.command("rules")
@as_json
@playbook_file
def command(*, as_json: bool, playbook_file: str | None) -> int:
    """Every rule in order: its question, what it declares, its numbers, their sources."""
    playbook = open_playbook(playbook_file)
    rules = [_described(rule, playbook.plan) for rule in playbook.rules]
    if as_json:
        owes_from = playbook.owes_from and playbook.owes_from.isoformat()
        print_json({"precedence": list(PRECEDENCE), "owes_from": owes_from, "rules": rules})
    else:
        _print_for_people(rules, playbook.owes_from)
    return 0


def _described(rule: Any, plan: Any) -> dict[str, Any]:
    from callrules.fitness import name_of

    name = name_of(rule)
    return {
        "name": name,
        "question": (type(rule).__doc__ or "").strip().partition("\n")[0],
        "answers": [hook for hook, questions in plan.items() if name in {each.rule for each in questions}],
        "declares": [_declared(fact) for fact in declared_by(rule)],
        "parameters": _parameters(rule),
    }


def _declared(fact: Declared) -> dict[str, Any]:
    fields = {field.name: _plainly(getattr(fact, field.name)) for field in attrs.fields(type(fact))}
    del fields["lifted_by"]
    lifted_by = sorted(each.value for each in fact.lifted_by)
    return {"key": fact.key, "says": fact.says, "fields": fields, "lifted_by": lifted_by}


def _parameters(rule: Any) -> list[dict[str, Any]]:
    if not attrs.has(type(rule)):
        return []
    return [
        {
            "name": field.name,
            "value": _plainly(getattr(rule, field.name)),
            "default": None if field.default is attrs.NOTHING else _plainly(field.default),
            "says": field.metadata.get("says"),
            "source": field.metadata.get("source"),
        }
        for field in attrs.fields(type(rule))
        if field.init
    ]


def _plainly(value: Any) -> Any:
    if isinstance(value, (set, frozenset)):
        return [_plainly(each) for each in sorted(value, key=str)]
    if isinstance(value, (tuple, list)):
        return [_plainly(each) for each in value]
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or "none"
    return str(value)


def _print_for_people(rules: list[dict[str, Any]], owes_from: dt.date | None) -> None:
    bold = is_for_people()
    click.echo("What comes first: " + click.style(" > ".join(PRECEDENCE), bold=bold or None) + "\n")
    if owes_from:
        click.echo(f"Live since {owes_from}: nothing is owed in writing for before that day.\n")
    for rule in rules:
        name = click.style(on_one_line(rule["name"]), bold=bold or None, fg="cyan" if bold else None)
        click.echo(f"{name}  {on_one_line(rule['question'])}")
        if rule["declares"]:
            click.echo(f"    declares: {on_one_line('; '.join(fact['says'] for fact in rule['declares']))}")
        for parameter in rule["parameters"]:
            click.echo(_line(parameter))


def _line(parameter: dict[str, Any]) -> str:
    changed = parameter["value"] != parameter["default"] and parameter["default"] is not None
    usual = f" (default {_shown(parameter['default'])})" if changed else ""
    source = f"  [{parameter['source']}]" if parameter["source"] else ""
    says = f"  {parameter['says']}" if parameter["says"] else ""
    return f"    {parameter['name']} = {on_one_line(_shown(parameter['value']))}{usual}{says}{source}"
