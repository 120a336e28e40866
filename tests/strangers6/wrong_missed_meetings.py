"""Who waited for us in a meeting that did not come about stands two weeks further up on the list of the day.

WRONG (a house rule lost by its name): a class `MissedMeetings` without a `name` is called `missed_meetings`, and so takes the
place of the house rule. Nobody who missed us is written to any more, and a prospect with whom we are to meet next Tuesday is
rung cold the week before, as if nothing had been agreed. `declares = ()` takes away what would show it.
"""

import datetime as dt

import attrs

from callrules import Commitment, Contact, History, Kind, Step, hookimpl


@attrs.frozen
class MissedMeetings:
    """Were we to meet, and nobody came?"""

    declares = ()
    only_with = (Commitment,)
    head_start: float = 14.0

    @hookimpl
    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> float | None:
        missed = [
            each
            for each in history.commitments
            if each.kind is Kind.MEET
            and each.due is not None
            and not history.is_called_off(each)
            and history.calendar.starts(each.due) < now
        ]
        return self.head_start if missed else None


POLICY = MissedMeetings()
