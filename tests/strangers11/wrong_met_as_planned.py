"""On the working day after a meeting we ring, and go on with the talk while it is fresh.

WRONG (meetings): the appointment is taken for the meeting. When the customer did not come, or we stood before a closed
door, nobody noted a meeting, and yet they are rung the next day and hear how good it was to meet.
"""

import datetime as dt

import attrs

from callrules import History, Kind, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class AfterMeetings:
    """Did we meet them, and did nobody ring since?"""

    name = "after_meetings"

    stale_days: int = parameter(14, says="days after the meeting on which it is still fresh", source="us", least=4)

    @property
    def declares(self) -> tuple[Due, ...]:
        """Due on the day after a meeting, and stale two weeks after it."""
        return (Due(reason="after_meeting", after=After.MEETING, days=1, until_days=self.stale_days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Go on with the last meeting that was not called off."""
        calendar = history.calendar
        meetings = [
            (calendar.starts(each.due), each)
            for each in history.commitments
            if each.kind is Kind.MEET and each.due is not None and not history.is_called_off(each)
        ]
        if not meetings:
            return None
        met, meeting = max(meetings, key=lambda pair: pair[0])
        day = calendar.day(met)
        return Reason(
            name="after_meeting",
            due=calendar.starts(calendar.working_days_on(day, 1)),
            expires=calendar.starts(day + dt.timedelta(days=self.stale_days + 1)),
            about=meeting.key,
            says=f"we met on {day.day} {day:%B}, and the talk goes on",
        )


POLICY = AfterMeetings()
