"""Let go of an account on which nothing at all has happened for four months.

WRONG (ground): it counts from the latest fact, and our own mail, and even the goodbye itself, is the latest fact. As
soon as goodbye is logged the ground lies four months ahead again, and the person to whom we said goodbye is rung the
next day.
"""

import datetime as dt

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class GoneQuiet:
    """Has nothing happened for months?"""

    name = "gone_quiet"
    declares = ()
    days: int = parameter(120, says="days without any activity", source="our activity report", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        latest = history.latest
        if latest is None or not history.attempts:
            return None
        return Stop(
            grounds="gone_quiet",
            since=latest + dt.timedelta(days=self.days),
            says=f"no activity for {self.days} days",
        )


POLICY = GoneQuiet()
