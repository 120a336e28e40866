"""Service contracts: they told us the day on which theirs is up for renewal. Ring from sixty days before it on.

Decent: rests on a date that they told us, never due before they told it, and over two weeks ahead of the day.
"""

import datetime as dt

import attrs

from callrules import History, KeyDate, Reason, hookimpl, parameter


@attrs.frozen
class Renewal:
    """Is a contract of theirs up for renewal?"""

    name = "renewal"
    declares = ()
    only_with = (KeyDate,)
    opens: int = parameter(60, says="days before it from which we ring", source="contracts", least=30)
    closes: int = parameter(14, says="days before it from which it is too late", source="contracts", least=1)

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        calendar, told = history.calendar, {}
        for fact in history.of(KeyDate):
            if not fact.yearly and "renewal" in fact.what.casefold():
                day = calendar.day(fact.on) if isinstance(fact.on, dt.datetime) else fact.on
                told[day] = min(fact.at, told.get(day, fact.at))
        found = []
        for day, since in sorted(told.items()):
            due = max(since, calendar.starts(day - dt.timedelta(days=self.opens)))
            ends = calendar.starts(day - dt.timedelta(days=self.closes))
            if due < ends:
                says = f"their contract is up for renewal on {day:%d %b %Y}"
                found.append(Reason(name="renewal", due=due, expires=ends, about=f"renewal {day}", says=says))
        return found


POLICY = Renewal()
