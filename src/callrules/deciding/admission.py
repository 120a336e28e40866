"""What can be a rule: refused at the door, in words that say what to do."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from callrules import hookspecs
from callrules.errors import RuleRefused, nearest
from callrules.facts import MARKS, Fact
from callrules.hookspecs import HOOKS, PROJECT
from callrules.vocabulary import Word

Rule = Any
"""Any hashable value with methods marked `@hookimpl`; usually a small frozen attrs class."""


def name_of(rule: Rule) -> str:
    """A rule's name: its `name`, else its class's name in snake case (`QuietFridays`: `quiet_fridays`)."""
    name = getattr(rule, "name", None)
    return name if isinstance(name, str) else re.sub(r"(?<!^)(?=[A-Z])", "_", type(rule).__name__).lower()


def waits_of(rule: Rule) -> str | None:
    """A rule's `waits`, the sentence by which a day list counts whom it holds back; `None` where it has none."""
    waits: str | None = getattr(rule, "waits", None)
    return waits


def opens_daily(rule: Rule) -> bool:
    """Whether the rule says that what it closes opens again on most days, as opening hours do."""
    return getattr(rule, "opens_daily", False) is True


def only_with(rule: Rule) -> frozenset[object] | None:
    """The kinds of fact, and words in them, without which a rule has nothing to say; `None`: it may always speak.

    A rule declares them as `only_with`. What a class says so binds none that is derived from it and writes a method
    anew without saying so again.
    """
    for kind in type(rule).__mro__:
        told = vars(kind)
        if "only_with" in told:
            return None if told["only_with"] is None else frozenset(told["only_with"])
        if any(_is_a_method(value) for name, value in told.items() if not name.startswith("__")):
            return None
    return None


def _is_a_method(value: Any) -> bool:
    return inspect.isfunction(value) or isinstance(value, (property, classmethod, staticmethod))


def refuse_unfit(rules: Sequence[Rule], floor: Sequence[Rule]) -> None:
    """Raise `RuleRefused` for the first rule that is none, or that takes another's name or the floor's place."""
    own = {name_of(rule): type(rule) for rule in floor}
    for rule in rules:
        if inspect.isclass(rule):
            raise RuleRefused(f"{rule.__name__} is a class, expected an instance: write {rule.__name__}()")
        _refuse_nameless(rule)
        _refuse_untold(rule)
        _refuse_unhashable(rule)
        _refuse_in_the_place_of(own.get(name_of(rule), type(rule)), rule)
        _refuse_methods(rule)
    names = [name_of(rule) for rule in rules]
    if len(set(names)) < len(names):
        raise RuleRefused(twice(names))


def refuse_unnamed_in_a_place(known: Mapping[str, Rule], rules: Sequence[Rule]) -> None:
    """Raise `RuleRefused` for a rule that would take another's place by the name of its class alone."""
    for rule in rules:
        name, there = name_of(rule), known.get(name_of(rule), rule)
        if type(there) is not type(rule) and not inspect.isclass(rule) and not hasattr(rule, "name"):
            raise RuleRefused(
                f"{type(rule).__name__} has no `name`, and by its class's would take the place of the rule {name!r}: "
                f"write `name = {name!r}` if it is to, or give it another"
            )


def twice(names: Sequence[str]) -> str:
    """Say which names are not unique."""
    known = sorted({name for name in names if names.count(name) > 1})
    return f"two rules are called {', '.join(map(repr, known))}, expected unique names: give one another `name`"


def _refuse_nameless(rule: Rule) -> None:
    name = getattr(rule, "name", name_of(rule))
    if not isinstance(name, str) or not name.strip():
        raise RuleRefused(f"{type(rule).__name__}: found the name {name!r}, expected some text: give it a `name`")


def _refuse_untold(rule: Rule) -> None:
    waits, daily = getattr(rule, "waits", None), getattr(rule, "opens_daily", False)
    who = f"rule {name_of(rule)!r}"
    if waits is not None and (not isinstance(waits, str) or not waits.strip()):
        expected = "a sentence without names or dates: say why people wait, or leave it out"
        raise RuleRefused(f"{who}: found waits = {waits!r}, expected {expected}")
    kinds = getattr(rule, "only_with", None)
    if kinds is not None and not (isinstance(kinds, (tuple, frozenset)) and all(map(_is_a_mark, kinds))):
        raise RuleRefused(f"{who}: found only_with = {kinds!r}, expected kinds of fact or words in them: (Purchase,)")
    if not isinstance(daily, bool):
        raise RuleRefused(f"{who}: found opens_daily = {daily!r}, expected True or False")


def _is_a_mark(told: Any) -> bool:
    return told in MARKS if isinstance(told, Word) else inspect.isclass(told) and issubclass(told, Fact)


def _refuse_unhashable(rule: Rule) -> None:
    try:
        hash(rule)
    except TypeError as error:
        says = f"rule {name_of(rule)!r} cannot be hashed ({error}), expected a frozen value: use @attrs.frozen"
        raise RuleRefused(says) from None


def _refuse_in_the_place_of(own: type, rule: Rule) -> None:
    if type(rule) is not own:
        found = f"{type(rule).__name__} under the name {name_of(rule)!r}"
        raise RuleRefused(f"{found}: expected {own.__name__}, which is part of the floor: give yours another `name`")


def _refuse_methods(rule: Rule) -> None:
    marks = {name: getattr(method, f"{PROJECT}_impl", None) for name, method in _methods(rule)}
    for name, mark in marks.items():
        who = f"rule {name_of(rule)!r}, method {name!r}"
        if inspect.iscoroutinefunction(getattr(rule, name)) and mark:
            raise RuleRefused(f"{who}: found a coroutine function, expected a plain one: take out `async`")
        if mark is not None:
            _refuse_mark(who, mark.get("specname") or name, mark)
            _refuse_arguments(rule, mark.get("specname") or name, getattr(rule, name))
        elif name in HOOKS:
            raise RuleRefused(f"{who}: found no @hookimpl, expected one: did you forget it?")
    if not any(marks.values()):
        expected = f"a method marked @hookimpl: one of {', '.join(HOOKS)}"
        raise RuleRefused(f"rule {name_of(rule)!r} answers nothing, expected {expected}")


def _methods(rule: Rule) -> Iterator[tuple[str, Any]]:
    for name in (each for each in dir(type(rule)) if not each.startswith("__")):
        method = inspect.getattr_static(type(rule), name)
        if inspect.isroutine(getattr(method, "__func__", method)):
            yield name, getattr(method, "__func__", method)


def _refuse_mark(who: str, hook: str, mark: dict[str, Any]) -> None:
    if mark.get("wrapper") or mark.get("hookwrapper"):
        raise RuleRefused(f"{who}: found a hook wrapper, expected a plain answer: rules cannot change others'")
    if hook not in HOOKS:
        raise RuleRefused(f"{who}: found no such hook, expected one of {', '.join(HOOKS)}{nearest(hook, HOOKS)}")


def _refuse_arguments(rule: Rule, hook: str, method: Any) -> None:
    who = f"rule {name_of(rule)!r}, hook {hook!r}"
    known = list(inspect.signature(getattr(hookspecs, hook)).parameters)
    for name, argument in inspect.signature(method).parameters.items():
        expected = f"some of {', '.join(known)}"
        if name not in known:
            raise RuleRefused(f"{who}: found argument {name!r}, expected {expected}{nearest(name, known)}")
        if argument.kind is not argument.POSITIONAL_OR_KEYWORD or argument.default is not argument.empty:
            raise RuleRefused(f"{who}: found {str(argument)!r}, expected a plain argument, without `*` and default")
