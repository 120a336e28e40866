"""The first line of a story: who it is, on whose clock it is told, and what else is known of them."""

from __future__ import annotations

import re

from callrules import checks
from callrules.calendars import calendar_of, possible_zones
from callrules.contact import Contact
from callrules.errors import BadInput
from callrules.testing.stories.clocks import Clock
from callrules.testing.stories.fields import read_contact_fields, write_contact_fields
from callrules.testing.stories.words import QUOTED, quoted, read_word, write_word

NO_ZONE = "no zone"
A_HEAD = re.compile(rf"({QUOTED}|[^,\"]+?)\s*,\s*(?:{NO_ZONE}|([^\s,]+))(?:\s*\(times in ([^\s)]+)\))?,?(\s.*)?")
PLAIN = re.compile(r'[^\s,"#](?:[^,"]*[^\s,"])?')


def clock_of(contact: Contact) -> Clock:
    """The clock on which a contact's story is told: that of their days; UTC's where nobody knows where they are."""
    return Clock(calendar_of(contact).zone.key if possible_zones(contact) else "UTC")


def write_head(contact: Contact, clock: Clock) -> str:
    """`Kim Doe, Europe/Paris id=kim`; without a name the id comes first."""
    known_by = f" id={write_word(contact.id)}" if contact.name else ""
    return f"{_called(contact)}, {_where(contact, clock)}{known_by}{write_contact_fields(contact, clock)}"


def read_head(line: str) -> tuple[Contact, Clock]:
    """The contact, and the clock of the lines that follow. Raises `BadInput` or `InvalidValue`."""
    found = A_HEAD.fullmatch(line)
    if found is None:
        raise BadInput(f"found {line!r}, expected a name, a comma and a zone, such as: Kim Doe, Europe/Paris")
    called, zone, told_in, rest = found.groups()
    clock = Clock(checks.timezone(told_in or zone or "UTC", "zone"))
    return read_contact_fields(read_word(called), zone, rest or "", clock), clock


def _called(contact: Contact) -> str:
    called = contact.name or contact.id
    return called if PLAIN.fullmatch(called) and called.isprintable() else quoted(called)


def _where(contact: Contact, clock: Clock) -> str:
    """Their zone, and the clock of the page where that is another: nobody lives in EST (rulebook G20)."""
    told_in = "" if clock.zone == (contact.timezone or "UTC") else f" (times in {clock.zone})"
    return f"{contact.timezone or NO_ZONE}{told_in}"
