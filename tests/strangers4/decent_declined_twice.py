"""Who presses us away twice in a row has answered. We let go, and look again after a hundred and twenty days.

Decent: kinder than six attempts; not firm, so it waits for open promises; anything from them lifts it.
"""

import attrs

from callrules import Disposition, History, Stop, hookimpl, parameter


@attrs.frozen
class DeclinedTwice:
    """Have they pressed us away twice since they last turned to us?"""

    name = "declined_twice"
    declares = ()
    times: int = parameter(2, says="declined calls in a row of vain ones", source="our callers", least=2)
    days: int = parameter(120, says="days until we look again", source="our callers", least=1)

    @hookimpl
    def walk_away(self, history: History) -> list[Stop]:
        back = max((each for each in (history.came_back, history.asked_for_a_call) if each), default=None)
        declined = [
            call.at
            for call in history.row_of_unanswered
            if call.disposition is Disposition.DECLINED and (back is None or call.at > back)
        ]
        return [
            Stop(
                grounds="declined",
                since=at,
                revisit=history.calendar.add(at, days=self.days),
                says="they declined our calls: leave them in peace for now",
            )
            for at in declined[self.times - 1 :]
        ]


POLICY = DeclinedTwice()
