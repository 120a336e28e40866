"""For the call to somebody who stopped buying, the agenda of our claims desk: listen, by the say that they have.

Decent: it sells nothing and promises nothing, asks other questions of people who decide than of others, and
leaves every other call, and all words besides the agenda, to the house.
"""

import attrs

from callrules import Agenda, Ask, Contact, Reason, Role, hookimpl

DECIDES = Ask("What would have to be different for you?", "what_to_change")
USES = Ask("Who else on your side should we hear about it?", "who_else")


@attrs.frozen
class ListeningAgenda:
    """What do we want to learn from somebody who stopped buying?"""

    name = "listening_agenda"
    declares = ()

    @hookimpl
    def agenda(self, contact: Contact, reason: Reason) -> Agenda | None:
        if reason.name != "lapsed_customer":
            return None
        return Agenda(
            objective="Hear why they stopped, in their own words.",
            asks=(
                Ask("What was missing the last time?", "what_was_missing"),
                DECIDES if contact.role is Role.DECISION_MAKER else USES,
            ),
            outcome="We know why they stopped.",
            path=("Ask what was missing.", "Listen, and do not defend yourself.", "Thank them for it."),
        )


POLICY = ListeningAgenda()
