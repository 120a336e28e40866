"""Rules that installed packages offer, under the entry point group `callrules`; loaded when asked for, never before."""

from __future__ import annotations

import inspect
from collections.abc import Collection
from typing import Any

from callrules.deciding.admission import Rule, name_of, twice
from callrules.errors import RuleRefused
from callrules.redaction import redacted

GROUP = "callrules"
"""The entry point group in which installed packages offer their rules."""


def offered() -> list[Any]:
    """The entry points of installed rules, by name. Nothing of theirs is loaded yet."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and seldom asked for

    return sorted(entry_points(group=GROUP), key=lambda each: each.name)


def installed_rules(house: Collection[str]) -> tuple[Rule, ...]:
    """Every rule that installed packages offer. Raises `RuleRefused` for what is none, or bears a house rule's name."""
    guests = tuple(map(_loaded, offered()))
    taken = [name for name in map(name_of, guests) if name in house]
    if taken:
        raise RuleRefused(twice([*taken, *taken]))
    return guests


def _loaded(entry: Any) -> Rule:
    try:
        rule = entry.load()
        return rule() if inspect.isclass(rule) else rule
    except Exception as error:
        found = f"installed rule {entry.name!r} ({entry.value}): found {type(error).__name__}: {redacted(str(error))}"
        raise RuleRefused(f"{found}, expected a rule: mend or uninstall the package that offers it") from error
