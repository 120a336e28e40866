"""At the end of a call say when we ring again: a week from now, same weekday, and keep to that rhythm.

WRONG (a promise in vain): nobody asks the gate about that day. A week from now may be Christmas, a day that is closed for them, within
a snooze or while they owe us a call; the rep promises a call there that will be refused.
"""

import datetime as dt

from callrules import DEFAULT_RULES, Agenda, Ask, Contact, History, Playbook, Reason, hookimpl

WEEK = dt.timedelta(days=7)


class NextWeek:
    """What is a call for that we make on our own account?"""

    name = "next_week"
    declares = ()
    ours = frozenset({"prospect", "lapsed_customer", "dormant_customer", "competitor_customer", "follow_up"})

    @hookimpl
    def agenda(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Agenda | None:
        if reason.name not in self.ours:
            return None
        again = history.calendar.day(at) + WEEK
        return Agenda(
            objective="Hear what they need, and agree on the next call.",
            asks=(
                Ask("What would help you most this year?", "what_would_help"),
                Ask("May I send you one page about it?", "one_page"),
            ),
            outcome="They know what comes next.",
            path=("Ask.", "Listen.", "Name the next call."),
            next_call=f"I will call you again on {again:%A} {again.day} {again:%B}.",
        )


POLICY = Playbook((NextWeek(), *DEFAULT_RULES))
