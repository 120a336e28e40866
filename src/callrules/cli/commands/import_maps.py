"""`callrules import maps`: the maps that come with callrules."""

from __future__ import annotations

from typing import Any

import click

from callrules.cli.options import as_json, print_json


@click.command("maps")
@click.argument("name", required=False)
@as_json
@click.option("--schema", is_flag=True, help="Print the JSON Schema of maps and do nothing else.")
def command(name: str | None, *, as_json: bool, schema: bool) -> None:
    """List the maps that come with callrules, or print the one called NAME, to copy from."""
    if schema:
        from callrules.cli.imports.map_schema import map_schema

        print_json(map_schema())
        return
    from callrules.cli.imports.ready_maps import READY, ready_map, ready_text

    if name is not None and not as_json:
        click.echo(ready_text(name), nl=False)
        return
    maps = [ready_map(each) for each in ([name] if name else READY)]
    if as_json:
        print_json([_written(each) for each in maps])
        return
    from callrules.cli.screen.drawing import table

    table([[each.name, ", ".join(each.sections), each.says] for each in maps], bold=0, right=())


def _written(found: Any) -> dict[str, Any]:
    kinds = {
        kind: sorted({field for section in sections for field in section.columns})
        for kind, sections in found.sections.items()
    }
    return {"name": found.name, "says": found.says, "sources": list(found.sources), "fields": kinds}
