"""Who was annoyed by three of our calls, as callers wrote down, is left in peace for six months, and again after each further one.

Decent: a patient ground (it waits for open promises), counted anew since they came back, asked for a call or ordered; what we
write down while we let them be moves nothing.
"""

import datetime as dt

import attrs

from callrules import History, Reception, Reflection, Stop, hookimpl


@attrs.frozen
class AnnoyedThrice:
    """Do our calls annoy them?"""

    name = "annoyed_thrice"
    declares = ()
    only_with = (Reflection,)
    times: int = 3
    months: int = 6

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        signs = [history.came_back, history.asked_for_a_call, *history.bought_at[-1:]]
        anew = max((each for each in signs if each is not None), default=None)
        annoyed = [
            each.at
            for each in history.of(Reflection)
            if each.received is Reception.ANNOYED and (anew is None or each.at > anew)
        ]
        since: dt.datetime | None = None
        for at in annoyed[self.times - 1 :]:
            if since is None or at >= history.calendar.add(since, months=self.months):
                since = at
        if since is None:
            return None
        return Stop(
            grounds="annoyed",
            since=since,
            says="our calls annoyed them three times: leave them in peace for half a year",
            revisit=history.calendar.add(since, months=self.months),
        )


POLICY = AnnoyedThrice()
