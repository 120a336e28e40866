"""Ring from sixty until fourteen days before a date that they told us, such as a renewal, every year.

Decent: it gives ten reasons at once for years to come, but each is about its own day, opens when the date was known,
and ends two weeks before that day. It names no moment as theirs, so hours, pace, caps and rests all hold.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules import History, KeyDate, Reason, hookimpl, parameter


@attrs.frozen
class RenewalEveryYear:
    """Does a year of theirs end soon?"""

    name = "renewal_every_year"
    declares = ()
    notice: int = parameter(60, says="days before the date", source="our contracts", least=15)
    ends: int = parameter(14, says="days before the date at which it is too late", source="our contracts", least=1)
    years: int = parameter(10, says="years that a yearly date is looked ahead", source="us", least=1)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        calendar = history.calendar
        for date in history.of(KeyDate):
            first = max(0, calendar.day(date.at).year - date.on.year)
            for year in range(first, first + self.years) if date.yearly else (0,):
                day = calendar.day(calendar.add(calendar.starts(date.on), months=12 * year))
                expires = calendar.starts(day - dt.timedelta(days=self.ends))
                opens = max(calendar.starts(day - dt.timedelta(days=self.notice)), date.at)
                if opens < expires:
                    about = f"{date.key} on {day}"
                    says = f"{date.what} on {day:%d %b %Y}: there is time to choose"
                    yield Reason(name="renewal", due=opens, expires=expires, about=about, says=says)


POLICY = RenewalEveryYear()
