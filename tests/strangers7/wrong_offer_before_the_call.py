"""Who said yes to an offer gets it in writing first, and is rung when it is there.

WRONG (two rules at odds): the note is owed only where there is a channel, and the guard waits for it everywhere. Who
has a telephone and nothing else, or wants nothing in writing, is never rung again, not even at the hour agreed on.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Reason, Window, Write, hookimpl
from callrules.channels import best_channel
from callrules.declared import Besides


def offer_owed(history: History) -> dt.datetime | None:
    """When they last said yes to an offer that is not out yet."""
    agreed = [each.at for each in history.conversations if "offer" in each.agreed]
    return agreed[-1] if agreed and not history.wrote("offer", agreed[-1]) else None


@attrs.frozen
class SendTheOffer:
    """Is an offer to be sent?"""

    name = "send_the_offer"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        owed, channel = offer_owed(history), best_channel(contact, history)
        if reason is not None or owed is None or channel is None:
            return None
        because = (Because(self.name, "offer", "they said yes to an offer: send it"),)
        return Write(at=owed, since=owed, purpose="offer", channel=channel, because=because)


@attrs.frozen
class NoCallBeforeTheOffer:
    """Is their offer out?"""

    name = "no_call_before_the_offer"
    waits = "their offer is not out yet"
    declares = (Besides(what="not before their offer is out"),)

    @hookimpl
    def permits(self, history: History) -> Window | None:
        return Window.never("their offer is not out yet") if offer_owed(history) else None


POLICY = (SendTheOffer(), NoCallBeforeTheOffer())
