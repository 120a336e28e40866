"""Let go who has not bought four months after a talk about a trial, and look again half a year later.

Decent: it walks away from people who still pick up, but counts only from the first talk since they last came back,
tells the day ahead, is not firm, so that promises of ours are kept first, and speaks of nobody who ever bought and
kept it.
"""

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class TrialSeason:
    """Is the time for a trial over?"""

    name = "trial_season"
    declares = ()
    months: int = parameter(4, says="months after the first talk", source="98 % of our buyers bought by then", least=1)
    revisit: int = parameter(6, says="months until we look again", source="budgets are made twice a year", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        talks = [each for each in history.talks if back is None or each.at >= back]
        if history.bought_at or not talks:
            return None
        since = history.calendar.add(talks[0].at, months=self.months)
        return Stop(
            grounds="trial_over",
            since=since,
            revisit=history.calendar.add(since, months=self.revisit),
            says=f"{self.months} months after we talked they have not bought",
        )


POLICY = TrialSeason()
