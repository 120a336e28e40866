"""Who tells us twice in a year that they are not interested has said no, and who decides need say it only once.

WRONG (calendars): a year runs from January to December here. "Not interested" in November and again in January is never
counted together, so somebody who said no twice in two months is rung a third time, and perhaps a fourth.
"""

from itertools import pairwise

import attrs

from callrules import Contact, History, Role, Stop, hookimpl
from callrules.declared import TakesNo


@attrs.frozen
class NoesOfAYear:
    """Have they said no twice in a year?"""

    name = "refusals"
    declares = (TakesNo(times=2, decision_maker_times=1, within_months=12),)

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        """A ground since the second no of a year, or the first of a decision maker."""
        back = [each for each in (history.came_back, history.asked_for_a_call) if each is not None]
        noes = [each for each in history.noes if all(each > since for since in back)]
        if contact.role is Role.DECISION_MAKER:
            enough = noes
        else:
            local = history.calendar.local
            enough = [second for first, second in pairwise(noes) if local(first).year == local(second).year]
        if not enough:
            return None
        return Stop(grounds="not_interested", since=enough[0], says="they are not interested, and said so", firm=True)


POLICY = NoesOfAYear()
