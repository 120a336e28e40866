"""Who was annoyed by a call, as the rep noted when looking back, is left in peace for two weeks.

WRONG (counted from when it was typed in): the weeks begin with `recorded`. Who was annoyed on Monday, noted on Friday, is
rung in between; and a rep who corrects a typo in an old reflection, months later, silences a good customer for two weeks.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Reception, Reflection, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides
from callrules.moments import outside


@attrs.frozen
class PeaceAfterAnnoyance:
    """Did our last call annoy them?"""

    days: int = parameter(14, says="days of peace after a call that annoyed", source="our complaints of 2025")

    name = "peace_after_annoyance"
    waits = "annoyed of late"
    declares = (Besides(what="two weeks of peace after a call that annoyed", lifted_by=POLITE),)
    only_with = (Reflection,)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        noted = [each.recorded or each.at for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        blocked = [(begins, begins + dt.timedelta(days=self.days)) for begins in noted]
        return outside(blocked, at, "our last call annoyed them", yields=True)


POLICY = PeaceAfterAnnoyance()
