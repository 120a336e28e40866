"""After a machine answered, the next call begins with the message that we left on it: people like the thread.

WRONG (truth of words): `voicemail_no_message` is a machine on which we hung up. The person is told of a message that
nobody left, looks for it in vain, and knows from the first sentence on that we make things up.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, Claim, Contact, Disposition, History, Opener, hookimpl

MACHINES = (Disposition.VOICEMAIL_LEFT, Disposition.VOICEMAIL_NO_MESSAGE)


@attrs.frozen
class BeginWithTheMessage:
    """Did a machine answer the last time?"""

    name = "begin_with_the_message"
    declares = ()
    only_with = (CallAttempt,)

    @hookimpl
    def openers(self, contact: Contact, history: History, at: dt.datetime) -> list[Opener] | None:
        if not contact.name or not history.attempts:
            return None
        last = history.attempts[-1]
        if last.disposition not in MACHINES:
            return None
        day = history.calendar.day(last.at)
        when = f"{day:%A} {day.day} {day:%B}"
        known = (Claim(contact.name, "contact.name"),)
        texts = (
            f"Hello {contact.name}, I left you a message on {when}. May I tell you what it was about?",
            f"Hello {contact.name}, you may have heard my message of {when}. Does it suit you to talk?",
        )
        return [Opener(text=text, claims=known, name=f"message_{place}") for place, text in enumerate(texts)]


POLICY = BeginWithTheMessage()
