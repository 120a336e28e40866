"""The voice agent begins with what we know about them, so that they feel known.

WRONG (openers): a Research is what we found out, or what we want from the call (its topics are why, outcome and the
like). The opener reads our own note aloud, such as "he is to sign the life policy before his divorce", and says that
they told us so.
"""

import attrs

from callrules import Claim, Contact, History, Opener, Research, Sender, hookimpl


@attrs.frozen
class YouToldUs:
    """What do we know about them that makes a warm beginning?"""

    name = "you_told_us"
    declares = ()
    only_with = (Research,)

    @hookimpl
    def openers(self, contact: Contact, history: History, sender: Sender) -> list[Opener]:
        hello = f"Hello {contact.name}" if contact.name else "Hello"
        who = f", this is {sender.name}" if sender.name else ""
        return [
            Opener(
                text=f"{hello}{who}. You told us this: {each.text}. How do you see it today?",
                claims=(Claim(each.text, each.key),),
                name=f"research {each.key}",
            )
            for each in history.research
        ]


POLICY = YouToldUs()
