"""A no that names no number is written down with what its person is known by, so that it is found on another card."""

from __future__ import annotations

from callrules.contact import Contact
from callrules.facts import Fact, OptOut
from callrules.neighbouring import known_by, said_beside


def with_the_card(happened: Fact, contact: Contact | None) -> list[Fact]:
    """The fact, and beside a no that names no number what its person is known by now."""
    if contact is None:
        return [happened]
    if isinstance(happened, OptOut) and not happened.number and contact.phones:
        return [known_by(happened, contact)]
    beside = said_beside(happened, contact)
    return [happened, beside] if beside else [happened]
