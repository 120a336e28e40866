"""Is it eleven months since they last bought?"""

from callrules import History, Reason, hookimpl
from callrules.declared import After, Due


class AnnualReview:
    """Is it eleven months since they last bought?

    DECENT: one more reason with an about of its own, the day on which they bought.
    """

    name = "annual_review"
    declares = (Due(reason="annual_review", after=After.PURCHASE, months=11),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], months=11)
        return Reason(
            name="annual_review", about=f"{history.days_bought[-1]}", due=due, says="a look at the year with us"
        )


POLICY = AnnualReview()
