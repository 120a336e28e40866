"""Ring subscribers of long standing, and those who decide, a little earlier than others.

Decent: it adds to the house's own head start, but by fifty days at most, counts days on which they bought and not
money in many currencies, and does not change while they wait.
"""

import attrs

from callrules import Contact, History, Role, hookimpl, parameter


@attrs.frozen
class LongStandingFirst:
    """How long have they been with us, and do they decide?"""

    name = "long_standing_first"
    declares = ()
    a_purchase: int = parameter(3, says="days of waiting for each day of purchase", source="our retention figures")
    most: int = parameter(30, says="days of waiting for purchases at most", source="us", most=100)
    decides: int = parameter(20, says="days of waiting for who decides", source="us", most=100)

    @hookimpl
    def priority(self, contact: Contact, history: History) -> float:
        loyal = min(self.a_purchase * len(history.days_bought), self.most)
        return float(loyal + (self.decides if contact.role is Role.DECISION_MAKER else 0))


POLICY = LongStandingFirst()
