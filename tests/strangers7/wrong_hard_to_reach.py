"""Be open with people who are hard to reach: say that we tried before.

WRONG (rude to who was busy): the house's check for reproaches is switched off, and the first sentence blames them.
Whoever picks up after three missed calls, or is rung as promised, hears that they never answer.
"""

import attrs

from callrules import Claim, Contact, History, Opener, Sender, hookimpl, parameter
from callrules.words.manners import Manners


@attrs.frozen
class HardToReach:
    """Did they miss our calls?"""

    name = "hard_to_reach"
    declares = ()
    calls: int = parameter(3, says="calls in vain", source="our reps", least=1)

    @hookimpl
    def openers(self, contact: Contact, history: History, sender: Sender) -> Opener | None:
        row = history.row_of_unanswered
        if len(row) < self.calls or not contact.name or not sender.name:
            return None
        return Opener(
            text=f"Hello {contact.name}, this is {sender.name}. I called and called, and you never answered.",
            claims=(
                Claim(contact.name, "contact.name"),
                Claim(sender.name, "sender.name"),
                Claim("I called and called", row[-1].key),
            ),
            name="hard_to_reach",
        )


POLICY = (Manners(allows=("reproach",)), HardToReach())
