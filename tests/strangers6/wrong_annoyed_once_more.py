"""Who was annoyed by three of our calls, as the callers wrote down afterwards, is let go until they turn to us.

WRONG (an older ground): once they came back (rang us, ordered, asked for a call), the three start anew only by their date,
not by their number: the old ones are still counted, so the first annoyed call after that ends it at once.
"""

import attrs

from callrules import History, Reception, Reflection, Stop, hookimpl


@attrs.frozen
class Annoyed:
    """Were they annoyed three times?"""

    name = "annoyed"
    declares = ()
    only_with = (Reflection,)
    times: int = 3

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        annoyed = [each for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        signs = [history.came_back, history.asked_for_a_call, *history.bought_at[-1:]]
        anew = max((each for each in signs if each is not None), default=None)
        enough = [each for each in annoyed[self.times - 1 :] if anew is None or each.at > anew]
        if not enough:
            return None
        return Stop(grounds="annoyed", since=enough[0].at, says="our calls annoy them: leave them in peace")


POLICY = Annoyed()
