"""In the place of `cold_decision_makers`: no decision maker is rung who does not know us; the newsletter is an acquaintance.

WRONG (never cold): any Message counts, also those that went out from us alone. A director who was put on our mailing
list, and never answered or met anybody, is rung cold the day after, although the rule answers for NeverCold.
"""

import attrs

from callrules import Because, Contact, History, Message, Reason, Role, SeekIntroduction, hookimpl
from callrules.declared import NeverCold


@attrs.frozen
class Acquainted:
    """Does this decision maker know us?"""

    name = "cold_decision_makers"
    declares = (NeverCold(),)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> SeekIntroduction | None:
        if reason is None or contact.role is not Role.DECISION_MAKER:
            return None
        if reason.name in ("promise", "returned_call"):
            return None
        if history.is_two_way or history.introductions or history.of(Message) or history.bought_at:
            return None
        says = "a decision maker who does not know us: ask somebody for an introduction first"
        return SeekIntroduction(because=(Because(rule=self.name, code="cold", says=says),))


POLICY = Acquainted()
