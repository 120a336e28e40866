"""Record batches: the columns of what is asked and of what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from callrules import wire
from callrules.hosts import batches
from callrules.hosts.batches import FACT, PEOPLE, STEPS, schemas
from making.markdown import comma, doc, lines, page, table

EVERY = ("type", "at", "id", "recorded", "contact")
"""What every kind of fact has."""

SAYS = {
    "PEOPLE": "`PEOPLE`: one contact a row, with what has happened. `id` and `history` must be there; any other "
    "column, and any field, may be left out. A `history` of null is a row that cannot be read: nobody knows what is "
    "missing. An empty list says that nothing has happened.",
    "FACT": "`FACT`: every fact has its `type` and the fields of its kind; those of others are null. `FACTS` is the "
    "same as a table, one fact a row, for `with_history`.",
    "STEPS": "`STEPS`: one step a row, in the order of the people. What a step of that type does not have is null.",
}


def batches_page() -> str:
    """The columns of what is asked and of what is answered."""
    intro, names = lines(schemas).split("\n\n")
    return page(
        "Record batches",
        doc(batches),
        intro,
        names,
        "Every text may be a dictionary as well, every list a large one, and timestamps have any unit and any zone; "
        "an instant may be a text as on [the wire](wire.md). A timestamp without a zone is refused.",
        f"## People\n\n{SAYS['PEOPLE']}\n\n" + _table(PEOPLE),
        "### What is in `history`\n\n" + SAYS["FACT"] + "\n\n" + _facts(),
        f"## Steps\n\n{SAYS['STEPS']}\n\n" + _table(STEPS),
        "The metadata of the schema hold `callrules.fingerprint`, the fingerprint of the playbook that answered.",
    )


def _table(columns: Iterable[object]) -> str:
    return table(("column", "type"), _rows(columns))


def _rows(columns: Iterable[object]) -> Iterator[tuple[str, str]]:
    for each in columns:
        kind = "the facts" if each.name == "history" else f"`{each.type}`"  # type: ignore[attr-defined]
        yield f"`{each.name}`", kind  # type: ignore[attr-defined]


def _facts() -> str:
    rows = ((f"`{each.name}`", f"`{each.type}`", _whose(each.name)) for each in FACT)
    return table(("field", "type", "of"), rows)


def _whose(name: str) -> str:
    if name in EVERY:
        return "every fact"
    if name == "zone":
        return f"the IANA zone of a wall time in {comma(wire.MOMENTS)}"
    return comma(word for word, kind in wire.KINDS.items() if name in attrs.fields_dict(kind))
