"""The fields that a map can fill, by kind of rows, and what each takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from callrules.checks import text
from callrules.contact import a_role
from callrules.dispositions import a_disposition
from callrules.vocabulary import a_channel, a_direction, maybe_a_reply, maybe_an_outcome

CONTACTS, CALLS, MESSAGES = "contacts", "calls", "messages"
SECTIONS = (CONTACTS, CALLS, MESSAGES)
FIELDS = {
    CONTACTS: (
        "id", "name", "goes_by", "phones", "calling_code", "email", "fax", "postal_address", "timezone", "region",
        "country", "state", "account", "role", "business", "buys_from", "drivers", "common_ground", "red_phone",
        "owner", "known_since", "do_not_call", "do_not_email",
    ),
    CALLS: (
        "id", "contact", "contact_name", "at", "disposition", "direction", "number", "calling_code", "from_number",
        "rep", "reason", "about", "outcome", "agreed", "used", "callback_at", "duration", "remark",
    ),
    MESSAGES: ("id", "contact", "contact_name", "at", "channel", "direction", "purpose", "text", "used", "reply"),
}  # fmt: skip
"""Fields of ours, besides columns of which others are made: country and state, calling_code, contact_name."""
NEEDED = {
    CONTACTS: (("id",),),
    CALLS: (("contact", "contact_name", "number"), ("at",)),
    MESSAGES: (("contact", "contact_name"), ("at",)),
}
"""Of each group one must have a column."""
JOINED = ("name", "phones", "postal_address", "drivers", "common_ground")
"""Fields whose list of columns is a list of parts."""
UNITS = {"seconds": "1", "milliseconds": "0.001", "minutes": "60", "clock": "1"}
"""How long a call lasted is counted in these; `clock` is 00:03:25."""
LASTING: dict[str, Callable[[Any, str], Any]] = {
    "disposition": a_disposition,
    "direction": a_direction,
    "outcome": maybe_an_outcome,
    "channel": a_channel,
    "reply": maybe_a_reply,
    "role": a_role,
    "timezone": text,
}
"""Fields that take words of ours alone."""
