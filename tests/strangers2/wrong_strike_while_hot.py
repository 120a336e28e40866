"""They talked with us yesterday, so they are warm: ring again."""

import datetime as dt

from callrules import CallAttempt, History, Outcome, Reason, hookimpl
from callrules.declared import After, Due

DAY = dt.timedelta(days=1)


class StrikeWhileHot:
    """They talked with us yesterday, so they are warm: ring again.

    WRONG (a reason that comes again by itself): each talk gives the next call on the next working day, about that talk's
    day, whatever was said. Who picks up is rung every working day.
    """

    name = "strike_while_hot"
    declares = (Due(reason="second_look", after=After.TALK, days=1),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talk = history.last_talk
        if not isinstance(talk, CallAttempt) or talk.outcome is Outcome.NO_SALE:
            return None
        calendar = history.calendar
        day = calendar.day(talk.at)
        return Reason(
            name="second_look",
            about=f"{day}",
            due=calendar.starts(calendar.working_days_on(day, 1)),
            expires=calendar.starts(day + 10 * DAY),
            says="we talked the other day, and they are warm",
        )


POLICY = StrikeWhileHot()
