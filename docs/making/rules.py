"""Every house rule, its numbers and their sources."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from typing import Any

import attrs

from callrules import hookspecs, rules
from callrules.deciding.admission import name_of
from callrules.declared import declared_by
from callrules.hookspecs import MOST
from callrules.playbook import Playbook
from callrules.vocabulary import RANK
from making.examples import example
from making.markdown import comma, doc, page, table

IDS = re.compile(r"\b([A-G])(\d{1,2})(?:–[A-G](\d{1,2}))?\b")


def rules_page() -> str:
    """Every house rule, with its numbers and where they come from."""
    intro = (
        f"The {len(rules.HOUSE_RULES)} house rules, in order. "
        "Every number is a parameter, and says where it comes from.\n"
        f"*From* is the least that a whole number may be; the most is {MOST:,}, a hundred years of days, unless told.\n"
        "Change one in Python with `playbook.with_rules(...)`, or in [TOML](../how-to/write-toml.md). "
        "A rule that wraps one, or derives from it, hands over what stands in brackets, and nothing else.\n"
        f"The floor, {comma(map(name_of, rules.FLOOR))}, is in every playbook and cannot be left out.\n"
        "Ids such as B5 are those of the rulebook, in which the rules were written down before they were code."
    )
    precedence = (
        "**Precedence:** opt-out, then law, then a firm ground, then a moment they named, then other grounds, "
        "then opening hours, then pace, then everything else."
    )
    ranks = "**Rank of reasons** that are due at the same moment: " + comma(RANK) + "."
    ranks += " No house rule gives `red_phone`: it is a name for a rule of yours that rings contacts of that mark."
    return page("House rules", intro, precedence, ranks, *map(_rule, rules.HOUSE_RULES), "## By id", _by_id())


def _rule(rule: Any) -> str:
    question, _, rest = doc(type(rule)).partition("\n\n")
    asked = [each for hook in hookspecs.HOOKS for each in Playbook().plan[hook] if each.rule == name_of(rule)]
    named = comma(f"{each.hook}({', '.join(each.wants)})" for each in asked)
    head = f"## {name_of(rule)}\n\n**{_without_ids(question)}**"
    facts = f"`callrules.rules.{type(rule).__name__}` · answers {named} · {_ids_in_words(rule)}"
    parts = (head, facts, _said_once(rest), _declares(rule), _parameters(rule), "For example:", example(name_of(rule)))
    return "\n\n".join(part for part in parts if part)


def _declares(rule: Any) -> str:
    said = [f"[{fact.says}](declared.md#{type(fact).__name__.lower()})" for fact in declared_by(rule)]
    return f"Declares: {', '.join(said)}." if said else ""


def _parameters(rule: Any) -> str:
    fields = [field for field in attrs.fields(type(rule)) if field.init]
    rows = [(f"`{each.name}`", *_shown(getattr(rule, each.name), each), *_about(each)) for each in fields]
    return table(("parameter", "default", "from", "says", "source"), rows) if rows else ""


def _shown(value: Any, field: Any) -> tuple[str, str]:
    """The default, and from where to where a whole number may go, where that is another end than every parameter's."""
    least, most = (field.metadata.get(name, usual) for name, usual in (("least", 0), ("most", MOST)))
    several = value if isinstance(value, tuple) else (value,)
    is_number = any(isinstance(each, int) and not isinstance(each, bool) for each in several)
    bounds = f"{least}{f' to {most:,}' if most != MOST else ''}"
    return _default(value), bounds if is_number else "–"


def _about(field: Any) -> tuple[str, str]:
    return field.metadata.get("says", ""), field.metadata.get("source", "")


def _default(value: Any) -> str:
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(map(str, sorted(value) if isinstance(value, frozenset) else value)) or "none"
    return str(value)


def _without_ids(question: str) -> str:
    return re.sub(r" \([^)]*\)$", "", question)


def _said_once(rest: str) -> str:
    return re.sub(r"^Rulebook [^.]*\.\s*", "", rest)


def ids_of(rule: Any) -> list[str]:
    """The rulebook ids that a rule names, in its own docstring and its module's."""
    said = f"{inspect.getmodule(type(rule)).__doc__} {type(rule).__doc__}"
    found = {
        f"{letter}{number}"
        for letter, first, last in IDS.findall(said)
        for number in range(int(first), int(last or first) + 1)
    }
    return sorted(found, key=lambda each: (each[0], int(each[1:])))


def _ids_in_words(rule: Any) -> str:
    ids = ids_of(rule)
    return f"rulebook {', '.join(ids)}" if ids else "no rulebook id"


def _by_id() -> str:
    named: dict[str, list[str]] = {}
    for rule in rules.HOUSE_RULES:
        for each in ids_of(rule):
            named.setdefault(each, []).append(f"[{name_of(rule)}](#{name_of(rule)})")
    ordered = sorted(named, key=lambda each: (each[0], int(each[1:])))
    return table(("id", "rules"), [(each, ", ".join(named[each])) for each in ordered])
