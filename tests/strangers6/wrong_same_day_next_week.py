"""At the end of a talk with a customer, ask for the next call: the same day next week.

WRONG (a day named in vain): the ask rests on no gate. A week after the call may be a public holiday where they are, a day for
which they told us no hours, or their own snooze: the customer says yes, waits, and nobody is allowed to ring on that day.
"""

import datetime as dt

import attrs

from callrules import Agenda, Ask, History, Reason, Sender, hookimpl

WARM = frozenset({"follow_up", "insight", "dormant_customer", "recently_met", "simple_reason"})


@attrs.frozen
class SameDayNextWeek:
    """What is the next call of a warm talk?"""

    name = "same_day_next_week"
    declares = ()

    @hookimpl
    def agenda(self, history: History, reason: Reason, sender: Sender, at: dt.datetime) -> Agenda | None:
        if reason.name not in WARM or sender.language != "en":
            return None
        return Agenda(
            objective="Hear how it goes with them, and agree on one thing.",
            asks=(
                Ask("What has changed for you since then?", "what_changed"),
                Ask("What would help you with it?", "what_would_help"),
            ),
            outcome="One thing is agreed, and the next call has its day.",
            path=("Ask what has changed.", "Agree on one thing.", "Name the day."),
            next_call="I will ring you again this day next week.",
        )


POLICY = SameDayNextWeek()
