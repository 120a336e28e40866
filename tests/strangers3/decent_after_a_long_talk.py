"""Who gave us three quarters of an hour has given enough: ten days without a call of ours.

Decent: counts from the talk itself; a moment that they named and a first call back come through; declared in words.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides
from callrules.moments import outside


@attrs.frozen
class AfterALongTalk:
    """Have we taken much of their time just now?"""

    name = "after_a_long_talk"
    waits = "they gave us much time just now"
    declares = (Besides(what="some days after a long talk", lifted_by=POLITE),)
    minutes: int = parameter(45, says="minutes of a talk that are much", source="a customer's letter", least=1)
    days: int = parameter(10, says="days after such a talk", source="us", least=1)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [
            (talk.at, talk.at + dt.timedelta(days=self.days))
            for talk in history.conversations
            if talk.duration is not None and talk.duration >= 60 * self.minutes
        ]
        return outside(blocked, at, "some days after a long talk", yields=True)


POLICY = AfterALongTalk()
