"""Whom do we call?"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from functools import partial
from typing import Any

import attrs

from callrules import checks
from callrules.checks import at_the_edge, edge, optional
from callrules.errors import InvalidValue
from callrules.shown import Found, kind_of, on_one_line


class Role(enum.Enum):
    """What somebody has to say in a purchase."""

    DECISION_MAKER = "decision_maker"
    INFLUENCER = "influencer"
    GATEKEEPER = "gatekeeper"
    USER = "user"
    UNKNOWN = "unknown"


class Line(enum.Enum):
    """What kind of line a number is."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Phone:
    """One number at which somebody can be reached.

    `number` is E.164. `timezone` is where it rings, as an IANA name, where that is known.
    """

    number: str = attrs.field(metadata=edge(checks.phone_number), repr=False)
    line: Line = attrs.field(metadata=edge(checks.one_of(Line)), default=Line.UNKNOWN)
    timezone: str | None = attrs.field(metadata=edge(optional(checks.timezone)), default=None)


def _phones(value: Any, field: str) -> tuple[Phone, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(field, kind_of(value), "a list of Phone")
    phones = tuple(Phone(number=each) if isinstance(each, str) else each for each in value)
    for place, phone in enumerate(phones):
        if not isinstance(phone, Phone):
            raise InvalidValue(f"{field}[{place}]", kind_of(phone), "a Phone")
    if len({phone.number for phone in phones}) < len(phones):
        raise InvalidValue(field, Found("one number twice"), "each number once")
    return phones


NAMELESS = "(a name that cannot be shown)"
OPTIONAL_TEXT = edge(optional(checks.text))
hidden = partial(attrs.field, metadata=OPTIONAL_TEXT, default=None, repr=False)
hidden_texts = partial(attrs.field, metadata=edge(checks.texts), default=(), repr=False)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Contact:
    """The person we call. `repr` shows no number, address, e-mail or free text, because logs leak.

    `timezone` is an IANA name; `region` an ISO 3166 code (`FR`, `US-FL`). `buys_from` names a competitor.
    `red_phone` marks a call that can change our year. `owner` is the rep whose contact this is.
    `known_since` is a day or an instant. No `phones` at all means that the host keeps the numbers.
    """

    id: str = attrs.field(metadata=edge(checks.text))
    name: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    goes_by: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    phones: tuple[Phone, ...] = attrs.field(metadata=edge(_phones), default=(), repr=False)
    email: str | None = hidden()
    fax: str | None = hidden()
    postal_address: str | None = hidden()
    timezone: str | None = attrs.field(metadata=edge(optional(checks.timezone)), default=None)
    region: str | None = attrs.field(metadata=edge(optional(checks.region)), default=None)
    account: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    role: Role = attrs.field(metadata=edge(checks.one_of(Role)), default=Role.UNKNOWN)
    business: bool = attrs.field(metadata=edge(checks.flag), default=False)
    buys_from: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    drivers: tuple[str, ...] = hidden_texts()
    common_ground: tuple[str, ...] = hidden_texts()
    red_phone: bool = attrs.field(metadata=edge(checks.flag), default=False)
    owner: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    known_since: dt.date | None = attrs.field(metadata=edge(optional(checks.day_or_instant)), default=None)

    @property
    def called(self) -> str:
        """What the person goes by on one line: the name they prefer, else their name, else their id.

        Control and bidirectional characters are left out, so that a name cannot forge a row or steer a terminal.
        """
        names = (on_one_line(each) for each in (self.goes_by, self.name, self.id) if each)
        return next(filter(None, names), NAMELESS)

    @property
    def is_decision_maker(self) -> bool:
        """Whether a purchase is theirs to decide."""
        return self.role is Role.DECISION_MAKER
