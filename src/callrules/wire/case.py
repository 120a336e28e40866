"""One question on the wire, and the names of the facts there."""

from __future__ import annotations

import datetime as dt
import re

import attrs

from callrules.contact import Contact
from callrules.facts import FACTS
from callrules.history import History


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
