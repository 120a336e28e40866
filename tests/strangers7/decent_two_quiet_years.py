"""Who has neither talked with us nor bought nor written for two years is let go.

Decent: it lets go of old customers whom the house would ring now and then, and looks again a year later. The ground
is told ahead, counts from their own last sign alone, waits for what was promised, and goes as soon as they turn to us.
"""

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class TwoQuietYears:
    """Have we had no sign of theirs for two years?"""

    name = "two_quiet_years"
    declares = ()
    months: int = parameter(24, says="months without a sign of theirs", source="our book", least=12)
    revisit: int = parameter(12, says="months until we look again", source="our book", least=3)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        talk = history.last_talk
        signs = [talk.at if talk else None, history.came_back, history.asked_for_a_call, *history.bought_at[-1:]]
        known = [each for each in signs if each is not None]
        if not known:
            return None
        since = history.calendar.add(max(known), months=self.months)
        again = history.calendar.add(max(known), months=self.months + self.revisit)
        return Stop(grounds="two_quiet_years", since=since, revisit=again, says="two years without a sign of theirs")


POLICY = TwoQuietYears()
