"""After a talk that moved on, the quote goes out in writing before anything else happens.

WRONG (refused channel): where they refused every channel that we know, it falls back on their e-mail address, "as they
did agree to a quote". Who said "no e-mails" gets one, and no call is made before it went out.
"""

import attrs

from callrules import Because, CallAttempt, Channel, Contact, History, Outcome, Write, hookimpl
from callrules.channels import best_channel

PURPOSE = "quote"


@attrs.frozen
class QuoteInWriting:
    """Is there a talk that moved on, and no quote since?"""

    name = "quote_in_writing"
    declares = ()
    only_with = (CallAttempt,)

    @hookimpl
    def before(self, contact: Contact, history: History) -> Write | None:
        moved = [talk for talk in history.conversations if talk.outcome is Outcome.ADVANCE]
        if not moved or history.wrote(PURPOSE, moved[-1].at):
            return None
        channel = best_channel(contact, history)
        if channel is None and contact.email:
            channel = Channel.EMAIL
        if channel is None:
            return None
        told = Because(rule=self.name, code=PURPOSE, says="our talk moved on: the quote in writing first")
        return Write(since=moved[-1].at, purpose=PURPOSE, channel=channel, because=(told,))


POLICY = QuoteInWriting()
