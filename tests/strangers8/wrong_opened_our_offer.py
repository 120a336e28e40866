"""Whoever opens our offer is interested right now: the mail tracker logs it as an acknowledgement, and we call back.

WRONG (reason): a ticked box or an opened mail wants nothing, and nobody turned to us. It is given under the house's
name returned_call, so a person in the middle of a rest comes before everybody who really rang, and hears that we call
because they turned to us.
"""

import attrs

from callrules import Direction, History, Reason, Reply, hookimpl, parameter


@attrs.frozen
class OpenedOurOffer:
    """Did they open what we sent?"""

    name = "opened_our_offer"
    declares = ()
    only_with = (Reply.ACKNOWLEDGEMENT,)
    days: int = parameter(7, says="days for which an opened offer is fresh", source="our mail tracker", least=1)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        opened = [
            each
            for each in history.messages
            if each.direction is Direction.INBOUND and each.reply is Reply.ACKNOWLEDGEMENT
        ]
        if not opened or history.talked_since(opened[-1].at):
            return None
        last = opened[-1]
        return Reason(
            name="returned_call",
            due=last.at,
            expires=history.calendar.add(last.at, days=self.days),
            about=last.key,
            says="they have opened our offer",
        )


POLICY = OpenedOurOffer()
