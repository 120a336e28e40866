"""A first call that says at once that it wants to sell something, and that a no is fine.

Decent: it claims nothing but who speaks and who is spoken to, it gives its reason, and it is offered only to people
with whom we never had anything to do.
"""

import attrs

from callrules import Claim, Contact, History, Opener, Reason, Sender, hookimpl


@attrs.frozen
class HonestOpener:
    """How do we begin with a stranger?"""

    name = "honest_opener"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, history: History, reason: Reason, sender: Sender) -> list[Opener]:
        if reason.name != "prospect" or history.is_two_way or sender.language != "en":
            return []
        if contact.name is None or sender.name is None:
            return []
        intro = f"Hello {contact.name}, this is {sender.name}."
        claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        texts = {
            "sales_call": "This is a sales call, and a no is fine. I would like to know whether what we do is of use.",
            "one_minute": "I would like to find out whether we could take something off your hands. Does it suit you?",
        }
        return [Opener(text=f"{intro} {text}", claims=claims, name=name) for name, text in texts.items()]


POLICY = (HonestOpener(),)
