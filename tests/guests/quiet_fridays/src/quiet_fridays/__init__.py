"""No calls on Friday afternoons."""

import datetime as dt
from typing import ClassVar
from zoneinfo import ZoneInfo

import attrs

from callrules import Contact, Window, hookimpl, parameter

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
FRIDAY = 5


@attrs.frozen
class QuietFridays:
    """Is it a Friday afternoon where they are? Then people are on their way home."""

    name: ClassVar[str] = "quiet_fridays"
    from_hour: int = parameter(12, says="local hour from which Friday is quiet", source="our own wish")

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window:
        here = at.astimezone(ZoneInfo(contact.timezone or "UTC"))
        quiet = self._friday_noon(here)
        if at >= quiet:
            quiet = self._friday_noon(here + WEEK)
        opens = (quiet - WEEK).replace(hour=0) + DAY
        return Window(start=opens, end=quiet, says="Friday afternoons are quiet", yields=True)

    def _friday_noon(self, here: dt.datetime) -> dt.datetime:
        friday = here + (FRIDAY - here.isoweekday()) * DAY
        return friday.replace(hour=self.from_hour, minute=0, second=0, microsecond=0, fold=0)
