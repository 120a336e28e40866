"""Whoever cancelled a policy, which the CRM books as a refund, is asked on the next working day what happened.

Decent: a refund is otherwise no reason, but this one rests on the refund itself and not on what was bought, has a name
of its own, is good for sixty days, and any talk after the refund takes it away.
"""

import datetime as dt

import attrs

from callrules import History, Purchase, Reason, hookimpl, parameter


@attrs.frozen
class CancelledCover:
    """Did they cancel a policy, and did nobody talk with them since?"""

    name = "cancelled_cover"
    declares = ()
    only_with = (Purchase,)
    days: int = parameter(60, says="days for which we may ask", source="our retention desk", least=10)

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        refunds = [each for each in history.purchases if each.amount is not None and each.amount < 0]
        return [self.asked(history, each) for each in refunds if not history.talked_since(each.at)]

    def asked(self, history: History, refund: Purchase) -> Reason:
        calendar = history.calendar
        day = calendar.day(refund.at)
        return Reason(
            name="cancelled_cover",
            due=calendar.starts(calendar.working_days_on(day, 1)),
            expires=calendar.starts(day + dt.timedelta(days=self.days)),
            about=refund.key,
            says=f"they cancelled a policy on {day:%d %b %Y}: ask what happened, and sell nothing",
        )


POLICY = CancelledCover()
