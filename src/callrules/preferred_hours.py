"""The hours at which somebody likes to be called, as they told us (rulebook G32)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from callrules.checks import at_the_edge
from callrules.errors import InvalidValue
from callrules.redaction import kind_of, known_as

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SUCH_AS = "such as {'days': 'mon-fri', 'from': '18:00', 'to': '20:00'}"
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
IN_WORDS = re.compile(r"\s*(?P<days>\S.*?)\s+(?P<opens>\d[\d:.]*)\s*(?:-|–|to)\s*(?P<closes>\d[\d:.]*)\s*")


def some_days(value: str | Iterable[int], field: str = "days") -> frozenset[int]:
    """Read days of the week, written as `mon-fri`, `mon, wed` or `daily`, as ISO weekdays."""
    if isinstance(value, (set, frozenset, tuple, list)) and value and all(map(_is_weekday, value)):
        return frozenset(value)
    words = re.split(r"[\s,]+", value.strip().lower()) if isinstance(value, str) else []
    if words == ["daily"]:
        return frozenset(range(1, 8))
    days = [day for word in words for day in _span(word)]
    if not days or 0 in days:
        raise InvalidValue(field, value, "days of the week, such as 'mon-fri', 'tue, thu' or 'daily'")
    return frozenset(days)


def _is_weekday(value: Any) -> bool:
    return type(value) is int and value in range(1, 8)


def _span(word: str) -> Iterable[int]:
    """Read `fri-mon` as the ISO weekdays from Friday to Monday; 0 stands for what is no day."""
    first, _, last = word.replace("–", "-").partition("-")
    start, end = _day(first), _day(last or first)
    return (0,) if not (start and end) else [(start - 1 + each) % 7 + 1 for each in range((end - start) % 7 + 1)]


def _day(word: str) -> int:
    short = word.strip()[:3]
    is_day = short in WEEK and "monday tuesday wednesday thursday friday saturday sunday".find(word.strip()) >= 0
    return WEEK.index(short) + 1 if is_day else 0


def a_time(value: dt.time | str, field: str = "time") -> dt.time:
    """Read a time of day."""
    if isinstance(value, dt.time) and value == dt.time(value.hour, value.minute):
        return value
    found = CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise InvalidValue(field, value, "a time on their clock, such as '18:00'")
    return dt.time(int(found[1]), int(found[2]))


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class PreferredHours:
    """Hours on days of the week, on the person's clock, from `opens` (included) to `closes` (excluded).

    `days` are ISO weekdays (1 is Monday), also given as `"mon-fri"`, `"tue, thu"` or `"daily"`. A closing time
    before the opening time belongs to the next day; equal ones are refused.
    """

    days: frozenset[int] = attrs.field(converter=some_days)
    opens: dt.time = attrs.field(converter=a_time)
    closes: dt.time = attrs.field(converter=a_time)

    def __attrs_post_init__(self) -> None:
        if self.opens == self.closes:
            raise InvalidValue("PreferredHours.to", f"{self.closes:%H:%M}", "a time other than `from`")

    @property
    def written(self) -> dict[str, str]:
        """The form in which they stand in JSON: `days`, `from` and `to`."""
        return {"days": _in_spans(self.days), "from": f"{self.opens:%H:%M}", "to": f"{self.closes:%H:%M}"}

    def __str__(self) -> str:
        """One phrase: `mon-fri 18:00-20:00`."""
        return "{days} {from}-{to}".format(**self.written)


def _in_spans(days: frozenset[int]) -> str:
    spans: list[list[int]] = []
    for day in sorted(days):
        if spans and spans[-1][-1] == day - 1:
            spans[-1].append(day)
        else:
            spans.append([day])
    return ",".join(WEEK[span[0] - 1] + (f"-{WEEK[span[-1] - 1]}" if len(span) > 1 else "") for span in spans)


def preferred_hours(
    value: str | Iterable[PreferredHours | Mapping[str, str] | str], field: str = "hours"
) -> tuple[PreferredHours, ...]:
    """Read hours from `PreferredHours`, from objects with `days`, `from` and `to`, or from words.

    Words are one or more of `mon-fri 18:00-20:00`, with a semicolon between them. Raises `InvalidValue`.
    """
    given: Any = [each for each in value.split(";") if each.strip()] if isinstance(value, str) else value
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise InvalidValue(field, value, f"a list of hours, {SUCH_AS}")
    return tuple(dict.fromkeys(_one(each, f"{field}[{place}]") for place, each in enumerate(given)))


def _one(value: Any, field: str) -> PreferredHours:
    if isinstance(value, PreferredHours):
        return value
    given = _in_parts(value, field)
    try:
        return PreferredHours(days=given["days"], opens=given["from"], closes=given["to"])
    except InvalidValue as error:
        name = error.field.partition(".")[2]
        raise InvalidValue(f"{field}.{FIELDS.get(name, name)}", error.found, error.expected) from None


def _in_parts(value: Any, field: str) -> Mapping[str, Any]:
    found = IN_WORDS.fullmatch(value) if isinstance(value, str) else None
    if found:
        return {"days": found["days"], "from": found["opens"], "to": found["closes"]}
    if isinstance(value, str):
        raise InvalidValue(field, value, "days and hours, such as 'mon-fri 18:00-20:00'")
    if not isinstance(value, Mapping):
        raise InvalidValue(field, value, f"an object with {PARTS}, {SUCH_AS}")
    for name in (*KEYS, *value):
        if name not in value:
            raise InvalidValue(f"{field}.{name}", None, f"a value beside the others: {PARTS}")
        if name not in KEYS:
            raise InvalidValue(f"{field}.{known_as(name)}", kind_of(value[name]), f"no such field: only {PARTS}")
    return value


KEYS, PARTS = ("days", "from", "to"), "days, from and to"
FIELDS = {"opens": "from", "closes": "to"}
