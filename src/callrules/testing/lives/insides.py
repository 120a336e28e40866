"""What is inside a policy: the plain values that its own rules hold, and those that their code names."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import inspect
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from types import CodeType
from typing import Any

from callrules.testing.authorship import HOUSE, is_own
from callrules.testing.lives.own_code import argument_names, enclosed_in, plain_function
from callrules.testing.policies import rules_of

PLAIN = (int, float, Decimal, str, dt.date, dt.time, dt.timedelta, enum.Enum)
SEVERAL = (tuple, list, set, frozenset)
DEEPEST, MOST = 5, 2000
"""So deep, and so many values, are looked at."""
NAMES = frozenset({"name", "waits"})
"""What a rule is called, which makes no difference."""


def insides_of(policy: Any) -> Iterator[Any]:
    """Yield the plain values inside the author's own rules of a policy, those that they hold before those of code."""
    looked = Insides()
    own = [each for each in (*_rules(policy), policy) if is_own(type(each))]
    yield from islice((value for each in own for value in looked.held_by(each)), MOST)
    yield from islice((value for each in own for value in looked.coded_in(type(each))), MOST)


class Insides:
    """Looks into each thing once."""

    def __init__(self) -> None:
        """Nothing was looked at."""
        self._met: dict[int, Any] = {}

    def held_by(self, thing: Any, depth: int = 0) -> Iterator[Any]:
        """Yield what an object of an author's own holds in fields of its own."""
        if depth > DEEPEST or self._is_known(thing):
            return
        for name in _own_fields(thing):
            try:
                value = inspect.getattr_static(thing, name)
                held = getattr(thing, name) if inspect.ismemberdescriptor(value) else value
            except Exception:  # noqa: BLE001, S112 - whatever an author's object does, it is only not looked at
                continue
            yield from self._value(held, depth + 1)

    def coded_in(self, kind: type) -> Iterator[Any]:
        """Yield what the code of a class of an author's own names."""
        for each in kind.__mro__:
            for name, value in list(vars(each).items()) if is_own(each) else ():
                yield from self._function(value) if _is_written(name) else ()

    def _value(self, value: Any, depth: int) -> Iterator[Any]:
        if isinstance(value, PLAIN):
            yield value
        elif depth > DEEPEST:
            return
        elif isinstance(value, SEVERAL):
            yield from self._each(_in_order(value), depth)
        elif isinstance(value, dict):
            yield from self._each([*value, *value.values()], depth)
        elif callable(value):
            yield from self._function(value, depth)
        elif is_own(type(value)):
            yield from self.held_by(value, depth)
        else:
            for rule in _rules(value) if type(value).__module__.startswith(HOUSE) else ():
                yield from self._value(rule, depth + 1) if is_own(type(rule)) else ()

    def _each(self, values: Iterable[Any], depth: int) -> Iterator[Any]:
        for each in islice(values, MOST):
            yield from self._value(each, depth + 1)

    def _function(self, value: Any, depth: int = 0) -> Iterator[Any]:
        """The constants of a function, what it encloses and what it names in its own module."""
        function = plain_function(value)
        if depth > DEEPEST or function is None or not is_own(function) or self._is_known(function):
            return
        yield from self._each((*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()), depth)
        yield from self._each(enclosed_in(function), depth)
        yield from self._code(function.__code__, function.__globals__, function.__doc__, depth)

    def _code(self, code: CodeType, known: dict[str, Any], told: str | None, depth: int) -> Iterator[Any]:
        named = argument_names(code)
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                yield from self._code(constant, known, None, depth + 1)
            elif constant != told and not any(constant is each for each in named):
                yield from self._value(constant, depth + 1)
        for name in code.co_names:
            yield from self._named(known.get(name), code.co_names, depth)

    def _named(self, value: Any, names: Iterable[str], depth: int) -> Iterator[Any]:
        """A constant or a function of its module; of an enum the members that are named, and of a class nothing."""
        if isinstance(value, enum.EnumMeta):
            yield from (value.__members__[each] for each in names if each in value.__members__)
        elif not inspect.isclass(value) and not inspect.ismodule(value):
            yield from self._value(value, depth + 1)

    def _is_known(self, thing: Any) -> bool:
        is_known = id(thing) in self._met
        self._met[id(thing)] = thing
        return is_known


def _rules(policy: Any) -> Sequence[Any]:
    try:
        return rules_of(policy)
    except Exception:  # noqa: BLE001 - whatever an author's object does, it is only not looked at
        return ()


def _is_written(name: str) -> bool:
    """Whether somebody wrote a method, and no library made it."""
    return not name.startswith("__") or name in {"__call__", "__attrs_post_init__", "__post_init__"}


def _own_fields(thing: Any) -> Iterator[str]:
    """The fields that classes of an author's own bring, and those of the object alone; names are none."""
    kinds = [kind for kind in type(thing).__mro__ if is_own(kind)]
    of_the_house = {
        name for kind in type(thing).__mro__ if not is_own(kind) for name in (*vars(kind), *_annotated(kind))
    }
    held = [name for name in _dictionary(thing) if name not in of_the_house]
    brought = (name for kind in kinds for name in (*_annotated(kind), *vars(kind)))
    yield from (name for name in dict.fromkeys((*held, *brought)) if _is_a_field(thing, name))


def _dictionary(thing: Any) -> list[str]:
    try:
        return list(vars(thing))
    except TypeError:
        return []


def _is_a_field(thing: Any, name: str) -> bool:
    value = inspect.getattr_static(type(thing), name, None)
    is_code = inspect.isroutine(value) or isinstance(value, (property, functools.cached_property))
    return not name.startswith("__") and name not in NAMES and not (is_code and name not in _annotated(type(thing)))


def _annotated(kind: type) -> dict[str, Any]:
    found: dict[str, Any] = vars(kind).get("__annotations__", {})
    return found


def _in_order(value: Iterable[Any]) -> list[Any]:
    """List what several hold; plain values of a set in an order that is the same in every process."""
    if isinstance(value, (set, frozenset)):
        return sorted((each for each in value if isinstance(each, PLAIN)), key=repr)
    return list(value)
