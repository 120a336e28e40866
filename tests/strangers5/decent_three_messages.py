"""Three of our messages on their machine since they last turned to us are enough: we let go, and look again in 60 days.

Decent: a ground that our own later dials neither lift nor move, gone once they come back, patient with promises.
"""

import attrs

from callrules import CallAttempt, Disposition, History, Stop, hookimpl, parameter


@attrs.frozen
class ThreeMessages:
    """Do they have three messages of ours, and have not turned to us since?"""

    times: int = parameter(3, says="messages left since they last turned to us", source="our customers", least=1)
    revisit_days: int = parameter(60, says="days until we look again", source="us", least=1)

    name = "three_messages"
    declares = ()
    only_with = (CallAttempt,)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        left = [
            each
            for each in history.row_of_unanswered
            if each.disposition is Disposition.VOICEMAIL_LEFT and (back is None or each.at > back)
        ]
        if len(left) < self.times:
            return None
        third = left[self.times - 1]
        return Stop(
            grounds="three_messages",
            since=third.at,
            revisit=history.calendar.add(third.at, days=self.revisit_days),
            says="they have three messages of ours: it is their turn",
        )


POLICY = ThreeMessages()
