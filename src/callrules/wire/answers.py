"""Answers read back: the step and the verdict that a host has kept as JSON."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from callrules.errors import BadInput, InvalidValue, nearest
from callrules.redaction import found, kind_of, known_as
from callrules.step import STEPS, Because, Reason, Step, Verdict
from callrules.wire.case import word
from callrules.wire.moments import read_instant, read_moment, with_zone

T = TypeVar("T")
STEP_KINDS: dict[str, type[Step]] = {word(kind): kind for kind in STEPS}
DERIVED = ("due", "text")
"""What is told beside a step and follows from it."""


def read_step(data: Any, path: str = "step") -> Step:
    """The step in parsed JSON, as `write_step` wrote it. Raises `BadInput` with path, found and expected.

    What is told beside it (`due` as it was then, the `text` of a note) is let pass, and not kept.
    """
    fields = _an_object(data, path)
    named = fields.pop("type", None)
    if not isinstance(named, str) or named not in STEP_KINDS:
        expected = f"one of {', '.join(STEP_KINDS)}{nearest(named, STEP_KINDS)}"
        raise BadInput(f"{path}.type: found {found(named)}, expected {expected}")
    kept = {name: each for name, each in fields.items() if name not in DERIVED}
    return _built(STEP_KINDS[named], kept, path)


def read_verdict(data: Any, path: str = "verdict") -> Verdict:
    """The verdict in parsed JSON, as `write_verdict` wrote it. Raises `BadInput` with path, found and expected."""
    return _built(Verdict, _an_object(data, path), path)


def _built(kind: type[T], fields: Mapping[str, Any], path: str) -> T:
    hints = typing.get_type_hints(kind)
    known = [field.name for field in attrs.fields(kind)]  # type: ignore[arg-type]  # every answer is an attrs class
    for name in fields:
        if name not in {*known, "zone"}:
            expected = f"one of {', '.join(known)}{nearest(name, known)}"
            raise BadInput(f"{path}.{known_as(name)}: found an unknown field, expected {expected}")
    zoned = with_zone(dict(fields), kind, path)
    try:
        return kind(**{name: _read(hints[name], each, f"{path}.{name}") for name, each in zoned.items()})
    except InvalidValue as error:
        _, _, field = error.field.partition(".")
        raise BadInput(f"{path}.{field}: found {error.found}, expected {error.expected}") from None
    except TypeError as error:
        raise BadInput(f"{path}: {error}, expected every field that has no default") from None


def _read(hint: Any, value: Any, path: str) -> Any:
    wanted = set(typing.get_args(hint)) if isinstance(hint, types.UnionType) else {hint}
    if (value is None and hint is not Reason) or isinstance(value, dt.date):
        return value
    if dt.datetime in wanted:
        return read_instant(value, path)
    if dt.date in wanted:
        return read_moment(value, path)
    if Reason in wanted:
        return _built(Reason, _an_object(value, path), path)
    if hint == tuple[Because, ...]:
        return tuple(
            _built(Because, _an_object(each, f"{path}[{place}]"), f"{path}[{place}]")
            for place, each in enumerate(_a_list(value, path))
        )
    return value


def _an_object(data: Any, path: str) -> dict[str, Any]:
    if isinstance(data, Mapping):
        return dict(data)
    raise BadInput(f"{path}: found {kind_of(data)}, expected an object")


def _a_list(data: Any, path: str) -> list[Any]:
    if isinstance(data, list):
        return data
    raise BadInput(f"{path}: found {kind_of(data)}, expected a list")
