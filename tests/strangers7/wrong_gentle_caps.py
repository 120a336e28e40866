"""Twice a week and five times a month are enough: ours are small firms, and they remember.

WRONG (shared numbers): only attempts on the person are counted, none on the number. Eight people of one firm stand
behind one switchboard, and its reception is rung up to once every working day, although two a week are declared.
"""

import datetime as dt
from collections.abc import Sequence

import attrs

from callrules import CallAttempt, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside


@attrs.frozen
class GentleCaps:
    """Have we rung them twice this week, or five times this month?"""

    name = "caps"
    waits = "rung often of late"
    declares = (Cap(most=2, days=7, lifted_by=POLITE), Cap(most=5, days=30, lifted_by=POLITE))

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [each for cap in self.declares for each in self.full(history.attempts, cap)]
        return outside(blocked, at, "twice a week, five times a month", yields=True)

    def full(self, calls: Sequence[CallAttempt], cap: Cap) -> list[tuple[dt.datetime, dt.datetime]]:
        stretch = dt.timedelta(days=cap.days)
        runs = zip(calls, calls[cap.most - 1 :], strict=False)
        return [(last.at, first.at + stretch) for first, last in runs if last.at < first.at + stretch]


POLICY = GentleCaps()
