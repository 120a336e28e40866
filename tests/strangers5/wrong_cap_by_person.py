"""Our own caps: three attempts in seven days, six in thirty, polite as the house's.

WRONG (cap): they are counted by person only, not by number as Cap says. A family or an office of several people behind
one telephone is rung three times a week for each of them: that telephone rings far more often than the cap allows.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules import History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside


@attrs.frozen
class CapsByPerson:
    """Have we tried this person often enough of late?"""

    name = "caps"
    waits = "rung often enough for now"
    declares = (Cap(most=3, days=7, lifted_by=POLITE), Cap(most=6, days=30, lifted_by=POLITE))

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [each for cap in self.declares for each in self.full(history, cap)]
        return outside(blocked, at, "three in a week and six in a month are enough", yields=True)

    def full(self, history: History, cap: Cap) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        span = dt.timedelta(days=cap.days)
        calls = history.attempts
        for first, last in zip(calls, calls[cap.most - 1 :], strict=False):
            if last.at < first.at + span:
                yield last.at, first.at + span


POLICY = CapsByPerson()
