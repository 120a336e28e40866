"""After a talk that moved on they get a few lines about what we agreed, with the post that we do at nine each morning.

WRONG (an errand that is never done): the morning is always the next one. Who opens the list at five past nine is told
that the note is for tomorrow, and so it is each day, until the two weeks are over and nobody has written.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Outcome, Reason, Write, hookimpl, parameter
from callrules.channels import best_channel

DAY = dt.timedelta(days=1)


@attrs.frozen
class MorningPost:
    """Did a talk move on, and did nobody write down for them what was agreed?"""

    name = "morning_post"
    declares = ()

    hour: dt.time = parameter(dt.time(9), says="local time at which we do the post", source="the office")
    stale_days: int = parameter(14, says="days after which nobody needs it any more", source="us", least=1)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        """A note about the last talk that moved on, at nine in the morning."""
        moved = [each for each in history.conversations if each.outcome is Outcome.ADVANCE]
        channel = best_channel(contact, history)
        if reason is not None or channel is None or not moved:
            return None
        talk = moved[-1].at
        if history.wrote("what_we_agreed", talk) or at >= history.calendar.add(talk, days=self.stale_days):
            return None
        because = (Because(self.name, "what_we_agreed", "the talk moved on: write down what was agreed"),)
        post = self.next_post(history, at)
        return Write(at=post, since=talk, purpose="what_we_agreed", channel=channel, because=because)

    def next_post(self, history: History, at: dt.datetime) -> dt.datetime:
        """The next time that we do the post."""
        calendar, day = history.calendar, history.calendar.day(at)
        morning = calendar.wall(day, self.hour)
        return morning if at <= morning else calendar.wall(day + DAY, self.hour)


POLICY = MorningPost()
