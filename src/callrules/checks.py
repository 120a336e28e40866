"""The edge: what a field accepts, and the one form in which it refuses."""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
import zoneinfo
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from types import FunctionType
from typing import Any, TypeGuard, TypeVar

import attrs

from callrules import numbering, places
from callrules.errors import InvalidValue, nearest
from callrules.redaction import Found, kind_of

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years of what a host hands in: nobody who can be rung has a fact outside of them."""
FIRST_DERIVED, LAST_DERIVED = 1000, 9000
"""The years of what rules answer: further than any parameter can lead from a fact, and far from the ends of time."""
A_YEAR_OF_SECONDS = 31_622_400
"""No call lasts longer, in whatever unit somebody exported it."""
MOST_DIGITS = 15
"""Before the point, and after it: more than any sum of money in any currency has."""
NONE = Decimal("NaN")
HALF_A_CHARACTER = re.compile(r"[\ud800-\udfff]")
"""What no file can hold."""
LARGEST_ID = 2**64
"""Larger than every whole number by which tables count."""
NO_TIME = dt.timedelta(0)
FACTORY: Any = attrs.Factory
NOT_FREE = object()
"""What nobody can give, for a field of which everything is checked."""


def edge(check: Callable[..., Any], beside: str | None = None) -> dict[str, Any]:
    """Field metadata: what is given to this field passes `check(value, "Class.field")` first.

    The check is also handed the field `beside`, which stands before this one in the class.
    """
    return {"edge": check, "beside": beside}


def at_the_edge(kind: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """An attrs field transformer that puts every field's check at its door.

    The check is the field's `edge`, else its converter, a plain function that is given value and field: where more
    is taken than the field's type says, checkers of types read the converter's.
    """
    return [_at_its_door(kind.__name__, each) for each in fields]


def _at_its_door(kind: str, field: attrs.Attribute[Any]) -> attrs.Attribute[Any]:
    check: Any = field.metadata.get("check", field.converter)
    takes: Any = field.type
    beside, called = field.metadata.get("beside"), f"{kind}.{field.name}"
    if "edge" in field.metadata:
        check = field.metadata["edge"]
    elif isinstance(check, FunctionType):
        takes = next(iter(check.__annotations__.values()))
    else:
        return field
    free = _free(check, called, field.default)
    door = _door_beside(check, takes, called, free, beside) if beside else _door(check, takes, called, free)
    return field.evolve(converter=door, metadata={**field.metadata, "check": check})


def _free(check: Callable[..., Any], called: str, default: Any) -> Any:
    """The one value that passes unchecked: nothing where the field may say nothing, else what its check lets be."""
    if default is None or hasattr(check, "unless_none"):
        return None
    is_value = default is not attrs.NOTHING and not isinstance(default, FACTORY)
    return default if is_value and check(default, called) is default else NOT_FREE


def _door(check: Callable[..., Any], takes: Any, called: str, free: Any) -> Any:
    checked: Callable[..., Any] = getattr(check, "unless_none", check)

    def pass_through(value: Any) -> Any:
        return value if value is free else checked(value, called)

    pass_through.__annotations__["value"] = takes  # what a signature shows
    return attrs.Converter(pass_through)


def _door_beside(check: Callable[..., Any], takes: Any, called: str, free: Any, beside: str) -> Any:
    def pass_with(value: Any, self: Any) -> Any:
        return value if value is free else check(value, called, getattr(self, beside))

    pass_with.__annotations__["value"] = takes
    return attrs.Converter(pass_with, takes_self=True)


@cache
def optional(check: Callable[[Any, str], T]) -> Callable[[Any, str], T | None]:
    """The same check, letting `None` through."""

    def unless_none(value: Any, field: str) -> T | None:
        return None if value is None else check(value, field)

    unless_none.unless_none = check  # type: ignore[attr-defined] # so that a door need not pass through two
    return unless_none


def instant(value: Any, field: str) -> dt.datetime:
    """An aware datetime of any zone from 1900 to 2200, kept as a plain one in UTC. Naive ones are refused."""
    if _is_plain(value) and FIRST_YEAR <= value.year <= LAST_YEAR:
        return value
    at = derived_instant(value, field)
    _refuse_far_away(at, field)
    return at


def derived_instant(value: Any, field: str) -> dt.datetime:
    """The same for what rules answer, which may lie far beyond what a host hands in."""
    if isinstance(value, dt.date) and not FIRST_DERIVED <= value.year <= LAST_DERIVED:
        _refuse_far_away(value, field, FIRST_DERIVED, LAST_DERIVED)
    if _is_plain(value):
        return value
    if not isinstance(value, dt.datetime):
        raise InvalidValue(field, value, "an aware datetime, such as datetime(2026, 11, 20, 15, tzinfo=UTC)")
    if value.utcoffset() is None:
        raise InvalidValue(field, value.isoformat(), "an aware datetime; this one has no zone")
    return _plain(value.astimezone(dt.UTC), dt.UTC)


def _is_plain(value: Any) -> TypeGuard[dt.datetime]:
    return type(value) is dt.datetime and value.tzinfo is dt.UTC and not value.fold


def _refuse_far_away(value: dt.date, field: str, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> None:
    if not first <= value.year <= last:
        raise InvalidValue(field, value.isoformat(), f"a moment between the years {first} and {last}")


def _plain(value: dt.datetime, zone: dt.tzinfo, fold: int = 0) -> dt.datetime:
    return dt.datetime(
        value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond,
        tzinfo=zone, fold=fold,
    )  # fmt: skip


def moment(value: Any, field: str) -> dt.date:
    """A day, a wall time in a named zone (both kept as given), or an instant (kept in UTC), from 1900 to 2200."""
    if isinstance(value, dt.datetime):
        return wall_time(value, field)
    day = derived_moment(value, field)
    _refuse_far_away(day, field)
    return day


def derived_moment(value: Any, field: str) -> dt.date:
    """The same for what rules answer, which may lie far beyond what a host hands in."""
    if isinstance(value, dt.datetime):
        return derived_wall_time(value, field)
    if isinstance(value, dt.date):
        _refuse_far_away(value, field, FIRST_DERIVED, LAST_DERIVED)
        return dt.date(value.year, value.month, value.day)
    raise InvalidValue(field, value, "an aware datetime or a date")


def day(value: Any, field: str) -> dt.date:
    """A day, and no moment of it."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        _refuse_far_away(value, field)
        return dt.date(value.year, value.month, value.day)
    raise InvalidValue(field, value, "a day, such as date(2026, 11, 20)")


def day_or_instant(value: Any, field: str) -> dt.date:
    """A day, or an instant (kept in UTC), from 1900 to 2200."""
    return instant(value, field) if isinstance(value, dt.datetime) else moment(value, field)


def wall_time(value: dt.datetime, field: str) -> dt.datetime:
    """A wall time in a named zone, as given; anything else as an instant in UTC; from 1900 to 2200."""
    wall = derived_wall_time(value, field)
    _refuse_far_away(wall, field)
    return wall


def derived_wall_time(value: dt.datetime, field: str) -> dt.datetime:
    """The same for what rules answer, which may lie far beyond what a host hands in."""
    named = zone_name(value)
    if named is None:
        return derived_instant(value, field)
    _refuse_far_away(value, field, FIRST_DERIVED, LAST_DERIVED)
    first, second = (_plain(value, zone(named), fold) for fold in (0, 1))
    comes_twice = (first.utcoffset() or NO_TIME) > (second.utcoffset() or NO_TIME)
    return second if value.fold and comes_twice else first


def zone_name(value: dt.datetime) -> str | None:
    """The IANA name of the zone a datetime is in, or `None` where it has a bare offset or is in UTC."""
    key = getattr(value.tzinfo, "key", None)
    return key if isinstance(key, str) and key != "UTC" else None


def moment_key(value: dt.date | None) -> object:
    """Give what makes two moments equal: the same day, or the same instant in the same zone."""
    if not isinstance(value, dt.datetime):
        return value
    return (value.astimezone(dt.UTC), zone_name(value))


@cache
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of that name, loaded once."""
    return zoneinfo.ZoneInfo(name)


def timezone(value: Any, field: str) -> str:
    """The name of an IANA zone, such as `Europe/Paris`."""
    if isinstance(value, str) and value in places.all_zones():
        return value
    hint = nearest(value, places.all_zones())
    raise InvalidValue(field, value, f"an IANA zone, such as 'Europe/Paris'{hint}")


def region(value: Any, field: str) -> str:
    """An ISO 3166 country or subdivision, such as `FR` or `US-FL`."""
    if isinstance(value, str) and places.is_region(value):
        return value
    meant = places.meant_by(value) if isinstance(value, str) else None
    hint = f"; did you mean {meant!r}?" if meant else ""
    raise InvalidValue(field, value, f"an ISO 3166 region, such as 'FR' or 'US-FL'{hint}")


def phone_number(value: Any, field: str, region: str | None = None) -> str:
    """A telephone number in E.164, such as `+12065550105` or, with an extension, `+15145550113;ext=227`.

    Blanks, dots, dashes, brackets and `tel:` are dropped where a country code, or `region` (ISO 3166), makes the
    number whole; `00` is a plus where it is that region's prefix of calls abroad. A zero that is dialled within
    the country only has no place after the country code: whoever wrote it may have meant another number.
    """
    number = numbering.spelled(value, region) if isinstance(value, str) else None
    if number is not None:
        return number
    if isinstance(value, str) and numbering.looks_like_a_trunk_zero(value):
        raise InvalidValue(field, kind_of(value), "a number without the 0 that is dialled within its country only")
    raise InvalidValue(field, kind_of(value), "an E.164 number, such as '+12065550105' or '+15145550113;ext=227'")


def identifier(value: Any, field: str) -> str:
    """An id: trimmed, without invisible characters, in Unicode's normal form C; upper and lower case differ."""
    text = value if isinstance(value, str) else _counted(value)
    plain = text.strip() if text.isascii() else _visible(text)
    if plain:
        return plain
    raise InvalidValue(field, kind_of(value), "some text")


def _counted(value: Any) -> str:
    is_count = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_count and abs(value) < LARGEST_ID else ""


def _visible(text: str) -> str:
    if HALF_A_CHARACTER.search(text):
        return ""
    shown = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return unicodedata.normalize("NFC", shown).strip()


def identifiers(value: Any, field: str) -> tuple[str, ...]:
    """Several ids, kept as a tuple."""
    if value == ():
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(field, kind_of(value), "a list of ids")
    return tuple(identifier(each, f"{field}[{place}]") for place, each in enumerate(value))


def phone_numbers(value: Any, field: str) -> tuple[str, ...]:
    """Several telephone numbers, kept as a tuple, each once."""
    if value == ():
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(field, kind_of(value), "a list of numbers")
    numbers = (phone_number(each, f"{field}[{place}]") for place, each in enumerate(value))
    return tuple(dict.fromkeys(numbers))


def text(value: Any, field: str) -> str:
    """Words: a string that holds something besides white space. An error tells its kind, never the words."""
    if type(value) is str and value.isascii() and value and not value.isspace():
        return value
    if isinstance(value, str) and value.strip():
        return _writable(value, field)
    raise InvalidValue(field, kind_of(value), "some text")


def remark(value: Any, field: str) -> str:
    """Any words, also none. An error tells their kind, never the words."""
    if isinstance(value, str):
        return _writable(value, field)
    raise InvalidValue(field, kind_of(value), "a text")


def _writable(value: str, field: str) -> str:
    """A plain text without half characters (lone surrogates), which no file can hold."""
    if not value.isascii() and HALF_A_CHARACTER.search(value):
        raise InvalidValue(field, Found("half a character"), "text that can be written as UTF-8")
    return value if type(value) is str else str.__str__(value)


def texts(value: Any, field: str) -> tuple[str, ...]:
    """Several texts, kept as a tuple."""
    if value == ():
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(field, kind_of(value), "a list of texts")
    return tuple(text(each, f"{field}[{place}]") for place, each in enumerate(value))


def flag(value: Any, field: str) -> bool:
    """True or false, and nothing that merely looks like it."""
    if isinstance(value, bool):
        return value
    raise InvalidValue(field, value, "true or false")


def one_of(words: type[E]) -> Callable[[Any, str], E]:
    """A member of an enum, given as itself or as its lower-case word."""

    def check(value: Any, field: str) -> E:
        return member(words, value, field)

    return check


def member(words: type[E], value: Any, field: str) -> E:
    """A member of an enum, given as itself or as its lower-case word; else the nearest is named."""
    if type(value) is words:
        return value
    known = _by_word(words).get(value) if type(value) is str else None
    return _member(words, value, field) if known is None else known


@cache
def _by_word(words: type[E]) -> Mapping[str, E]:
    return {each.value: each for each in words}


def _member(words: type[E], value: Any, field: str) -> E:
    try:
        return words(value)
    except ValueError:
        known = [str(each.value) for each in words]
        raise InvalidValue(field, value, f"one of {', '.join(known)}{nearest(value, known)}") from None


def seconds(value: Any, field: str) -> float:
    """A length of time in seconds, from zero to a year."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= A_YEAR_OF_SECONDS:
        return value
    raise InvalidValue(field, value, "a number of seconds, zero or more, up to a year")


def amount(value: Any, field: str) -> Decimal:
    """A sum of money: a decimal number, kept exactly as written; at most 15 digits before and after the point."""
    number = _decimal(value)
    if number.is_finite() and number.adjusted() < MOST_DIGITS and int(number.as_tuple().exponent) >= -MOST_DIGITS:
        return number
    raise InvalidValue(field, value, "a decimal number, such as '129.00'")


def _decimal(value: Any) -> Decimal:
    try:
        return Decimal(str(value)) if isinstance(value, (str, int, float, Decimal)) and value is not True else NONE
    except (InvalidOperation, ValueError):
        return NONE


def currency(value: Any, field: str) -> str:
    """An ISO 4217 currency code, such as `EUR`."""
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{3}", value):
        return value
    raise InvalidValue(field, value, "an ISO 4217 code, such as 'EUR'")
