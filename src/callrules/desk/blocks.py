"""The hours that a rep keeps for calling: on schedule, not as a last resort (rulebook D1)."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from callrules import checks
from callrules.calendars import Calendar, Stretch
from callrules.checks import at_the_edge, edge
from callrules.errors import InvalidValue
from callrules.preferred_hours import a_time, some_days

DAY = dt.timedelta(days=1)
A_WEEK = 7


class Every(enum.Enum):
    """How often a block comes: on each of its days, on every other one, or once a week."""

    DAY = "day"
    OTHER_DAY = "other_day"
    WEEK = "week"


def every(value: Every | str, field: str = "every") -> Every:
    """How often a block comes."""
    return checks.member(Every, value.replace(" ", "_") if isinstance(value, str) else value, field)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Block:
    """Hours on days of the week, on the rep's clock, from `opens` (included) to `closes` (excluded).

    `days` are given as `"mon-fri"`, `"tue, thu"` or `"daily"`. With `every="other_day"` each second one of these days
    is kept, counted from the first on or after `since`; with `every="week"` there is one day. A block ends on the day
    on which it begins.
    """

    days: frozenset[int] = attrs.field(converter=some_days)
    opens: dt.time = attrs.field(converter=a_time)
    closes: dt.time = attrs.field(converter=a_time)
    every: Every = attrs.field(converter=every, default=Every.DAY)
    since: dt.date | None = attrs.field(metadata=edge(checks.optional(checks.day)), default=None)

    def __attrs_post_init__(self) -> None:
        if self.closes <= self.opens:
            raise InvalidValue("Block.closes", f"{self.closes:%H:%M}", f"a time after {self.opens:%H:%M}, that day")
        if self.every is Every.WEEK and len(self.days) != 1:
            raise InvalidValue("Block.days", len(self.days), "one day of the week, for a block that comes every week")
        if self.every is Every.OTHER_DAY and self.since is None:
            raise InvalidValue("Block.since", None, "the date from which every other day is counted")

    def is_on(self, day: dt.date) -> bool:
        """Whether there is one on that day."""
        if day.isoweekday() not in self.days or (self.since and day < self.since):
            return False
        return self.every is not Every.OTHER_DAY or self._place(day) % 2 == 0

    def on(self, day: dt.date, calendar: Calendar) -> Stretch | None:
        """The hours of that day, from when and until when; `None` where there are none."""
        if not self.is_on(day):
            return None
        opens, closes = calendar.wall(day, self.opens), calendar.wall(day, self.closes)
        return (opens, closes) if opens < closes else None

    def _place(self, day: dt.date) -> int:
        """How many of its days lie before that one, from `since` on."""
        since = self.since or day
        weeks, rest = divmod((day - since).days, A_WEEK)
        return weeks * len(self.days) + sum((since + each * DAY).isoweekday() in self.days for each in range(rest))
