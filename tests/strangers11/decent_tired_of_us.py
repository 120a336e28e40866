"""Two calls in a row that annoyed somebody are enough: we take our leave, and look again in half a year."""

from itertools import pairwise

import attrs

from callrules import History, Reception, Reflection, Stop, hookimpl, parameter


@attrs.frozen
class TiredOfUs:
    """Did two calls in a row annoy them, since they last came back?"""

    name = "tired_of_us"
    declares = ()
    only_with = (Reflection,)

    months: int = parameter(6, says="months until we look again", source="house custom", least=1)

    @hookimpl
    def walk_away(self, history: History) -> list[Stop]:
        """A ground for each two annoying calls in a row; it waits for what we promised."""
        noted = {each.of: each for each in history.of(Reflection) if each.received is not None}
        back = history.came_back
        received = [
            noted[call.id] for call in history.attempts if call.id in noted and (back is None or call.at > back)
        ]
        tired = [
            max(first.at, second.at)
            for first, second in pairwise(received)
            if first.received is Reception.ANNOYED and second.received is Reception.ANNOYED
        ]
        return [
            Stop(
                grounds="tired_of_us",
                since=since,
                revisit=history.calendar.add(since, months=self.months),
                says="two calls in a row annoyed them: leave them in peace for now",
            )
            for since in tired
        ]


POLICY = TiredOfUs()
