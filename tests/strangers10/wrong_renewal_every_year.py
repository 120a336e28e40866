"""Ring sixty days before a subscription renews, every year.

WRONG (reason): `about` is the key of the yearly date, and that is the same in every year. Once the renewal was talked
over in the first year, the customer is never again told before the contract renews by itself.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules import History, KeyDate, Reason, hookimpl, parameter


@attrs.frozen
class RenewalEveryYear:
    """Does their subscription renew soon?"""

    name = "renewal_every_year"
    declares = ()
    notice: int = parameter(60, says="days before the renewal", source="our contracts", least=1)
    years: int = parameter(10, says="years that a yearly date is looked ahead", source="us", least=1)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        calendar = history.calendar
        for date in history.of(KeyDate):
            first = max(0, calendar.day(date.at).year - date.on.year)
            for year in range(first, first + self.years) if date.yearly else (0,):
                day = calendar.day(calendar.add(calendar.starts(date.on), months=12 * year))
                expires = calendar.starts(day)
                opens = max(calendar.starts(day - dt.timedelta(days=self.notice)), date.at)
                if opens < expires:
                    says = f"{date.what} on {day:%d %b %Y}: they have a choice until then"
                    yield Reason(name="renewal", due=opens, expires=expires, about=date.key, says=says)


POLICY = RenewalEveryYear()
