"""Decision makers are met by introduction; an introduction is good for one piece of business, then we ask for the next.

WRONG (truth, errand): a decision maker who bought from us knows us. After each order we tell the rep that they do not, ask third
parties to introduce us to our own customer; no insight, thanks by phone or care call is made meanwhile.
"""

import datetime as dt

from callrules import Because, Contact, History, Introduction, Reason, Role, SeekIntroduction, hookimpl


class IntroducedAnew:
    """Has somebody introduced us for this piece of business?"""

    name = "introduced_anew"
    declares = ()

    @hookimpl
    def before(
        self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime
    ) -> SeekIntroduction | None:
        if reason is None or contact.role is not Role.DECISION_MAKER:
            return None
        if not history.bought_at:
            return None  # the house's own rule about cold decision makers sees to them
        since = history.bought_at[-1]
        if any(each.at >= since for each in history.of(Introduction)):
            return None
        why = Because(
            "introduced_anew",
            "introduced_anew",
            "a decision maker who does not know us yet: ask somebody for an introduction first",
        )
        return SeekIntroduction(since=since, because=(why,))


POLICY = IntroducedAnew()
