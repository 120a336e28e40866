"""Three weeks of peace after a call that went badly."""

import datetime as dt

from callrules import History, Reason, Reception, Reflection, Window, hookimpl
from callrules.declared import POLITE, Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)


class QuietAfterTrouble:
    """Three weeks of peace after a call that went badly.

    WRONG (only_with): a bad call is one that annoyed them, or one that they refused. `only_with` names the reflections
    alone, so who refused a call of which nobody wrote down how it went is not left in peace.
    """

    name = "quiet_after_trouble"
    waits = "a call went badly"
    only_with = (Reflection,)
    declares = (Besides(what="three weeks of peace after a bad call", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        bad = [each.at for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        bad += [call.at for call in history.attempts if call.is_refusal]
        return outside([(moment, moment + 21 * DAY) for moment in bad], at, "three weeks of peace", yields=True)


POLICY = QuietAfterTrouble()
