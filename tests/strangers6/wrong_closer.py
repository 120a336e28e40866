"""Two rules: after three dials in vain we may say so, and our own openers are not to be left out for it.

WRONG (words; two rules beside each other): `Manners` without `reproach` lets any blame pass, for every reason and every
opener, and `Persistent` uses it: who did not pick up three times hears that they never answer, as the first words of a call.
"""

import attrs

from callrules import CallAttempt, Claim, Contact, History, Opener, Reason, Sender, hookimpl
from callrules.words.manners import Manners


@attrs.frozen
class Persistent:
    """Did we try so often that it may be mentioned?"""

    name = "persistent"
    declares = ()
    only_with = (CallAttempt,)
    times: int = 3

    @hookimpl
    def openers(self, contact: Contact, history: History, reason: Reason, sender: Sender) -> list[Opener]:
        if contact.name is None or sender.name is None or len(history.row_of_unanswered) < self.times:
            return []
        claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        hello = f"Hello {contact.name}, this is {sender.name}."
        texts = (
            f"{hello} You never answer my calls. Why is that?",
            f"{hello} You have ignored all of my calls, and you owe me an answer.",
        )
        return [Opener(text=text, claims=claims, name=f"persistent {place}") for place, text in enumerate(texts)]


POLICY = (Manners(allows=("reproach",)), Persistent())
