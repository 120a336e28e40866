"""The contract with the brand: four dials to a lead within sixty days, and then the lead is closed until they are over.

WRONG (ground): the limit is `firm`, and the dial that was answered counts as well. Who picks up the fourth one and says
"ring me on Tuesday at ten" is closed by that very call: they get a goodbye, and nobody rings on Tuesday.
"""

import datetime as dt

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class AttemptLimit:
    """Has this lead had its dials?"""

    name = "attempt_limit"
    declares = ()
    most: int = parameter(4, says="dials to a lead", source="the brand's contract", least=2)
    days: int = parameter(60, says="days within which they count", source="the brand's contract", least=1)

    @hookimpl
    def walk_away(self, history: History) -> list[Stop]:
        since = history.came_back
        dials = [each for each in history.attempts if since is None or each.at > since]
        period = dt.timedelta(days=self.days)
        return [
            Stop(
                grounds="attempt_limit",
                since=last.at,
                revisit=first.at + period,
                says=f"{self.most} dials within {self.days} days are enough",
                firm=True,
            )
            for first, last in zip(dials, dials[self.most - 1 :], strict=False)
            if last.at < first.at + period
        ]


POLICY = (AttemptLimit(),)
