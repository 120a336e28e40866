"""We ring from nine to eight, by the clock of the place that stands on their card."""

import datetime as dt

from callrules import History, Window, hookimpl
from callrules.declared import Lift, Open

DAY = dt.timedelta(days=1)


class CardHours:
    """In the place of the house's hours: is it between nine and eight there?"""

    name = "hours"
    waits = "outside their hours"
    opens_daily = True
    declares = (Open(opens=dt.time(9), closes=dt.time(20), lifted_by=frozenset({Lift.NAMED_HOUR})),)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        calendar = history.calendar
        day = calendar.day(at)
        while True:
            opens, closes = calendar.wall(day, dt.time(9)), calendar.wall(day, dt.time(20))
            if calendar.is_working(day) and closes > at:
                return Window(start=opens, end=closes, says="from nine to eight", yields=True)
            day += DAY


POLICY = CardHours()
