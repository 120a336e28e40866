"""A2: who never bought, and is usually neglected for those who did."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason


@attrs.frozen
class Prospects:
    """Have they never bought from us?

    Rulebook A2. Due at once where there never was a talk; one, by phone or face to face, answers it, and it
    returns six months after.
    """

    name: ClassVar[str] = "prospects"
    return_months: int = parameter(6, says="months until it returns", source="rulebook A1–A4")

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        if history.bought_at:
            return None
        known = history.calendar.starts(contact.known_since) if contact.known_since else None
        due = history.due_again(known, self.return_months) if history.last_talk else known
        return Reason(name="prospect", due=due, says="never bought from us")
