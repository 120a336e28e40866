"""When somebody sends something back, we ring on the next working day to hear what was wrong, and sell nothing."""

import attrs

from callrules import History, Purchase, Reason, hookimpl, parameter


@attrs.frozen
class SentBack:
    """Did they send something back, and did nobody ask why?"""

    name = "sent_back"
    declares = ()
    only_with = (Purchase,)

    days: int = parameter(1, says="working days after it came back", source="the workshop", least=1)
    stale_days: int = parameter(15, says="working days after which nobody remembers", source="us", least=2)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Ask once about the last refund, unless we have talked since."""
        refunds = [each for each in history.purchases if each.amount is not None and each.amount < 0]
        if not refunds or history.talked_since(refunds[-1].at):
            return None
        calendar, last = history.calendar, refunds[-1]
        day = calendar.day(last.at)
        return Reason(
            name="sent_back",
            due=calendar.starts(calendar.working_days_on(day, self.days)),
            expires=calendar.starts(calendar.working_days_on(day, self.days + self.stale_days)),
            about=last.key,
            says="something came back to us, and what was wrong with it is worth knowing",
        )


POLICY = SentBack()
