"""Who told us when they like to be called, and did not answer, is tried again when those hours next open.

WRONG (named moment): hours that they like are no appointment. Called `named="hour"` they break through pace, caps and a
snooze, and each vain dial names the next one: who was kind enough to tell us their hours is rung every single day.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, Contact, History, Reason, hookimpl


@attrs.frozen
class WhenTheyLikeIt:
    """Did they tell us hours, and were we in vain?"""

    name = "when_they_like_it"
    declares = ()
    only_with = (CallAttempt,)

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        if not contact.hours or not history.row_of_unanswered:
            return None
        last = history.row_of_unanswered[-1]
        opens = self.next_opening(contact, history, last.at)
        if opens is None:
            return None
        return Reason(name="told_hours", due=opens, named="hour", says="they told us that they like this hour")

    def next_opening(self, contact: Contact, history: History, after: dt.datetime) -> dt.datetime | None:
        calendar = history.calendar
        today = calendar.day(after)
        openings = [
            calendar.wall(day, told.opens)
            for day in (today + dt.timedelta(days=each) for each in range(1, 9))
            for told in contact.hours
            if day.isoweekday() in told.days
        ]
        return min(openings, default=None)


POLICY = WhenTheyLikeIt()
