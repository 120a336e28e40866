"""Begin calls to those who let things lie in the clear tone of a collections desk.

WRONG (words): reproach and pressure are switched off among the manners, and then people are blamed for not answering
and pressed to decide at once. Who was on holiday is told off by way of a greeting.
"""

from callrules import Opener, Reason, Sender, hookimpl
from callrules.words.manners import Manners


class ClearTone:
    """How does a clear call begin?"""

    name = "clear_tone"
    declares = ()

    @hookimpl
    def openers(self, reason: Reason, sender: Sender) -> list[Opener]:
        if reason.name not in {"follow_up", "dormant_customer", "lapsed_customer", "their_promise_lapsed"}:
            return []
        intro = f"Hello, this is {sender.name}." if sender.name else "Hello."
        return [
            Opener(text=f"{intro} You never got back to me. Why have you not answered?", name="blunt"),
            Opener(text=f"{intro} You have to decide today, this is your last chance.", name="today"),
        ]


POLICY = (Manners(allows=("reproach", "pressure")), ClearTone())
