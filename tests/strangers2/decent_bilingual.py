"""An opener in French for a sender who speaks it, in English else."""

from callrules import Claim, Contact, Opener, Sender, hookimpl


class Bilingual:
    """An opener in French for a sender who speaks it, in English else.

    DECENT: it says who is calling and nothing that is not known.
    """

    name = "bilingual"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, sender: Sender) -> Opener | None:
        if not contact.name or not sender.name:
            return None
        claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        if sender.language == "fr":
            text = f"Bonjour {contact.name}, {sender.name} à l'appareil. J'ai pensé à vous : est-ce un bon moment ?"
            return Opener(text=text, claims=claims, name="bonjour")
        text = f"Hello {contact.name}, this is {sender.name}. I thought of you. What are you working on that I could help with?"
        return Opener(text=text, claims=claims, name="hello")


POLICY = Bilingual()
