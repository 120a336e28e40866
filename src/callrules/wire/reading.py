"""Reading: what is given is refused in one line, or taken whole."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

import attrs
import cattrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, override

from callrules.contact import Contact, Phone
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.facts import Fact
from callrules.history import History
from callrules.preferred_hours import PreferredHours
from callrules.redaction import found, kind_of, known_as
from callrules.wire.case import KINDS, Case, belonging
from callrules.wire.moments import DAYS, read_day, read_instant, read_moment, with_zone
from callrules.wire.numbers import with_whole_numbers, with_whole_phones

T = TypeVar("T")
BESIDE = {"schema", "says", "expect"}
"""What a case may hold besides, and nobody reads."""


def read_case(data: Any) -> Case:
    """The case in parsed JSON. Raises `BadInput` with the path, what was found and what was expected."""
    fields = _an_object(data, "case")
    _refuse_unknown(fields, {"now", "contact", "history", *BESIDE}, "")
    for name in ("now", "contact", "history"):
        if name not in fields:
            raise BadInput(f"{name}: found nothing, expected it in every case")
    if not isinstance(fields["history"], list):
        raise BadInput(f"history: found {kind_of(fields['history'])}, expected a list of facts")
    contact = read_contact(fields["contact"])
    told = [read_fact(each, f"history[{place}]", contact.region) for place, each in enumerate(fields["history"])]
    facts, strays = belonging(told, contact)
    return Case(now=read_instant(fields["now"], "now"), contact=contact, history=History(facts), strays=strays)


def read_contact(data: Any, path: str = "contact") -> Contact:
    """The contact in parsed JSON, or `BadInput`."""
    return _structured(with_whole_phones(_an_object(data, path)), Contact, path)


def read_fact(data: Any, path: str = "fact", region: str | None = None) -> Fact:
    """The fact in parsed JSON, or `BadInput`. `region` makes numbers whole that are written as people there dial."""
    fields = with_whole_numbers(_an_object(data, path), region)
    if "type" not in fields:
        raise BadInput(f"{path}.type: found nothing, expected one of {', '.join(KINDS)}")
    named = fields.pop("type")
    if not isinstance(named, str) or named not in KINDS:
        raise BadInput(f"{path}.type: found {found(named)}, expected one of {', '.join(KINDS)}{nearest(named, KINDS)}")
    if fields.get("zone", "") is None:
        del fields["zone"]
    return _structured(with_zone(fields, KINDS[named], path), KINDS[named], path)


def _an_object(data: Any, path: str) -> Mapping[str, Any]:
    if isinstance(data, Mapping):
        return data
    raise BadInput(f"{path}: found {kind_of(data)}, expected an object")


def _refuse_unknown(fields: Mapping[str, Any], known: set[str], path: str) -> None:
    for name in fields:
        if name not in known:
            expected = f"one of {', '.join(sorted(known))}{nearest(name, known)}"
            raise BadInput(f"{path}{known_as(name)}: found an unknown field, expected {expected}")


def _structured(fields: Mapping[str, Any], kind: type[T], path: str) -> T:
    required = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}  # type: ignore[arg-type]
    given = {name: value for name, value in fields.items() if value is not None or name in required}
    try:
        return CONVERTER.structure(given, kind)
    except cattrs.BaseValidationError as error:
        raise BadInput(min(_problems(error, path), key=lambda problem: "unknown field" not in problem)) from None


def _problems(error: BaseException, path: str) -> Iterator[str]:
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        noted, bare = error.group_exceptions()
        for each, note in noted:
            name = getattr(note, "name", None)
            step = f".{name}" if name else f"[{getattr(note, 'index', '')}]"
            yield from _problems(each, path + step)
        for each in bare:
            yield from _problems(each, path)
    else:
        yield _problem(error, path)


def _problem(error: BaseException, path: str) -> str:
    if isinstance(error, BadInput):
        return str(error).replace("?", path, 1)
    if isinstance(error, InvalidValue):
        _, _, field = error.field.partition(".")
        return f"{path}.{field}: found {error.found}, expected {error.expected}"
    if isinstance(error, ForbiddenExtraKeysError):
        name, known = min(error.extra_fields, key=str), [field.name for field in attrs.fields(error.cl)]
        return (
            f"{path}.{known_as(name)}: found an unknown field, expected one of {', '.join(known)}{nearest(name, known)}"
        )
    if isinstance(error, KeyError):
        return f"{path}: found nothing, expected a value: it is required"
    return f"{path}: found something that cannot be read ({type(error).__name__}), expected a value of this field"


def _as_is(value: Any, _: Any) -> Any:
    return value


def _phones(value: Any, _: Any) -> Any:
    if not isinstance(value, list):
        raise BadInput(f"?: found {kind_of(value)}, expected a list of phones, such as [{{'number': '+12065550105'}}]")
    return tuple(_structured(_an_object(each, f"?[{place}]"), Phone, f"?[{place}]") for place, each in enumerate(value))


def _is_checked_at_the_edge(kind: Any) -> bool:
    is_enum = isinstance(kind, type) and issubclass(kind, enum.Enum)
    return is_enum or kind in {Decimal, tuple[str, ...], tuple[PreferredHours, ...]}


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(dt.datetime, lambda value, _: read_instant(value, "?"))
    converter.register_structure_hook(dt.date, lambda value, _: read_moment(value, "?"))
    converter.register_structure_hook_func(_is_checked_at_the_edge, _as_is)
    for plain in (str, bool, int, float):
        converter.register_structure_hook(plain, _as_is)
    converter.register_structure_hook_func(lambda kind: kind == tuple[Phone, ...], _phones)
    converter.register_structure_hook_factory(attrs.has, lambda kind: _structure(kind, converter))
    return converter


def _structure(kind: type[Any], converter: cattrs.Converter) -> Any:
    attrs.resolve_types(kind)
    days = {
        each.name: override(struct_hook=lambda value, _: read_day(value, "?"))
        for each in attrs.fields(kind)
        if each.name in DAYS
    }
    return make_dict_structure_fn(kind, converter, **days)  # type: ignore[arg-type]


CONVERTER = _converter()
