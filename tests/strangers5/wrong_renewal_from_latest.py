"""A month before each yearly date that they told us (a renewal, mostly) we ring, while there is time to change something.

WRONG (a call lost): "the next one" is counted from `history.latest`. One dial in vain, or a mail of ours, after the call
fell due, and the reason jumps to next year: the customer's contract renews without the call.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules import History, KeyDate, Reason, hookimpl, parameter


def in_year(day: dt.date, year: int) -> dt.date:
    """That day in another year; 29 February is the 28th there."""
    if (day.month, day.day) == (2, 29):
        return dt.date(year, 3, 1) - dt.timedelta(days=1)
    return dt.date(year, day.month, day.day)


@attrs.frozen
class BeforeTheRenewal:
    """Is a yearly date of theirs near?"""

    ahead: int = parameter(30, says="days before the date", source="the notice period of our contracts")

    name = "before_the_renewal"
    declares = ()
    only_with = (KeyDate,)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for told in history.of(KeyDate):
            if told.yearly and history.latest is not None:
                yield self.next_one(history, told)

    def next_one(self, history: History, told: KeyDate) -> Reason:
        calendar = history.calendar
        today = calendar.day(history.latest)
        days = (in_year(told.on, max(today.year, told.on.year) + each) for each in range(3))
        day = next(each for each in days if each - dt.timedelta(days=self.ahead) > today)
        return Reason(
            name="renewal_ahead",
            due=calendar.starts(day - dt.timedelta(days=self.ahead)),
            expires=calendar.starts(day),
            about=f"{day:%Y-%m-%d}",
            says=f"a date that they told us is near: {day:%d %b %Y}",
        )


POLICY = BeforeTheRenewal()
