"""Take a no of a prospect for an answer, but not of a subscriber, who only turned down one more product.

WRONG (wrapped house rule): in the place of `refusals`, it is silent about everybody who ever bought. A customer who
says "not interested" again and again is rung again after each note and rest, as if nothing had been said.
"""

from collections.abc import Iterable

import attrs

from callrules import Contact, History, Stop, hookimpl
from callrules.rules import Refusals


@attrs.frozen
class ProspectsRefusals:
    """Has somebody who never bought said no?"""

    name = "refusals"
    house: Refusals = Refusals()

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | Iterable[Stop] | None:
        if history.bought_at:
            return None
        return self.house.walk_away(contact, history)


POLICY = ProspectsRefusals()
