"""People like to hear that we know how long they have been with us.

WRONG (opener): `known_since` is the day on which the lead came into the list, and not the day of a first order.
Somebody who never bought anything is told that they have been a customer for years, with a month to prove it.
"""

import attrs

from callrules import Claim, Contact, Opener, Sender, hookimpl


@attrs.frozen
class CustomerSince:
    """How long have they been with us?"""

    name = "customer_since"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, sender: Sender) -> Opener | None:
        if contact.known_since is None or contact.name is None or sender.name is None:
            return None
        since = f"{contact.known_since:%B %Y}"
        return Opener(
            text=(
                f"Hello {contact.name}, this is {sender.name}. You have been a customer of ours since {since}. "
                "Which part of what we do for you should be better?"
            ),
            claims=(
                Claim(contact.name, "contact.name"),
                Claim(sender.name, "sender.name"),
                Claim(since, "contact.known_since"),
            ),
            name="customer_since",
        )


POLICY = (CustomerSince(),)
