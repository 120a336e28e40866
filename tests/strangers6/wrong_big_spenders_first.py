"""Who spends more comes sooner on the list: a day of head start for each hundred that they spent and kept.

WRONG (priority; the host): sums of whatever currency are added. A customer in Hanoi or Jakarta who bought for 200,000,000
has a head start of five thousand years, further back than any calendar goes: they stand before everybody else for ever, or
the list of the day breaks for all; from 100,000,000,000 on (a large firm's year in dong) there is no such timedelta either.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Purchase, Step, hookimpl, parameter


@attrs.frozen
class BigSpenders:
    """How much did they spend with us?"""

    name = "big_spenders"
    declares = ()
    only_with = (Purchase,)
    a_day: int = parameter(100, says="spent for a day of head start", source="our sales meeting", least=1)

    @hookimpl
    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> float | None:
        spent = sum(float(each.amount) for each in history.still_bought if each.amount is not None)
        return spent / self.a_day if spent > 0 else None


POLICY = BigSpenders()
