"""Who is away, until when, and who keeps their promises meanwhile (rulebook F12)."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules import checks
from callrules.checks import at_the_edge, edge
from callrules.errors import InvalidValue


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Absence:
    """Days on which a rep is away, from `first` to `last` (included; `None`: nobody knows), and who stands in.

    Without `stand_in` the promises are shared out among those who are there.
    """

    first: dt.date = attrs.field(metadata=edge(checks.day))
    last: dt.date | None = attrs.field(metadata=edge(checks.optional(checks.day)), default=None)
    stand_in: str | None = attrs.field(metadata=edge(checks.optional(checks.text)), default=None)

    def __attrs_post_init__(self) -> None:
        if self.last and self.last < self.first:
            raise InvalidValue("Absence.last", self.last, f"{self.first} or a later day")

    def is_on(self, day: dt.date) -> bool:
        """Whether it holds that day."""
        return self.first <= day and (self.last is None or day <= self.last)
