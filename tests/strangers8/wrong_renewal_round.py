"""Six weeks before the yearly renewal of a policy we call and go through it with them.

WRONG (reason, a rare history): the round is counted from the latest fact that we know. One dial in vain, or one mail of
ours, within the six weeks makes "the next renewal" that of next year: who did not pick up once is not called again
before the contract renews itself.
"""

import datetime as dt

import attrs

from callrules import History, KeyDate, Reason, hookimpl, parameter


def in_year(on: dt.date, year: int) -> dt.date:
    """The yearly day in that year; 29 February is the 28th in other years."""
    try:
        return on.replace(year=year)
    except ValueError:
        return dt.date(year, 2, 28)


@attrs.frozen
class RenewalRound:
    """Does a policy of theirs renew itself soon?"""

    name = "renewal_round"
    declares = ()
    only_with = (KeyDate,)
    days_before: int = parameter(42, says="days before the renewal", source="our notice periods")

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        return [self.coming(history, each) for each in history.of(KeyDate) if each.yearly]

    def coming(self, history: History, renewal: KeyDate) -> Reason:
        calendar = history.calendar
        today = calendar.day(history.latest or renewal.at)
        lead = dt.timedelta(days=self.days_before)
        first = max(today.year, renewal.on.year)
        renews = next(day for day in (in_year(renewal.on, first + each) for each in range(3)) if day - lead >= today)
        return Reason(
            name="renewal_review",
            due=calendar.starts(renews - lead),
            expires=calendar.starts(renews),
            about=f"{renewal.key} {renews}",
            says=f"{renewal.what} on {renews:%d %b %Y}: go through it with them before",
        )


POLICY = RenewalRound()
