"""Ring on the last day of a trial, which we set up in the first talk and which lasts two weeks.

WRONG (reason, named): the last day of the trial is a date of ours, yet it is given as a day that they named. So it
breaks through pace, caps, and the peace after a hang-up, and rings people three times a week who never asked for that
day.
"""

import datetime as dt

import attrs

from callrules import History, Reason, hookimpl, parameter


@attrs.frozen
class TrialLastDay:
    """Does their trial end today?"""

    name = "trial_last_day"
    declares = ()
    days: int = parameter(14, says="days that a trial lasts", source="our terms", least=2)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.talks or history.bought_at:
            return None
        began = history.talks[0]
        calendar = history.calendar
        day = calendar.day(began.at) + dt.timedelta(days=self.days)
        return Reason(
            name="trial_ends",
            due=calendar.starts(day),
            expires=calendar.starts(day + dt.timedelta(days=3)),
            about=began.key,
            named="day",
            says=f"their trial ends on {day:%d %b %Y}",
        )


POLICY = TrialLastDay()
