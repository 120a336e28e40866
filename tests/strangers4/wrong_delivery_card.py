"""Retail: after each order a card or an e-mail asks how the delivery was. Nobody is written to where they said no.

WRONG (a no): a letter that was refused is sent written by hand, though both are one post, and what the same person
refused on another card of theirs (`history.elsewhere`) is never looked at; it also holds up calls until it is sent.
"""

import attrs

from callrules import Because, Channel, Contact, Errand, History, OptOut, Write, hookimpl

PURPOSE = "how_was_delivery"


@attrs.frozen
class DeliveryCard:
    """Have we asked how the delivery was?"""

    name = "delivery_card"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History) -> Errand | None:
        if not history.bought_at:
            return None
        bought = history.bought_at[-1]
        if not history.owes(bought) or history.wrote(PURPOSE, bought):
            return None
        channel = self.channel(contact, history)
        if channel is None:
            return None
        why = Because(rule=self.name, code=PURPOSE, says="they ordered: ask how the delivery was")
        return Write(purpose=PURPOSE, channel=channel, since=bought, because=(why,))

    def channel(self, contact: Contact, history: History) -> Channel | None:
        refused = {no.channel for no in history.of(OptOut)}
        if contact.postal_address and Channel.HANDWRITTEN not in refused:
            return Channel.HANDWRITTEN
        if contact.email and Channel.EMAIL not in refused:
            return Channel.EMAIL
        return None


POLICY = DeliveryCard()
