"""Whoever takes out a policy is told in writing within two weeks how to withdraw from it.

WRONG (untrue only_with): it says that it speaks about purchases alone, but it counts history.bought_at, where orders
given in a call stand as well. Whoever ordered by telephone, and whose policy is not booked as a purchase, never reads
of their right to withdraw: the rule is not even asked about them.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Purchase, Reason, Write, hookimpl, parameter
from callrules.channels import best_channel


@attrs.frozen
class WithdrawalNotice:
    """Did they take out a policy, and were they not told how to withdraw?"""

    name = "withdrawal_notice"
    declares = ()
    only_with = (Purchase,)
    days: int = parameter(14, says="days within which they can withdraw", source="the law on distance selling")

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        channel = best_channel(contact, history)
        if reason is not None or channel is None or not history.bought_at:
            return None
        last = history.bought_at[-1]
        if history.wrote("withdrawal_notice", last) or at >= last + dt.timedelta(days=self.days):
            return None
        because = (Because(self.name, "withdrawal", "they took out a policy: tell them how to withdraw"),)
        return Write(at=last, since=last, purpose="withdrawal_notice", channel=channel, because=because)


POLICY = WithdrawalNotice()
