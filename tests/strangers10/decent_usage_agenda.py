"""Find out in calls to quiet customers who uses the software, and what is in the way.

Decent: this agenda sells nothing at all, has no order as its outcome, and is offered only where they kept what they
bought; so it is fit for a call that turns out to be an apology, too.
"""

from callrules import Agenda, Ask, History, Reason, hookimpl


class UsageAgenda:
    """What is a call to a quiet customer for?"""

    name = "usage_agenda"
    declares = ()

    @hookimpl
    def agenda(self, history: History, reason: Reason) -> Agenda | None:
        if reason.name != "dormant_customer" or not history.still_bought:
            return None
        return Agenda(
            objective="Find out who works with it today, and what is in the way.",
            asks=(
                Ask("Who among you works with it most?", "who_uses_it"),
                Ask("Which task takes longer than it should?", "slow_task"),
                Ask("Would you show me that task one day, so that I understand it?", "show_me"),
            ),
            outcome="One task that takes too long, in their own words.",
            path=("Ask and listen.", "Note it in their words.", "Tell those who can mend it."),
        )


POLICY = UsageAgenda()
