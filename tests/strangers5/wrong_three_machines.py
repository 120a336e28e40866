"""Three voicemails in a row are plain enough: we let go, and look again after sixty days.

WRONG (walk away): it looks at our last three attempts. Any dial of our own by hand during the rest, unanswered, makes the
row another one: the ground is gone, and the person whom we told goodbye is rung on as if nothing had been said.
"""

import attrs

from callrules import CallAttempt, Disposition, History, Stop, hookimpl, parameter


@attrs.frozen
class ThreeMachines:
    """Did we talk to their machine three times running?"""

    times: int = parameter(3, says="voicemails in a row", source="what our customers told us", least=1)
    revisit_days: int = parameter(60, says="days until we look again", source="us", least=1)

    name = "three_machines"
    declares = ()
    only_with = (CallAttempt,)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        tries = [each for each in history.attempts if back is None or each.at > back]
        row = tries[-self.times :]
        if len(row) < self.times or any(each.disposition is not Disposition.VOICEMAIL_LEFT for each in row):
            return None
        return Stop(
            grounds="only_machines",
            since=row[-1].at,
            revisit=history.calendar.add(row[-1].at, days=self.revisit_days),
            says="they have our message three times: it is their turn",
        )


POLICY = ThreeMachines()
