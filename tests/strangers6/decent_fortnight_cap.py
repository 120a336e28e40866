"""A house of donors: one attempt in any fourteen days, whoever picks up or not, by person and by number.

Decent: stricter than the house, declared as a `Cap`, and as polite as the house's own caps: it gives way to a moment that they
named and to the first call back.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside


@attrs.frozen
class OncePerFortnight:
    """Did we try within the last fourteen days?"""

    name = "once_per_fortnight"
    waits = "tried within a fortnight"
    declares = (Cap(most=1, days=14, lifted_by=POLITE),)
    only_with = (CallAttempt,)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        made = (*history.attempts, *history.tries_on(number))
        blocked = [(call.at, call.at + dt.timedelta(days=14)) for call in made]
        return outside(blocked, at, "once in fourteen days is enough", yields=True)


POLICY = OncePerFortnight()
