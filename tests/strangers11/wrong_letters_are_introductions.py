"""Who decides is never rung cold: a letter of ours comes first, so that they know who we are.

WRONG (cold calls): a letter that they never asked for and never answered is no introduction. The director who threw it
away is rung by strangers all the same, and decision makers rarely give a second chance.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Prepare, Reason, SeekIntroduction, Write, hookimpl
from callrules.declared import NeverCold
from callrules.rules import ColdDecisionMakers


@attrs.frozen
class LettersAreIntroductions:
    """Is this a decision maker who has never heard of us?"""

    name = "cold_decision_makers"
    declares = (NeverCold(),)

    house: ColdDecisionMakers = attrs.field(factory=ColdDecisionMakers)

    @hookimpl
    def before(
        self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime
    ) -> Write | Prepare | SeekIntroduction | None:
        """What the house asks for, unless something of ours has reached them in writing."""
        if history.written:
            return None
        return self.house.before(contact=contact, history=history, reason=reason, at=at)


POLICY = LettersAreIntroductions()
