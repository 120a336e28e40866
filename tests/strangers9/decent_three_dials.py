"""Three dials in vain close a lead for a year: the list is long, and their patience is not.

Decent: it is stricter than the house, it counts only what was in vain in a row since they last came back or asked for a
call, and it is not firm, so it waits for what we promised.
"""

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class ThreeDials:
    """Did they not answer three times in a row?"""

    name = "three_dials"
    declares = ()
    most: int = parameter(3, says="dials in vain in a row", source="our own list", least=1)
    months: int = parameter(12, says="months until we look again", source="our own list", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        row = [each for each in history.row_of_unanswered if back is None or each.at > back]
        if len(row) < self.most:
            return None
        since = row[self.most - 1].at
        return Stop(
            grounds="three_dials",
            since=since,
            revisit=history.calendar.add(since, months=self.months),
            says="nobody answered three times in a row",
        )


POLICY = (ThreeDials(),)
