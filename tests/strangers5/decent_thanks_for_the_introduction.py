"""Somebody introduced us: a line in writing first, that says who we are, before any telephone rings.

Decent: counted from the introduction, only in a channel that they did not refuse, owed once, and nothing where none is.
"""

import attrs

from callrules import Because, Contact, History, Introduction, Write, hookimpl
from callrules.channels import best_channel

PURPOSE = "introduced"


@attrs.frozen
class LineAfterIntroduction:
    """Were we introduced, and have we not written since?"""

    name = "line_after_introduction"
    declares = ()
    only_with = (Introduction,)

    @hookimpl
    def before(self, contact: Contact, history: History) -> Write | None:
        if not history.introductions:
            return None
        since = max(each.at for each in history.introductions)
        if history.wrote(PURPOSE, since) or history.talked_since(since):
            return None
        channel = best_channel(contact, history)
        if channel is None:
            return None
        told = Because(rule=self.name, code=PURPOSE, says="somebody introduced us: a line in writing first")
        return Write(since=since, purpose=PURPOSE, channel=channel, because=(told,))


POLICY = LineAfterIntroduction()
