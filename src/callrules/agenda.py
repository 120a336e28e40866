"""What a call is for, and who we say we are."""

from __future__ import annotations

import attrs

from callrules import checks
from callrules.checks import at_the_edge, edge, optional

OPTIONAL = edge(optional(checks.text))


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Sender:
    """Who calls and writes, and how to reach them. What is not known is left out of the words."""

    name: str | None = attrs.field(metadata=OPTIONAL, default=None)
    company: str | None = attrs.field(metadata=OPTIONAL, default=None)
    number: str | None = attrs.field(metadata=edge(optional(checks.phone_number)), default=None, repr=False)
    email: str | None = attrs.field(metadata=OPTIONAL, default=None, repr=False)

    @property
    def signature(self) -> str | None:
        """Name and company in one line, where either is known."""
        return ", ".join(part for part in (self.name, self.company) if part) or None

    @property
    def reach(self) -> str | None:
        """Number and e-mail as a phrase, where either is known."""
        return " or ".join(part for part in (self.number, self.email) if part) or None
