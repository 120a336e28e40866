"""Healthcare supplies: begin a call with the latest that we know for them, whatever the call itself is about.

WRONG (truth of words): it takes the last insight, not the last untold one; who heard it on the phone on Monday, or
read it in our mail, hears it as news again on Thursday.
"""

import attrs

from callrules import Claim, Contact, History, Opener, Reason, Sender, hookimpl


@attrs.frozen
class NewsFromTheTrade:
    """Do we know something that they should hear first?"""

    name = "news_from_the_trade"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, history: History, reason: Reason, sender: Sender) -> Opener | None:
        if not history.insights or reason.name in ("promise", "returned_call"):
            return None
        news = history.insights[-1]
        if not news.id or not sender.name:
            return None
        text = f"This is {sender.name}. I have something new for you: {news.text}. How do you see it?"
        claims = [Claim(sender.name, "sender.name"), Claim(news.text, news.id)]
        if contact.name:
            text = f"Hello {contact.name}. {text}"
            claims.append(Claim(contact.name, "contact.name"))
        return Opener(text=text, claims=tuple(claims), name=f"news {news.id}")


POLICY = NewsFromTheTrade()
