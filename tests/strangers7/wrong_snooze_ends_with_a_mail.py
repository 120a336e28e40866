"""Leave whoever asked for peace in peace, until that day or until they turn to us.

WRONG (pestered although they asked for peace): every mail that comes in ends the snooze. An out-of-office reply to a
newsletter, "thanks, noted" or a mail that bounced counts as turning to us, and the phone rings weeks too early.
"""

import datetime as dt

import attrs

from callrules import Direction, History, Reason, Window, hookimpl
from callrules.declared import NAMED, LeavesInPeace
from callrules.moments import outside


@attrs.frozen
class Peace:
    """Did they ask to be left in peace, and have not turned to us since?"""

    name = "snoozes"
    waits = "left in peace for a while"
    declares = (LeavesInPeace(lifted_by=NAMED),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        snooze = history.snooze
        if snooze is None:
            return None
        heard = [*history.inbound, *(each for each in history.messages if each.direction is Direction.INBOUND)]
        if any(each.at > snooze.at for each in heard):
            return None
        over = history.calendar.starts(snooze.until)
        yields = reason.named is not None and history.named_since(reason.about, snooze.at)
        return outside([(snooze.at, over)], at, "they are left in peace until then", yields=yields)


POLICY = Peace()
