"""Let go who has not bought four months after the first talk: the trial came to nothing.

WRONG (ground): it counts from the first talk ever, and not from what happened since they came back. Who writes to us
a year later with a new budget, and talks with us, is told goodbye right after that talk.
"""

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class TrialNotConverted:
    """Did a trial come to nothing?"""

    name = "trial_not_converted"
    declares = ()
    months: int = parameter(4, says="months after the first talk", source="98 % of our buyers bought by then", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        if history.bought_at or not history.talks:
            return None
        return Stop(
            grounds="trial_over",
            since=history.calendar.add(history.talks[0].at, months=self.months),
            says=f"{self.months} months after the first talk they have not bought",
        )


POLICY = TrialNotConverted()
