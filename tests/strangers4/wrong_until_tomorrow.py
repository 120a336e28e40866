"""Service: a follow-up ends with a date. Offer to ring again tomorrow, as long as the talk is fresh in mind.

WRONG (a promise in vain): tomorrow is counted on the calendar and never asked of the gate; on a Friday, before a
holiday or within the pace, the rep promises a call that the gate refuses on that day.
"""

import datetime as dt

import attrs

from callrules import Agenda, Ask, History, Reason, hookimpl

DAY = dt.timedelta(days=1)


@attrs.frozen
class UntilTomorrow:
    """What is a follow-up for, and when do we talk again?"""

    name = "until_tomorrow"
    declares = ()
    about = ("follow_up", "recently_met", "returned_call")

    @hookimpl
    def agenda(self, history: History, reason: Reason, at: dt.datetime) -> Agenda | None:
        if reason.name not in self.about:
            return None
        tomorrow = history.calendar.day(at) + DAY
        return Agenda(
            objective="Hear what is still open, and settle one point of it.",
            asks=(
                Ask("What is still open for you?", "what_is_open"),
                Ask("Shall we settle one point of it now?", "one_point"),
            ),
            outcome="One point is settled, and the next call has a day.",
            path=("Ask what is open.", "Settle one point.", "Agree on the next call."),
            next_call=f"May I call you again tomorrow, on {tomorrow:%A %d %B}?",
        )


POLICY = UntilTomorrow()
