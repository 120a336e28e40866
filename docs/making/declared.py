"""The facts that a rule can declare, with the laws that hold it to them."""

from __future__ import annotations

import re
from typing import Any

import attrs

from callrules import rules
from callrules.deciding.admission import name_of
from callrules.declared import KINDS, Declared, Lift, declared_by
from callrules.testing.catalogue import LAWS
from making.markdown import comma, doc, page, table

LIFTS = {
    Lift.NAMED_HOUR: "an hour that they named, while it lasts",
    Lift.NAMED_DAY: "a day that they named, while it lasts",
    Lift.FIRST_RETURN: "the first call back after they turned to us: `reason.is_first_return(history)`",
    Lift.RETURNED_CALL: "any call back after they turned to us",
}


def declared_page() -> str:
    """Each kind of fact, its fields, and who declares it."""
    intro = (
        f"The {len(KINDS)} kinds of fact in `callrules.declared`. "
        "A rule that keeps to a number says so in `declares`, and [laws](laws.md) hold it to that.\n"
        "They never read the rule's code."
    )
    code = "```py\nclass BakeryHours:\n    declares = (Open(opens=dt.time(10), closes=dt.time(18)),)\n```"
    more = (
        "`declares` may be a property, so that a fact follows the rule's own parameters.\n"
        "A rule in the place of a house rule (of the same `name`) that has no `declares` answers for "
        "what the house rule declares; `declares = ()` declares nothing.\n"
        "A subclass inherits what its parent declares, until it has a `declares` of its own.\n"
        "A policy that is no `Playbook` may have `declares` too.\n"
        "`callrules rules` shows what every rule declares."
    )
    return page("Declared facts", intro, code, more, *map(_kind, KINDS), *_lifts())


def _kind(kind: type[Declared]) -> str:
    fields = [field for field in attrs.fields(kind) if field.name != "lifted_by"]
    parts = (
        f"## {kind.__name__}",
        re.sub(r"`(lifted_by)`", r"[`\1`](#lifted_by)", doc(kind)),
        table(("field", "type", "default"), map(_field, fields)) if fields else "No fields.",
        f"Laws: {_laws(kind)}.",
        f"House rules: {_house(kind)}.",
    )
    return "\n\n".join(parts)


def _field(field: Any) -> tuple[str, str, str]:
    default = "" if field.default is attrs.NOTHING else f"`{_plain(field.default)}`"
    return f"`{field.name}`", f"`{field.type}`", default


def _plain(default: Any) -> str:
    return "()" if default == frozenset() else str(default)


def _laws(kind: type[Declared]) -> str:
    named = [f"`{law.id}`" for law in LAWS if law.needs is kind]
    return ", ".join(named) or "none of its own; other laws take it into account"


def _house(kind: type[Declared]) -> str:
    said = [
        f"[{name_of(rule)}](rules.md#{name_of(rule)}) ({fact.says})"
        for rule in rules.HOUSE_RULES
        for fact in declared_by(rule)
        if isinstance(fact, kind)
    ]
    return ", ".join(said) or "none"


def _lifts() -> tuple[str, ...]:
    names = comma(f"Lift.{lift.name}" for lift in Lift)
    intro = f"Every kind has `lifted_by`, a set of what it gives way to: any of {names}; nothing unless told."
    rows = [(f"`{lift.name}`", LIFTS[lift]) for lift in Lift]
    sets = "`NAMED` is the first two, `POLITE` the first three."
    return "## lifted_by", intro, table(("gives way to", "which is"), rows), sets
