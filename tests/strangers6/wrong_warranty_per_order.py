"""A month before the warranty of an order ends, they are offered a check of what they ordered.

WRONG (total; large counts): one reason for each order that is not answered yet. A hospital kitchen that orders twice a day
has more than a thousand of them within two years; then the rule "answers more than 1,000 times", fails, and our best
customer is never rung again, not even for a call that we promised or that they asked for.
"""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from callrules import History, Purchase, Reason, hookimpl


@attrs.frozen
class WarrantyCheck:
    """Does the warranty of something that they kept end soon?"""

    name = "warranty_check"
    declares = ()
    only_with = (Purchase,)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for order in history.still_bought:
            due = history.calendar.add(order.at, months=23)
            if history.talked_since(due - timedelta(days=60)):
                continue
            yield Reason(
                name="warranty_check",
                due=due,
                expires=history.calendar.add(order.at, months=24),
                about=order.key,
                says="the warranty of an order of theirs ends soon: offer a check",
            )


POLICY = WarrantyCheck()
