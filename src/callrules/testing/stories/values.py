"""One field's value as a word: lists, phones, yes and no, numbers and moments; all else is its word on the wire."""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any

from callrules.contact import Phone
from callrules.errors import BadInput
from callrules.preferred_hours import PreferredHours
from callrules.testing.stories.clocks import Clock
from callrules.testing.stories.words import parsed, read_list, read_word, write_list, write_word
from callrules.wire import MOMENTS

A_PHONE = re.compile(r"([^/@]+)(?:/([^@]*))?(?:@(.+))?")
FLAGS = {"yes": True, "no": False}


def write_value(name: str, value: Any, plain: Any, clock: Clock) -> str:
    """A field's value as one word, from itself and its `plain` JSON."""
    if isinstance(value, dt.datetime) and name not in MOMENTS:
        return clock.instant(value)
    if isinstance(value, dt.date):
        return clock.moment(value)
    if isinstance(value, tuple):
        return write_list(map(_write_item, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return write_word(str(plain))


def read_value(kind: type, name: str, written: str, clock: Clock) -> Any:
    """Read what the wire takes for that field of a class. Raises `BadInput`."""
    reader = _READERS.get(_hints(kind)[name])
    return reader(written, clock) if reader else read_word(written)


def _write_item(item: Any) -> str:
    if not isinstance(item, Phone):
        return str(item)
    line = "" if item.line.value == "unknown" else f"/{item.line.value}"
    return f"{item.number}{line}{f'@{item.timezone}' if item.timezone else ''}"


def _read_phone(written: str) -> dict[str, str]:
    found = A_PHONE.fullmatch(written)
    if found is None:
        raise BadInput(f"found {written!r}, expected a phone, such as +12065550105/mobile@Europe/Paris")
    return {name: value for name, value in zip(("number", "line", "timezone"), found.groups(), strict=True) if value}


def _as_flag(written: str, _: Clock) -> bool:
    if written not in FLAGS:
        raise BadInput(f"found {written!r}, expected yes or no")
    return FLAGS[written]


def _as_number(written: str, _: Clock) -> float:
    return parsed(lambda: int(written) if written.isdecimal() else float(written), written, "a number")


def _as_moment(written: str, clock: Clock) -> dt.datetime | str:
    moment = clock.read_moment(read_word(written))
    return moment if isinstance(moment, dt.datetime) else moment.isoformat()


_READERS: dict[Any, Callable[[str, Clock], Any]] = {
    tuple[str, ...]: lambda written, _: read_list(written),
    tuple[Phone, ...]: lambda written, _: [_read_phone(each) for each in read_list(written)],
    tuple[PreferredHours, ...]: lambda written, _: read_list(written),
    bool: _as_flag,
    float: _as_number,
    dt.datetime: lambda written, clock: clock.read_instant(read_word(written)),
    dt.date: _as_moment,
}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return {name: _without_none(hint) for name, hint in typing.get_type_hints(kind).items()}


def _without_none(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        return next(each for each in hint.__args__ if each is not type(None))
    return hint
