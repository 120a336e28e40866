"""Our house turns fifty in March 2027: who was a customer before that month is rung once, to be invited.

Decent: a campaign with its days (Dated), a reason that is true only of customers, is heard once and expires with April.
"""

import datetime as dt

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl
from callrules.declared import Dated

OPENS = dt.date(2027, 3, 1)
ENDS = dt.date(2027, 4, 1)


@attrs.frozen
class Jubilee:
    """Were they a customer before our jubilee?"""

    name = "jubilee"
    declares = (Dated(),)
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        opens, ends = history.calendar.starts(OPENS), history.calendar.starts(ENDS)
        if not history.bought_at or history.bought_at[0] >= opens:
            return None
        return Reason(
            name="jubilee",
            due=opens,
            expires=ends,
            about=f"{OPENS:%Y-%m-%d}",
            says="our house turns fifty: invite them",
        )


POLICY = Jubilee()
