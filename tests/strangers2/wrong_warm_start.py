"""Openers that work."""

from callrules import Claim, Contact, Opener, Sender, hookimpl


class WarmStart:
    """Openers that work.

    WRONG (words): nobody spoke well of them, and nothing was put aside. Rulebook A5: the opener is the truth.
    """

    name = "warm_start"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, sender: Sender) -> list[Opener]:
        who = f"Hello {contact.name}, this is {sender.name}." if contact.name and sender.name else "Hello."
        claims: tuple[Claim, ...] = ()
        if contact.name and sender.name:
            claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        return [
            Opener(
                text=f"{who} A neighbour of yours spoke so well of you that I had to ring.",
                claims=claims,
                name="neighbour",
            ),
            Opener(
                text=f"{who} Prices go up after this week, and I have put the last one aside for you.",
                claims=claims,
                name="last one",
            ),
        ]


POLICY = WarmStart()
