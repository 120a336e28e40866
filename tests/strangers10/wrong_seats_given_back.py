"""Ask a customer who gave some seats back what went wrong, three days after the credit.

WRONG (reason): one dial after the credit takes the reason away, also a dial that nobody answered. So a customer who
was out when we rang once is never asked why they use less, and the account is lost in silence.
"""

import attrs

from callrules import History, Reason, hookimpl, parameter


@attrs.frozen
class SeatsGivenBack:
    """Did they give seats back, and keep others?"""

    name = "seats_given_back"
    declares = ()
    days: int = parameter(3, says="days after the credit", source="our churn figures")

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        given_back = [each for each in history.purchases if each.amount is not None and each.amount < 0]
        if not given_back or not history.still_bought:
            return None
        last = given_back[-1]
        if history.rang_since(last.at):  # we have been on to them about it
            return None
        return Reason(
            name="seats_given_back",
            due=history.calendar.add(last.at, days=self.days),
            about=last.key,
            says="they gave seats back: ask what they miss",
        )


POLICY = SeatsGivenBack()
