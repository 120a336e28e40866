"""Who has a voicemail of ours gets time to answer it: six days without another call.

WRONG (a promise, a call to return): a rule about our own rhythm that gives way to nothing. We leave a voicemail on Monday, they ring
back in vain on Tuesday, or write "call me on Wednesday at ten", and neither call is made before Sunday. `Besides` hides it.
"""

import datetime as dt

import attrs

from callrules import Disposition, History, Window, hookimpl, parameter
from callrules.declared import Besides
from callrules.moments import outside


@attrs.frozen
class VoicemailRest:
    """Have we left a voicemail just now?"""

    name = "voicemail_rest"
    waits = "they have a voicemail of ours to answer"
    declares = (Besides(what="some days of quiet after a voicemail"),)
    only_with = (Disposition.VOICEMAIL_LEFT,)
    days: int = parameter(6, says="days after a voicemail", source="our spring figures", least=1)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        blocked = [
            (each.at, each.at + dt.timedelta(days=self.days))
            for each in history.attempts
            if each.disposition is Disposition.VOICEMAIL_LEFT
        ]
        return outside(blocked, at, "time to answer our voicemail")


POLICY = VoicemailRest()
