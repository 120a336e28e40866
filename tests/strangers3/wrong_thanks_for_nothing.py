"""Begin with what we have in common: thank a customer for the last order before anything else.

WRONG (truth of words): it takes the last purchase, also one that was sent back wholly. Who returned everything, because it
broke, hears "thank you for your order, I hope that it does good work".
"""

from callrules import Claim, Contact, History, Opener, Reason, hookimpl


class ThanksFirst:
    """Have they ordered, so that we can begin with thanks?"""

    name = "thanks_first"
    declares = ()
    cold = frozenset({"lapsed_customer", "after_note"})

    @hookimpl
    def openers(self, contact: Contact, history: History, reason: Reason) -> list[Opener]:
        orders = [each for each in history.purchases if each.amount is None or each.amount > 0]
        if not orders or reason.name in self.cold:
            return []
        hello = f"Hello {contact.name}." if contact.name else "Hello."
        claims = [Claim(contact.name, "contact.name")] if contact.name else []
        if orders[-1].id is not None:
            claims.append(Claim("your order", orders[-1].id))
        texts = (
            "Thank you for your order. I hope that it does good work for you. May I ask you one thing?",
            "I wanted to thank you for your order before anything else. How do you get on with it?",
            "Your order was a pleasure for us, thank you. What can we do better the next time?",
        )
        return [
            Opener(text=f"{hello} {text}", claims=tuple(claims), name=f"thanks_first_{place}")
            for place, text in enumerate(texts, 1)
        ]


POLICY = ThanksFirst()
