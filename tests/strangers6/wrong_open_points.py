"""Two weeks after the last talk in which something was agreed, we ring about all the points that are still open.

WRONG (determinism): `about` is joined from a set of texts, whose order is another one in every process. After each restart
of the host the same two points have another name, count as never heard, and the customer is rung about them once more.
"""

import attrs

from callrules import CallAttempt, History, Reason, hookimpl


@attrs.frozen
class OpenPoints:
    """Were points agreed on, and not taken up since?"""

    name = "open_points"
    declares = ()
    working_days: int = 10

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talks: list[CallAttempt] = [each for each in history.conversations if each.agreed]
        if not talks:
            return None
        points = {point.strip() for talk in talks for point in talk.agreed}
        day = history.calendar.day(talks[-1].at)
        due = history.calendar.starts(history.calendar.working_days_on(day, self.working_days))
        return Reason(
            name="open_points",
            due=due,
            about=", ".join(points),
            says=f"what we agreed on is still open: {len(points)} in all",
        )


POLICY = OpenPoints()
