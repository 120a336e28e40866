"""Ring them on the one date that they told us of: a renewal, a go-live. It is their own date, so nothing moves it.

WRONG (named moment, peace): the day is theirs, but they never asked to be rung on it. As `named="day"` it breaks through
snoozes, caps, pace and our own waiting: who asked for peace until July is rung on the renewal day in June.
"""

import datetime as dt

from callrules import History, KeyDate, Reason, hookimpl

WEEK = dt.timedelta(days=7)


class TheirDate:
    """Is it the day of which they told us?"""

    name = "their_date"
    declares = ()
    only_with = (KeyDate,)

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        return [self.on_that_day(history, each) for each in history.of(KeyDate) if not each.yearly]

    def on_that_day(self, history: History, told: KeyDate) -> Reason:
        due = history.calendar.starts(told.on)
        return Reason(
            name="their_date",
            about=f"{told.on:%Y-%m-%d}",
            due=due,
            expires=due + WEEK,
            named="day",
            says=f"the day of which they told us: {told.what}",
        )


POLICY = TheirDate()
