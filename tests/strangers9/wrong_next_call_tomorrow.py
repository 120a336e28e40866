"""Every first talk ends with a fixed day for the next one: tomorrow, while they still remember us.

WRONG (agenda): on a Friday, or before a holiday of theirs, the rep asks for a call on a day on which the gate lets
nobody ring. They say yes, and nobody calls on that day.
"""

import datetime as dt

import attrs

from callrules import Agenda, Ask, History, Reason, hookimpl

FIRST_TALKS = frozenset({"prospect", "competitor_customer", "insight", "follow_up"})


@attrs.frozen
class NextCallTomorrow:
    """What is a first talk for? A second one."""

    name = "next_call_tomorrow"
    declares = ()

    @hookimpl
    def agenda(self, history: History, reason: Reason, at: dt.datetime) -> Agenda | None:
        if reason.name not in FIRST_TALKS:
            return None
        tomorrow = history.calendar.day(at) + dt.timedelta(days=1)
        return Agenda(
            objective="Find out how they do it today, and agree on a second talk.",
            asks=(
                Ask("May I ask how you do it today?", "one_question"),
                Ask("What is the hardest part of it?", "what_is_hard"),
            ),
            outcome="The second talk has a day.",
            path=("Say who you are and why.", "Ask how they do it today.", "Agree on a day."),
            next_call=f"May I call you again on {tomorrow:%A} {tomorrow.day} {tomorrow:%B}?",
        )


POLICY = (NextCallTomorrow(),)
