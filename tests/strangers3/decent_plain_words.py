"""Two plain ways to begin, and a small head start for those who bought once only: they decide this month whether to come again.

Decent: says nothing but names that are on the card and the sender's; the head start does not change while they wait.
"""

from callrules import Call, Claim, Contact, History, Opener, Sender, Step, hookimpl


class PlainWords:
    """How to begin plainly, and who bought once only?"""

    name = "plain_words"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, sender: Sender) -> list[Opener]:
        if not contact.name or not sender.name:
            return []
        claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        hello = f"Hello {contact.name}, this is {sender.name}."
        return [
            Opener(text=f"{hello} Is now a fair moment for one question?", claims=claims, name="plain_question"),
            Opener(text=f"{hello} What would be of most use to you today?", claims=claims, name="plain_use"),
        ]

    @hookimpl
    def priority(self, history: History, step: Step) -> float | None:
        if isinstance(step, Call) and len(history.days_bought) == 1:
            return 5.0
        return None


POLICY = PlainWords()
