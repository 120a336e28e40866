"""Everything to and from JSON. Field names are the attributes'; `type` is the class in snake case.

Instants are ISO 8601 with an offset and are written in UTC. `due`, `callback_at`, `until` and `promises` may
also be a day, or a wall time with its `zone` beside it: then wall time and zone win, and are written back.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

import attrs
import cattrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

from callrules import checks
from callrules.contact import Contact, Phone
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.facts import FACTS, Fact
from callrules.history import History
from callrules.step import Because, Reason, Step, Verdict

T = TypeVar("T")
MOMENTS = ("due", "callback_at", "until", "promises")
"""The fields that take a day or a wall time too."""
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SHOWN: dict[type, tuple[str, ...]] = {Reason: ("name", "about", "says"), Because: ("rule", "code", "says", "until")}
"""What of a reason and of a because is written beside a step."""
BESIDE = {"schema", "says", "expect"}
"""What a case may hold besides, and nobody reads."""


def word(kind: type) -> str:
    """A class's name on the wire: `CallAttempt` is `call_attempt`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


KINDS = {word(kind): kind for kind in FACTS}


@attrs.frozen(kw_only=True)
class Case:
    """One question: this contact, with this history, now."""

    now: dt.datetime
    contact: Contact
    history: History


# --- reading -----------------------------------------------------------------------------------------------


def read_case(data: Any) -> Case:
    """The case in parsed JSON. Raises `BadInput` with the path, what was found and what was expected."""
    fields = _an_object(data, "case")
    _refuse_unknown(fields, {"now", "contact", "history", *BESIDE}, "")
    for name in ("now", "contact", "history"):
        if name not in fields:
            raise BadInput(f"{name}: found nothing, expected it in every case")
    if not isinstance(fields["history"], list):
        raise BadInput(f"history: found {_short(fields['history'])}, expected a list of facts")
    facts = [read_fact(each, f"history[{place}]") for place, each in enumerate(fields["history"])]
    contact = read_contact(fields["contact"])
    return Case(now=read_instant(fields["now"], "now"), contact=contact, history=History(facts))


def read_contact(data: Any, path: str = "contact") -> Contact:
    """The contact in parsed JSON, or `BadInput`."""
    return _structured(_an_object(data, path), Contact, path)


def read_fact(data: Any, path: str = "fact") -> Fact:
    """The fact in parsed JSON, or `BadInput`."""
    fields = dict(_an_object(data, path))
    if "type" not in fields:
        raise BadInput(f"{path}.type: found nothing, expected one of {', '.join(KINDS)}")
    named = fields.pop("type")
    if not isinstance(named, str) or named not in KINDS:
        raise BadInput(
            f"{path}.type: found {_short(named)}, expected one of {', '.join(KINDS)}{nearest(str(named), KINDS)}"
        )
    return _structured(_with_zone(fields, KINDS[named], path), KINDS[named], path)


def read_instant(text: Any, path: str) -> dt.datetime:
    """An ISO 8601 instant with an offset, or `BadInput`."""
    try:
        return checks.instant(_parsed(text), path)
    except (ValueError, TypeError):
        raise BadInput(f"{path}: found {_short(text)}, expected an instant such as 2026-11-20T15:00:00Z") from None


def read_moment(text: Any, path: str) -> dt.date:
    """A day, or an instant, or `BadInput`."""
    try:
        day = isinstance(text, str) and A_DAY.fullmatch(text)
        return dt.date.fromisoformat(text) if day else checks.moment(_parsed(text), path)
    except (ValueError, TypeError):
        expected = "a day, an instant with an offset, or a wall time with its zone beside it"
        raise BadInput(f"{path}: found {_short(text)}, expected {expected}") from None


def _parsed(text: Any) -> dt.datetime:
    if isinstance(text, dt.datetime):
        return text
    if not isinstance(text, str) or A_DAY.fullmatch(text):
        raise TypeError(text)
    return dt.datetime.fromisoformat(text)


def _with_zone(fields: dict[str, Any], kind: type[Fact], path: str) -> dict[str, Any]:
    if "zone" not in fields:
        return fields
    moments = [name for name in MOMENTS if name in attrs.fields_dict(kind) and fields.get(name) is not None]
    if not moments:
        raise BadInput(f"{path}.zone: found it alone, expected a moment beside it: one of {', '.join(MOMENTS)}")
    named = fields.pop("zone")
    try:
        zone = checks.zone(checks.timezone(named, "zone"))
    except InvalidValue as error:
        raise BadInput(f"{path}.{error}") from None
    walls = {name: _at_wall(fields[name], zone, f"{path}.{name}") for name in moments}
    return {**fields, **walls}


def _at_wall(text: Any, zone: dt.tzinfo, path: str) -> Any:
    if isinstance(text, str) and A_DAY.fullmatch(text):
        return text
    try:
        parsed = _parsed(text)
    except (ValueError, TypeError):
        raise BadInput(
            f"{path}: found {_short(text)}, expected a day or a wall time such as 2026-10-26T10:00:00"
        ) from None
    wall = parsed.replace(tzinfo=zone, fold=0)
    second = wall.replace(fold=1)
    return second if parsed.utcoffset() == second.utcoffset() != wall.utcoffset() else wall


def _an_object(data: Any, path: str) -> Mapping[str, Any]:
    if isinstance(data, Mapping):
        return data
    raise BadInput(f"{path}: found {_short(data)}, expected an object")


def _refuse_unknown(fields: Mapping[str, Any], known: set[str], path: str) -> None:
    for name in fields:
        if name not in known:
            expected = f"one of {', '.join(sorted(known))}{nearest(name, known)}"
            raise BadInput(f"{path}{name}: found an unknown field, expected {expected}")


def _structured(fields: Mapping[str, Any], kind: type[T], path: str) -> T:
    try:
        return CONVERTER.structure(fields, kind)
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
        return f"{path}.{field}: found {_short(error.found)}, expected {error.expected}"
    if isinstance(error, ForbiddenExtraKeysError):
        name, known = min(error.extra_fields), [field.name for field in attrs.fields(error.cl)]
        return f"{path}.{name}: found an unknown field, expected one of {', '.join(known)}{nearest(name, known)}"
    if isinstance(error, KeyError):
        return f"{path}: found nothing, expected a value: it is required"
    return f"{path}: {error}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."  # noqa: PLR2004 - one line of a terminal


def _as_is(value: Any, _: Any) -> Any:
    return value


def _phones(value: Any, _: Any) -> Any:
    if not isinstance(value, list):
        raise BadInput(f"?: found {_short(value)}, expected a list of phones, such as [{{'number': '+12065550105'}}]")
    return tuple(_structured(_an_object(each, f"?[{place}]"), Phone, f"?[{place}]") for place, each in enumerate(value))


def _is_checked_at_the_edge(kind: Any) -> bool:
    is_enum = isinstance(kind, type) and issubclass(kind, enum.Enum)
    return is_enum or kind in {Decimal, tuple[str, ...]}


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
    return make_dict_structure_fn(kind, converter)


CONVERTER = _converter()


# --- writing -----------------------------------------------------------------------------------------------


def write_case(case: Case) -> dict[str, Any]:
    """The case as plain JSON; reading it back gives an equal one."""
    history = [write_fact(fact) for fact in case.history.entries]
    return {"now": write_moment(case.now), "contact": write_contact(case.contact), "history": history}


def write_contact(contact: Contact) -> dict[str, Any]:
    """The contact as plain JSON, less what was left at its default."""
    return _fields(contact)


def write_fact(fact: Fact) -> dict[str, Any]:
    """The fact as plain JSON, less what was left at its default."""
    fields = {"type": word(type(fact)), **_fields(fact)}
    for name in MOMENTS:
        moment = getattr(fact, name, None)
        zone = checks.zone_name(moment) if isinstance(moment, dt.datetime) else None
        if zone:
            fields["zone"] = zone
    return fields


def write_moment(moment: dt.date) -> str:
    """A day, a wall time (its zone is written beside it) or an instant in UTC, as ISO 8601."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    if checks.zone_name(moment) is None:
        return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return moment.isoformat() if moment.fold else moment.replace(tzinfo=None).isoformat()


def write_step(step: Step, now: dt.datetime) -> dict[str, Any]:
    """The step as plain JSON, with `due` as seen `now`."""
    fields = {field.name: _plain(getattr(step, field.name)) for field in attrs.fields(type(step))}
    because = fields.pop("because")
    ordered = {name: fields.pop(name) for name in ("at", "since", "until") if name in fields}
    return {"type": step.type, **ordered, "due": step.is_due(now), **fields, "because": because}


def write_verdict(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain JSON."""
    return {field.name: _plain(getattr(verdict, field.name)) for field in attrs.fields(Verdict)}


def _fields(value: Any) -> dict[str, Any]:
    given = ((field, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {
        field.name: _plain(each) for field, each in given if field.default is attrs.NOTHING or each != field.default
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return write_moment(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (Reason, Because)):
        return {name: _plain(getattr(value, name)) for name in SHOWN[type(value)]}
    if attrs.has(type(value)):
        return _fields(value)
    value = value.value if isinstance(value, enum.Enum) else value
    return str(value) if isinstance(value, Decimal) else value
