"""Everything to and from JSON."""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import types
import typing
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import attrs

from callrules import wire
from callrules.contact import Contact, Phone
from callrules.dispositions import Disposition
from callrules.facts import FACTS
from callrules.step import STEPS, Because, Reason, Verdict
from making.markdown import comma, doc, page, table

WORDS = {
    str: "text", bool: "true or false", int: "a whole number", float: "a number", Decimal: "a decimal number",
    dt.datetime: "an instant", dt.date: "a [moment](#moments)", dt.time: "a time of day",
}  # fmt: skip


def wire_page() -> str:
    """Everything that goes to and from JSON."""
    enums = dict.fromkeys(
        each for kind in (Contact, Phone, *FACTS, *STEPS) for each in _enums(kind) if each is not Disposition
    )
    case = "A *case* is one question: `now`, `contact`, and `history`, a list of facts."
    beside = f"Besides it may hold {comma(sorted(wire.BESIDE))}, which nobody reads."
    return page(
        "Wire format",
        doc(wire),
        "Unknown fields are errors that name the nearest known one. Fields in **bold** are required.",
        'Ids may be whole numbers, and are kept as text: `17` and `"17"` are the same id.',
        f"## A case\n\n{case}\n{beside}",
        "## Moments\n\n" + _moments(),
        *(_kind(kind, kind.__name__) for kind in (Contact, Phone)),
        _hours(),
        "## Facts\n\nEach has `type` and the fields of every fact: **`at`**, `id`, `recorded`, `contact`.",
        *(_kind(kind, wire.word(kind), less=("at", "id", "recorded", "contact"), level=3) for kind in FACTS),
        "## Steps\n\nEvery step has `type`, `at`, `due` (as seen `now`) and `because`. What is unknown is `null`. "
        "`read_step` reads back what `write_step` wrote.",
        *(_answer(kind, wire.word(kind), less=("at", "because"), level=3) for kind in STEPS),
        _answer(Because, "Because"),
        "## Reason\n\nOn the wire a reason has `name`, `about`, `says`, `due`, `expires` and `named`.\n\n"
        + doc(Reason),
        _answer(Verdict, "Verdict"),
        "## Words\n\n" + table(("field takes", "words", "meaning"), map(_enum, enums)),
    )


def _moments() -> str:
    rows = [
        ("an instant", "`2026-11-20T15:00:00Z`", "any offset; written back in UTC"),
        (
            "a wall time",
            '`2026-11-27T10:00:00` with `"zone": "Europe/Paris"`',
            "wall time and zone win, and are written back",
        ),
        ("a day", "`2026-11-27`", "on the person's own calendar"),
    ]
    return f"{comma(wire.MOMENTS)} take any of these; every other time is an instant.\n\n" + table(
        ("what", "example", "note"), rows
    )


def _hours() -> str:
    rows = [
        ("**`days`**", "text", "`mon-fri`, `tue, thu`, `daily`"),
        ("**`from`**", "a time on their clock", "`18:00`, included"),
        ("**`to`**", "a time on their clock", "`20:00`, excluded; before `from`, it is on the next day"),
    ]
    in_words = "In `contacts.csv`, and wherever words are easier: `mon-fri 18:00-20:00; sat 10:00-12:00`."
    head = "## PreferredHours\n\nHours on days of the week at which they told us that they like to be called."
    return "\n\n".join((head, table(("field", "takes", "such as"), rows), in_words))


def _kind(kind: type, title: str, *, less: Sequence[str] = (), level: int = 2) -> str:
    hints = typing.get_type_hints(kind)
    fields = [field for field in attrs.fields(kind) if field.name not in less]
    rows = [(_required(field), _in_words(hints[field.name]), _left_out(field)) for field in fields]
    below = table(("field", "takes", "default"), rows) if rows else "No further field."
    return f"{'#' * level} {title}\n\n{doc(kind)}\n\n{below}"


def _answer(kind: type, title: str, *, less: Sequence[str] = (), level: int = 2) -> str:
    hints = typing.get_type_hints(kind)
    rows = [
        (f"`{name}`", _in_words(hints[name], null=" or `null`")) for name in attrs.fields_dict(kind) if name not in less
    ]
    below = table(("field", "holds"), rows) if rows else "No further field."
    return f"{'#' * level} {title}\n\n{doc(kind)}\n\n{below}"


def _required(field: Any) -> str:
    return f"**`{field.name}`**" if field.default is attrs.NOTHING else f"`{field.name}`"


def _left_out(field: Any) -> str:
    if field.default in {attrs.NOTHING, None, ()}:
        return ""
    return f"`{field.default.value}`" if isinstance(field.default, enum.Enum) else f"`{str(field.default).lower()}`"


def _in_words(hint: Any, null: str = "") -> str:
    if isinstance(hint, types.UnionType):
        given = [each for each in typing.get_args(hint) if each is not types.NoneType]
        return " or ".join(map(_in_words, given)) + null
    if typing.get_origin(hint) is tuple:
        return f"a list of {_in_words(typing.get_args(hint)[0])}".replace(" of a ", " of ")
    if hint is Disposition:
        return "a [disposition](dispositions.md)"
    return WORDS.get(hint) or f"a [{hint.__name__}](#{'words' if _is_enum(hint) else hint.__name__.lower()})"


def _is_enum(hint: Any) -> bool:
    return inspect.isclass(hint) and issubclass(hint, enum.Enum)


def _enums(kind: type) -> Iterator[type[enum.Enum]]:
    for hint in typing.get_type_hints(kind).values():
        yield from filter(_is_enum, typing.get_args(hint) or (hint,))


def _enum(kind: type[enum.Enum]) -> tuple[str, str, str]:
    return kind.__name__, comma(str(each.value) for each in kind), " ".join(doc(kind).split())
