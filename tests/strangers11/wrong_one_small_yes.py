"""They said yes to something small, and ten days after our talk we ask how that one went.

WRONG (not a pure function): which of several yeses it is hangs on the order of a set, and that differs from one
process to the next. The list says "the sample", the rep who opens the card reads "the visit", and the customer is asked
about the same thing twice and about the other never.
"""

import datetime as dt

import attrs

from callrules import History, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class OneSmallYes:
    """What did they say yes to, and did nobody ask about it since?"""

    name = "one_small_yes"

    days: int = parameter(10, says="days after the last talk", source="us", least=1)
    stale_days: int = parameter(60, says="days after the last talk on which we still ask", source="us", least=2)

    @property
    def declares(self) -> tuple[Due, ...]:
        """When the reason is due after a talk, and until when."""
        return (Due(reason="small_yes", after=After.TALK, days=self.days, until_days=self.stale_days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Ask about one yes at a time."""
        agreed = {yes for talk in history.conversations for yes in talk.agreed}
        asked = {talk.about for talk in history.conversations if talk.reason == "small_yes"}
        left = agreed - asked
        if not left or history.last_talk is None:
            return None
        calendar, talked, yes = history.calendar, history.last_talk.at, next(iter(left))
        stale = calendar.day(talked) + dt.timedelta(days=self.stale_days + 1)
        return Reason(
            name="small_yes",
            due=calendar.add(talked, days=self.days),
            expires=calendar.starts(stale),
            about=yes,
            says=f"they said yes to this: {yes}",
        )


POLICY = OneSmallYes()
