"""When we reach somebody at last, we say openly how often we have tried.

WRONG (a rude sentence): to be told how often one did not answer, and that one never rang back, is a reproach. They owe
us nothing, and the call that took so long to come about begins with blame.
"""

import attrs

from callrules import Claim, Contact, History, Opener, Sender, hookimpl, parameter


@attrs.frozen
class CountingTries:
    """Have we tried them in vain, and how often?"""

    name = "counting_tries"
    declares = ()

    least: int = parameter(2, says="tries in vain from which we speak of them", source="our spring figures", least=1)

    @hookimpl
    def openers(self, contact: Contact, history: History, sender: Sender) -> Opener | None:
        """Say how many tries it took."""
        tries = len(history.row_of_unanswered)
        if tries < self.least or sender.language != "en" or not contact.name or not sender.name:
            return None
        return Opener(
            text=(
                f"Hello {contact.name}, this is {sender.name}. I have tried to reach you {tries} times now, "
                "and you never picked up and never called back. May I tell you what it is about?"
            ),
            claims=(Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name")),
            name="counting_tries",
        )


POLICY = CountingTries()
