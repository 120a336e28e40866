"""The dialer's retry table in the place of the house's pace: each result has its own delay.

WRONG (untrue declares): it promises twenty hours between attempts, but results that are not in the table have no delay.
Who declined the call, has a screening telephone, or picked up without any result being noted is rung again at once.
"""

import datetime as dt
from collections.abc import Mapping

import attrs

from callrules import Disposition, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Gap
from callrules.moments import outside

RETRY_AFTER_HOURS: Mapping[Disposition, int] = {
    Disposition.NO_ANSWER: 24,
    Disposition.BUSY: 20,
    Disposition.VOICEMAIL_LEFT: 72,
    Disposition.VOICEMAIL_NO_MESSAGE: 48,
    Disposition.GATEKEEPER: 24,
    Disposition.CALLBACK_REQUESTED: 20,
}


@attrs.frozen
class RetryTable:
    """Is it time for the next retry?"""

    name = "pace"
    waits = "the next retry is not due yet"
    declares = (Gap(hours=20, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [
            (call.at, call.at + dt.timedelta(hours=RETRY_AFTER_HOURS.get(call.disposition, 0)))
            for call in (*history.attempts, *history.tries_on(number))
        ]
        return outside([each for each in blocked if each[0] < each[1]], at, self.waits, yields=True)


POLICY = (RetryTable(),)
