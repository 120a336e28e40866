"""Service: was a call received with annoyance, the rep's own reflection says so, and we keep still for five days.

Decent: stricter than the house, gives way to a moment that they named and to the first call back, and says so.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Reception, Reflection, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides
from callrules.moments import outside


@attrs.frozen
class PeaceAfterAnnoyance:
    """Were they annoyed by the last call?"""

    name = "peace_after_annoyance"
    waits = "annoyed by a call of ours"
    only_with = (Reflection,)
    declares = (Besides(what="five days of peace after a call that annoyed them", lifted_by=POLITE),)
    days: int = parameter(5, says="days of peace", source="the service desk", least=1)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        peace = dt.timedelta(days=self.days)
        annoyed = [each for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        return outside([(each.at, each.at + peace) for each in annoyed], at, "peace after annoyance", yields=True)


POLICY = PeaceAfterAnnoyance()
