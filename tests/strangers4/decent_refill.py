"""Healthcare supplies: dressings last four weeks. Ring when they run out, counted from the last order they kept.

Decent: a reason of its own kind, due 28 days after the last purchase that stayed bought, and declared as such.
"""

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl, parameter
from callrules.declared import Due


@attrs.frozen
class Refill:
    """Have they run out of dressings?"""

    name = "refill"
    only_with = (Purchase, Outcome.ORDER)
    days: int = parameter(28, says="days that a box of dressings lasts", source="the makers", least=1)

    @property
    def declares(self) -> tuple[Due, ...]:
        return (Due(reason="refill", after="purchase", days=self.days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], days=self.days)
        return Reason(name="refill", due=due, says="what they ordered has run out by now")


POLICY = Refill()
