"""Whoever was annoyed by a call, as the caller rated it, has ten quiet days after that call.

WRONG (guard, a rare history): the call of a rating is looked up among the calls that stand. Where that call was taken
back (logged at the wrong contact), or the rating is about a meeting, there is none, and the rule raises StopIteration.
From then on that person rests for ever, whatever was promised to them.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Reception, Reflection, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides
from callrules.moments import outside


@attrs.frozen
class SoftlyAfterAnnoyed:
    """Were they annoyed the last time?"""

    name = "softly_after_annoyed"
    waits = "annoyed by the last call"
    declares = (Besides(what="quiet days after a call that annoyed them", lifted_by=POLITE),)
    only_with = (Reflection,)
    days: int = parameter(10, says="days of quiet after a call that annoyed them", source="our complaints desk")

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        annoyed = [each for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        if not annoyed or reason.is_first_return(history):
            return None
        rated = annoyed[-1].of
        call = next(each for each in history.calls if each.id == rated)
        quiet = (call.at, history.calendar.add(call.at, days=self.days))
        return outside([quiet], at, "the last call annoyed them", yields=True)


POLICY = SoftlyAfterAnnoyed()
