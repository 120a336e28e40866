"""Four times in a row it was the front desk, and nobody put us through: that is an answer, too. We look again in half a year.

Decent: counts since they last came back or asked for a call, waits for open promises (not firm), a ground of its own name.
"""

import attrs

from callrules import Disposition, History, Stop, hookimpl, parameter


@attrs.frozen
class FrontDesk:
    """Does nobody put us through?"""

    name = "front_desk"
    declares = ()
    times: int = parameter(4, says="calls in a row that ended at the front desk", source="our hospitals", least=1)
    revisit_months: int = parameter(6, says="months until we look again", source="our hospitals", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        signs = [each for each in (history.came_back, history.asked_for_a_call) if each is not None]
        row = [each for each in history.row_of_unanswered if not signs or each.at > max(signs)]
        in_a_row = 0
        for call in row:
            in_a_row = in_a_row + 1 if call.disposition is Disposition.GATEKEEPER else 0
            if in_a_row == self.times:
                return Stop(
                    grounds="front_desk",
                    since=call.at,
                    revisit=history.calendar.add(call.at, months=self.revisit_months),
                    says=f"{self.times} times in a row nobody put us through",
                )
        return None


POLICY = FrontDesk()
