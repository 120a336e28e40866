"""Whom do we call?"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from functools import cached_property, partial
from typing import Any

import attrs

from callrules import checks, given
from callrules.checks import at_the_edge, edge, optional
from callrules.errors import InvalidValue
from callrules.preferred_hours import PreferredHours, preferred_hours
from callrules.redaction import kind_of, on_one_line


class Role(enum.Enum):
    """The say that somebody has in a purchase."""

    DECISION_MAKER = "decision_maker"
    INFLUENCER = "influencer"
    GATEKEEPER = "gatekeeper"
    USER = "user"
    UNKNOWN = "unknown"


class Line(enum.Enum):
    """The kind of line that a number is."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    UNKNOWN = "unknown"


def a_line(value: Line | str, field: str = "line") -> Line:
    """The kind of line that a number is."""
    return checks.member(Line, value, field)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Phone:
    """One number at which somebody can be reached.

    `number` is E.164. `timezone` is where it rings, as an IANA name, where that is known.
    """

    number: str = attrs.field(metadata=edge(checks.phone_number), repr=False)
    line: Line = attrs.field(converter=a_line, default=Line.UNKNOWN)
    timezone: str | None = attrs.field(metadata=edge(optional(checks.timezone)), default=None)


def _phones(value: Any, field: str, region: str | None = None) -> tuple[Phone, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(field, kind_of(value), "a list of Phone")
    each_once: dict[str, Phone] = {}
    for place, each in enumerate(value):
        phone = _phone(each, f"{field}[{place}]", region)
        known = each_once.get(phone.number)
        each_once[phone.number] = _as_one(known, phone, f"{field}[{place}].timezone") if known else phone
    return tuple(each_once.values())


def _phone(value: Any, field: str, region: str | None) -> Phone:
    if isinstance(value, str):
        return Phone(number=checks.phone_number(value, field, region))
    if isinstance(value, Phone):
        return value
    raise InvalidValue(field, kind_of(value), "a Phone")


def _as_one(first: Phone, again: Phone, field: str) -> Phone:
    """A number that is listed twice is one, with all that is known of it."""
    if first.timezone and again.timezone and first.timezone != again.timezone:
        raise InvalidValue(field, again.timezone, f"{first.timezone!r}: the number is listed with it before")
    line = again.line if first.line is Line.UNKNOWN else first.line
    return attrs.evolve(first, line=line, timezone=first.timezone or again.timezone)


def some_phones(value: Iterable[Phone | str], field: str = "phones", region: str | None = None) -> tuple[Phone, ...]:
    """Several numbers, each a `Phone` or a text that the region makes whole."""
    return _phones(value, field, region)


def a_role(value: Role | str, field: str = "role") -> Role:
    """The say that somebody has in a purchase."""
    return checks.member(Role, value, field)


NAMELESS = "(a name that cannot be shown)"
OPTIONAL_TEXT = edge(optional(checks.text))
hidden = partial(attrs.field, metadata=OPTIONAL_TEXT, default=None, repr=False)


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=at_the_edge)
class Contact:
    """The person we call. `repr` shows no number, address, e-mail or free text, because logs leak.

    `timezone` is an IANA name; `region` an ISO 3166 code (`FR`, `US-FL`), which also makes numbers in `phones`
    whole that are written as people there dial them. A number listed twice is one. Upper and lower case of `id`
    differ; blanks around it and invisible characters are no part of it. `buys_from` names a competitor.
    `red_phone` marks a call that can change our year. `owner` is the rep whose contact this is.
    `known_since` is a day or an instant. `hours` are those at which they told us they like to be called. No `phones`
    at all means that the host keeps the numbers.
    """

    id: str = attrs.field(converter=given.an_id)
    name: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    goes_by: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    region: str | None = attrs.field(metadata=edge(optional(checks.region)), default=None)
    phones: tuple[Phone, ...] = attrs.field(
        converter=some_phones, metadata={"beside": "region"}, default=(), repr=False
    )
    email: str | None = hidden()
    fax: str | None = hidden()
    postal_address: str | None = hidden()
    timezone: str | None = attrs.field(metadata=edge(optional(checks.timezone)), default=None)
    account: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    role: Role = attrs.field(converter=a_role, default=Role.UNKNOWN)
    business: bool = attrs.field(metadata=edge(checks.flag), default=False)
    buys_from: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    drivers: tuple[str, ...] = attrs.field(converter=given.some_texts, default=(), repr=False)
    common_ground: tuple[str, ...] = attrs.field(converter=given.some_texts, default=(), repr=False)
    red_phone: bool = attrs.field(metadata=edge(checks.flag), default=False)
    owner: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    known_since: dt.date | None = attrs.field(metadata=edge(optional(checks.day_or_instant)), default=None)
    hours: tuple[PreferredHours, ...] = attrs.field(converter=preferred_hours, default=())

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """The answers found on this card until now, such as where its person could be; no part of what it says."""
        return {}

    @property
    def called(self) -> str:
        """The name that the person goes by, on one line: the one they prefer, else their name, else their id.

        Control and bidirectional characters are left out, so that a name cannot forge a row or steer a terminal.
        """
        names = (on_one_line(each) for each in (self.goes_by, self.name, self.id) if each)
        return next(filter(None, names), NAMELESS)

    @property
    def is_decision_maker(self) -> bool:
        """Whether a purchase is theirs to decide."""
        return self.role is Role.DECISION_MAKER
