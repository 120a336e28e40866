"""Fresh ones first: each day of waiting puts a call three days back."""

import datetime as dt

from callrules import Call, Step, hookimpl


class HotLeadsFirst:
    """Fresh ones first: each day of waiting puts a call three days back.

    WRONG (priority): what it answers grows with the waiting and against it, so whoever waits is overtaken for ever.
    Rulebook F2 (overdue calls vanish from lists), F12 (the rest starves).
    """

    name = "hot_leads_first"
    declares = ()

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> float | None:
        since = step.since if isinstance(step, Call) else None
        return -3.0 * (now - since).days if since else None


POLICY = HotLeadsFirst()
