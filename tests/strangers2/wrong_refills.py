"""Have they run out by now?"""

import datetime as dt

import attrs

from callrules import History, Reason, hookimpl
from callrules.declared import After, Due

DAY = dt.timedelta(days=1)


@attrs.frozen
class Refills:
    """Have they run out by now?

    WRONG (clock): days are counted on the server's clock (UTC), and the nightly job runs at six there. Who ordered in
    the morning in Tokyo or Sydney is rung a day before the thirty days are over; others are rung late.
    """

    name = "refills"
    declares = (Due(reason="refill", after=After.PURCHASE, days=30),)
    days: int = 30

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        day = history.bought_at[-1].astimezone(dt.UTC).date() + self.days * DAY
        due = dt.datetime.combine(day, dt.time(6), dt.UTC)
        return Reason(
            name="refill", about=f"{day}", due=due, expires=due + 30 * DAY, says="what they bought lasts a month"
        )


POLICY = Refills()
