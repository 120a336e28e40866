"""The format of `desk.toml`, as its schema says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from callrules.cli.book.desk_schema import desk_schema
from making.markdown import page, table

HEADS = ("key", "takes", "such as")
SUCH_AS = {
    "live": "`2026-11-20`", "since": "`2026-11-20`", "days": "`'mon-fri'`", "timezone": "`'Europe/Berlin'`",
    "stand_in": "`'sam'`", "from": "`'09:00'`", "to": "`'11:30'`",
}  # fmt: skip
OF_AN_ABSENCE = {"from": "`2026-12-24`", "to": "`2027-01-03`"}


def desk_page() -> str:
    """Every key of the file, and what it takes."""
    schema = desk_schema()
    kinds = schema["$defs"]
    return page(
        "The desk file",
        "`desk.toml` stands in the folder of a book. "
        "What the keys do, and what holds without them: [a day at the desk](../how-to/a-day-at-the-desk.md). "
        "Keys in **bold** are required.",
        "`callrules today --schema` prints the same as JSON Schema, for editors that complete and mark while you type.",
        "## For the desk\n\n" + table(HEADS, _rows(schema)),
        f"## `[reps.NAME]`\n\n{_says(kinds['rep'])}\n\n" + table(HEADS, _rows(kinds["rep"])),
        f"## `blocks`\n\n{_says(kinds['block'])}\n\n" + table(HEADS, _rows(kinds["block"])),
        f"## `away`\n\n{_says(kinds['absence'])}\n\n" + table(HEADS, _rows(kinds["absence"], OF_AN_ABSENCE)),
    )


def _says(kind: Mapping[str, Any]) -> str:
    said: str = kind["description"]
    return f"{said[0].upper()}{said[1:]}."


def _rows(kind: Mapping[str, Any], examples: Mapping[str, str] = SUCH_AS) -> Iterator[tuple[str, str, str]]:
    for name, value in kind["properties"].items():
        key = f"**`{name}`**" if name in kind.get("required", ()) else f"`{name}`"
        yield key, _takes(value), examples.get(name, "")


def _takes(value: Mapping[str, Any]) -> str:
    if "enum" in value:
        return "one of " + ", ".join(f"`{each}`" for each in value["enum"])
    if "maximum" in value:
        what = "a whole number" if value["type"] == "integer" else "a share"
        return f"{what} from {value['minimum']} to {value['maximum']:,}"
    several = {"array": "a list of tables", "object": "a table for each rep"}
    return several.get(value.get("type", ""), value.get("description", "text"))
