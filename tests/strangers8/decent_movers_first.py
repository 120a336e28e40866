"""In a firm we first ring those who move the decision most, by the map of who moves whom.

Decent: five days of head start at most, the same as long as the map is the same, so nobody is put back for waiting and
nobody is rung who would not be rung anyway. That it hangs on who somebody is stands in its declares.
"""

import attrs

from callrules import Contact, hookimpl
from callrules.declared import Sampled
from callrules.influence import Influence, InfluenceMap, Person


@attrs.frozen
class MoversFirst:
    """How much of the decision do they move?"""

    name = "movers_first"
    declares = (Sampled(),)
    influence: InfluenceMap
    days: float = 5.0

    @hookimpl
    def priority(self, contact: Contact) -> float | None:
        for ranked in self.influence.ranking():
            if ranked.person.id == contact.id:
                return self.days * min(1.0, float(ranked.weight))
        return None


HALDEN = InfluenceMap(
    account="halden",
    people=[Person(id="ben"), Person(id="cleo"), Person(id="dora", role="decision_maker")],
    influences=[
        Influence(who="ben", whom="cleo", strength=0.9, why="keeps her files"),
        Influence(who="cleo", whom="dora", strength=0.8, why="signs the claims"),
    ],
)

POLICY = MoversFirst(influence=HALDEN)
