"""Service: on the morning before a technician's visit, ring and confirm it, so that nobody drives in vain.

WRONG (appointment, truth): what was called off still lies among the commitments; who cancelled the visit is rung
on the day before it "to confirm it", as if nobody had listened.
"""

import datetime as dt

import attrs

from callrules import Commitment, History, Kind, Reason, hookimpl

DAY = dt.timedelta(days=1)


@attrs.frozen
class VisitConfirmed:
    """Do we come to see them tomorrow?"""

    name = "visit_confirmed"
    declares = ()
    from_hour: dt.time = dt.time(9)

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        visits = [each for each in history.of(Commitment) if each.kind is Kind.MEET and each.due is not None]
        days = {self.day_of(history, each): each for each in visits}
        found = []
        for day, visit in sorted(days.items(), key=lambda each: each[0]):
            due, ends = history.calendar.wall(day - DAY, self.from_hour), history.calendar.starts(day)
            if visit.at < due < ends:
                says = f"we come to see them on {day:%d %b %Y}: confirm it"
                found.append(Reason(name="confirm_visit", due=due, expires=ends, about=f"visit {day}", says=says))
        return found

    def day_of(self, history: History, visit: Commitment) -> dt.date:
        due = visit.due
        return history.calendar.day(due) if isinstance(due, dt.datetime) else due


POLICY = VisitConfirmed()
