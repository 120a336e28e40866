"""Four calls and no order: not worth more of our time."""

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class FourCalls:
    """Four calls and no order: not worth more of our time.

    WRONG (re-armed): the ground counts from the latest call, not from the fourth. Every call that is made all the same
    arms it anew: the goodbye is owed again, and what was promised after the fourth call puts it off.
    """

    name = "four_calls"
    declares = ()
    most: int = parameter(4, says="calls without an order", source="controlling", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        made = [call for call in history.attempts if back is None or call.at > back]
        if len(made) < self.most:
            return None
        return Stop(grounds="four_calls", since=made[-1].at, says="four calls and no order")


POLICY = FourCalls()
