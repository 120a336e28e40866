"""Everybody keeps their own promises: what a colleague promised to a customer of mine is not on my list.

WRONG (colleagues): there is one next step for each customer, and no other list on which the colleague's promise stands.
A stand-in takes the call, says "we will ring you on Thursday at two", and on Thursday at two nobody does.
"""

import attrs

from callrules import Contact, History, Reason, hookimpl
from callrules.declared import KeepsPromises
from callrules.rules import PromisedCalls


@attrs.frozen
class OwnPromises:
    """Did whoever looks after them promise to call, and when?"""

    name = "promised_calls"
    declares = (KeepsPromises(),)

    house: PromisedCalls = attrs.field(factory=PromisedCalls)

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> list[Reason]:
        """The promised calls of the house, less those of colleagues."""
        given = self.house.reasons(history=history)
        promised = [given] if isinstance(given, Reason) else list(given or ())
        reps = {each.key: each.rep for each in (*history.calls, *history.commitments)}
        return [each for each in promised if self.is_own(contact, reps.get(each.about))]

    def is_own(self, contact: Contact, rep: str | None) -> bool:
        """Whether it is the promise of the owner, or nobody knows whose."""
        return rep is None or contact.owner is None or rep == contact.owner


POLICY = OwnPromises()
