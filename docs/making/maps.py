"""The format of maps for imports, and the maps that come along."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.cli.imports import maps, tables
from callrules.cli.imports.clocks import BY_NAME
from callrules.cli.imports.fields import FIELDS, JOINED, NEEDED, UNITS
from callrules.cli.imports.maps import Map, Section
from callrules.cli.imports.ready_maps import READY, ready_map
from making.markdown import comma, page, table

KEYS = (
    ("name", "a word of your own; ids of facts begin with it, so let it stay", ""),
    ("extends", "a ready map, over which this one is laid", comma(READY)),
    ("[file] separator", "what stands between cells; else the first row tells", comma(tables.SEPARATORS)),
    ("[file] encoding", "how letters are written; a mark at the beginning counts more", comma(tables.ENCODINGS)),
    ("[file] columns", "names, for a file whose first row has none of those that the map speaks of", "a list"),
    ("[dates] formats", "how moments are written: the first that fits", f"{comma(BY_NAME)}, `%d.%m.%Y`"),
    ("[dates] zone", "whose clock it is, where moments name none", "an IANA zone"),
    ("[KIND] FIELD", "a column; of a list, the first in which something stands", "see below"),
    (
        "[KIND.values.FIELD]", "their word = ours; a star in quotes stands for every other word",
        "a word, or `{ disposition = …, outcome = … }`",
    ),
    ("[KIND.where]", "COLUMN = words: only rows in which it says one of them", "other rows are counted as left out"),
    ("[KIND.fixed]", "FIELD = our word, for every row that says nothing else", ""),
    ("[KIND.otherwise]", "FIELD = our word, for an empty cell", ""),
    ("[KIND] duration_in", "in which durations are counted", comma(UNITS)),
    ("[KIND] salesforce_ids", "true: ids of 15 letters become those of 18", ""),
    ("[KIND] nobody", "ids that mean nobody, as `0` in VICIdial; `null`, `None` and `nan` always do", "a list"),
)  # fmt: skip


def maps_page() -> str:
    """The format of maps, the fields of each kind, and every word of the ready maps with its source."""
    keys = table(("key", "says", "takes"), ((f"`{key}`", says, takes) for key, says, takes in KEYS))
    fields = table(("kind", "fields", "needed"), ((f"`{kind}`", comma(FIELDS[kind]), _needed(kind)) for kind in FIELDS))
    joined = f"A list of columns of {comma(JOINED)} is a list of parts, each a column or a list of such."
    return page(
        "Maps for imports",
        (maps.__doc__ or "").strip(),
        "`callrules import maps --schema` prints the same as JSON Schema, for editors that complete and mark "
        "while you type.",
        "## Keys\n\n" + keys,
        "## Fields\n\n" + fields,
        joined,
        "## Ready maps\n\n`callrules import maps NAME` prints one, to copy from.",
        *(part for name in READY for part in _ready(ready_map(name))),
    )


def _needed(kind: str) -> str:
    return ", ".join(" or ".join(f"`{each}`" for each in group) for group in NEEDED[kind])


def _ready(found: Map) -> Iterator[str]:
    yield f"### {found.name}\n\n{found.says}. Sources:"
    yield "\n".join(f"* {source}" for source in found.sources)
    for kind, sections in found.sections.items():
        for section in sections:
            rows = ((f"`{field}`", _columns(section, field)) for field in section.columns)
            yield table((kind, "columns"), rows)
            if section.values.get("disposition"):
                yield table(("their word", "ours"), _words(section))


def _columns(section: Section, field: str) -> str:
    return " + ".join(", else ".join(f"`{name}`" for name in part) for part in section.columns[field])


def _words(section: Section) -> Iterator[tuple[str, str]]:
    for theirs, ours in section.values["disposition"].items():
        yield f"`{theirs}`", ", ".join(f"`{word}`" for word in ours.values())
