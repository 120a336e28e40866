"""Maps: which column is which field, which word means what, and how moments are written, as TOML says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from callrules import checks
from callrules.cli.imports.clocks import Clock, some_formats
from callrules.cli.imports.fields import FIELDS, JOINED, LASTING, NEEDED, SECTIONS, UNITS
from callrules.cli.imports.tables import ENCODINGS, SEPARATORS, Form
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.redaction import Found, kind_of, known_as, quoted

Parts = tuple[tuple[str, ...], ...]
"""Columns of a field: parts that are joined, each the first of several columns that hold something."""
TOP = ("name", "says", "sources", "extends", "file", "dates", *SECTIONS)
SETTINGS = ("values", "where", "fixed", "otherwise", "duration_in", "salesforce_ids", "nobody")


@attrs.frozen
class Section:
    """One way in which rows are read: columns, what words mean, which rows count, and what stands for all."""

    kind: str
    columns: Mapping[str, Parts]
    values: Mapping[str, Mapping[str, Mapping[str, str]]] = attrs.field(factory=dict)
    where: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    fixed: Mapping[str, str] = attrs.field(factory=dict)
    otherwise: Mapping[str, str] = attrs.field(factory=dict)
    duration_in: str = "seconds"
    salesforce_ids: bool = False
    nobody: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The names of all columns it speaks of."""
        named = [name for parts in self.columns.values() for part in parts for name in part]
        return [*named, *self.where]

    def with_column(self, field: str, column: str) -> Section:
        """The same with another column for a field."""
        return attrs.evolve(self, columns={**self.columns, field: ((column,),)})


@attrs.frozen
class Map:
    """How a file of another system is read. Each kind of rows has one section, or several to choose from."""

    name: str
    says: str = ""
    sources: tuple[str, ...] = ()
    form: Form = attrs.field(factory=Form)
    clock: Clock = attrs.field(factory=Clock)
    sections: Mapping[str, tuple[Section, ...]] = attrs.field(factory=dict)


def read_map(data: Mapping[str, Any], where: str) -> Map:
    """The map in parsed TOML. Raises `BadInput` with the key, what was found and what was expected."""
    try:
        _refuse_unknown(data, TOP, "")
        return Map(
            name=checks.identifier(data.get("name"), "name"),
            says=str(data.get("says", "")),
            sources=checks.texts(data.get("sources", ()), "sources"),
            form=_form(_table(data.get("file", {}), "file")),
            clock=_clock(_table(data.get("dates", {}), "dates")),
            sections={kind: _sections(kind, data[kind]) for kind in SECTIONS if kind in data},
        )
    except InvalidValue as error:
        raise BadInput(f"{where}: {error}") from None


def _form(data: Mapping[str, Any]) -> Form:
    _refuse_unknown(data, ("separator", "encoding", "columns"), "file.")
    separator = _one_of(data.get("separator"), SEPARATORS, "file.separator")
    return Form(
        separator=SEPARATORS[separator] if separator else None,
        encoding=_one_of(data.get("encoding"), ENCODINGS, "file.encoding"),
        columns=checks.texts(data.get("columns", ()), "file.columns"),
    )


def _clock(data: Mapping[str, Any]) -> Clock:
    _refuse_unknown(data, ("formats", "zone"), "dates.")
    zone = checks.timezone(data["zone"], "dates.zone") if "zone" in data else None
    return Clock(some_formats(data.get("formats", ["iso"]), "dates.formats"), zone)


def _sections(kind: str, data: Any) -> tuple[Section, ...]:
    several = data if isinstance(data, list) else [data]
    if not several:
        raise InvalidValue(kind, data, "a table of columns")
    return tuple(_section(kind, _table(each, kind)) for each in several)


def _section(kind: str, data: Mapping[str, Any]) -> Section:
    _refuse_unknown(data, (*FIELDS[kind], *SETTINGS), f"{kind}.")
    columns = {name: _parts(name, data[name], f"{kind}.{name}") for name in FIELDS[kind] if name in data}
    fixed = _words(kind, data.get("fixed", {}), f"{kind}.fixed")
    for needed in NEEDED[kind]:
        if not any(each in columns or each in fixed for each in needed):
            raise InvalidValue(f"{kind}.{needed[0]}", None, f"a column for {' or '.join(needed)}")
    return Section(
        kind=kind,
        columns=columns,
        values=_values(kind, data.get("values", {})),
        where={name: _several(each, f"{kind}.where") for name, each in _table(data.get("where", {}), "where").items()},
        fixed=fixed,
        otherwise=_words(kind, data.get("otherwise", {}), f"{kind}.otherwise"),
        duration_in=_one_of(data.get("duration_in", "seconds"), UNITS, f"{kind}.duration_in") or "seconds",
        salesforce_ids=checks.flag(data.get("salesforce_ids", False), f"{kind}.salesforce_ids"),
        nobody=checks.texts(data.get("nobody", ()), f"{kind}.nobody"),
    )


def _parts(name: str, found: Any, field: str) -> Parts:
    """Columns: one, several of which the first that holds something counts, or, for some fields, several joined."""
    if name in JOINED and isinstance(found, list):
        return tuple(_several(each, field) for each in found)
    return (_several(found, field),)


def _several(found: Any, field: str) -> tuple[str, ...]:
    named = [found] if isinstance(found, str) else found
    if isinstance(named, list) and named and all(isinstance(each, str) for each in named):
        return tuple(each.strip() for each in named)
    raise InvalidValue(field, kind_of(found), "the name of a column, or a list of names")


def _values(kind: str, found: Any) -> dict[str, dict[str, dict[str, str]]]:
    tables = _table(found, f"{kind}.values")
    _refuse_unknown(tables, FIELDS[kind], f"{kind}.values.")
    return {field: _meanings(kind, field, _table(each, f"{kind}.values.{field}")) for field, each in tables.items()}


def _meanings(kind: str, field: str, table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    where = f"{kind}.values.{field}"
    return {
        theirs.strip().casefold(): _words(kind, ours if isinstance(ours, Mapping) else {field: ours}, where)
        for theirs, ours in table.items()
    }


def _words(kind: str, found: Any, where: str) -> dict[str, str]:
    """Words of ours by field, each checked as the field takes them."""
    table = _table(found, where)
    _refuse_unknown(table, FIELDS[kind], f"{where}.")
    for field, word in table.items():
        if not isinstance(word, str):
            raise InvalidValue(f"{where}.{field}", kind_of(word), "a word in quotes")
        if field in LASTING:
            LASTING[field](word, f"{where}.{field}")
    return dict(table)


def _table(found: Any, where: str) -> Mapping[str, Any]:
    if isinstance(found, Mapping):
        return found
    raise InvalidValue(where, kind_of(found), "a table")


def _one_of(found: Any, known: Sequence[str] | Mapping[str, str], field: str) -> str | None:
    if found is None or (isinstance(found, str) and found in known):
        return found
    raise InvalidValue(field, found, f"one of {', '.join(known)}{nearest(found, known)}")


def _refuse_unknown(found: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for name in found:
        if name not in known:
            expected = f"one of {', '.join(known)}{nearest(name, known)}"
            raise InvalidValue(f"{where}{known_as(name)}", Found(f"an unknown key {quoted(name)}"), expected)
