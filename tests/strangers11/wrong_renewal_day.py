"""Two weeks before a date that they told us, such as the end of a contract, we ask what should be otherwise after it.

WRONG (yearly dates): the day is given as one that they named for a call, which it is not. So it breaks through the
pause that they asked for and through every cap: who wants peace until spring is rung today.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules import History, KeyDate, Named, Reason, hookimpl, parameter


def in_year(day: dt.date, year: int) -> dt.date:
    """That day in another year; of 29 February the last of that month."""
    if (day.month, day.day) == (2, 29):
        return dt.date(year, 3, 1) - dt.timedelta(days=1)
    return day.replace(year=year)


@attrs.frozen
class RenewalDays:
    """Is a date of theirs near?"""

    name = "renewal_days"
    declares = ()

    days_ahead: int = parameter(14, says="days before the date", source="the team", least=1)
    years: int = parameter(10, says="years for which a yearly date is looked for", source="us", least=1, most=50)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """One reason for each date, and for each year of a yearly one."""
        for each in history.of(KeyDate):
            last = max(each.on.year, each.at.year) + self.years
            years = range(each.on.year, last + 1) if each.yearly else (each.on.year,)
            for day in (in_year(each.on, year) for year in years if year >= each.at.year):
                yield Reason(
                    name="renewal_ahead",
                    due=history.calendar.starts(day - dt.timedelta(days=self.days_ahead)),
                    expires=history.calendar.starts(day),
                    about=f"{each.what} {day.isoformat()}",
                    says=f"a date that they told us is near: {each.what}",
                    named=Named.DAY,
                )


POLICY = RenewalDays()
