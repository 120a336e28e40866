"""Whoever was annoyed by a call, as the caller rated it, has ten quiet days after that call.

Decent: it gives way to a moment that they named and to a first call back, counts from the call and not from the rating,
and says nothing where the rated call was taken back or was a meeting. A later rating that is not annoyed ends it.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Reception, Reflection, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides
from callrules.moments import outside


@attrs.frozen
class QuietAfterAnnoyed:
    """Were they annoyed the last time?"""

    name = "quiet_after_annoyed"
    waits = "annoyed by the last call"
    declares = (Besides(what="quiet days after a call that annoyed them", lifted_by=POLITE),)
    only_with = (Reflection,)
    days: int = parameter(10, says="days of quiet after a call that annoyed them", source="our complaints desk")

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        rated = history.of(Reflection)
        if not rated or rated[-1].received is not Reception.ANNOYED or reason.is_first_return(history):
            return None
        quiet = [
            (call.at, history.calendar.add(call.at, days=self.days))
            for call in history.calls
            if call.id == rated[-1].of
        ]
        return outside(quiet, at, "the last call annoyed them", yields=True)


POLICY = QuietAfterAnnoyed()
