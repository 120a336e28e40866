"""One year after their first order we ring and say that it has been a good year."""

from callrules import History, Reason, hookimpl


class Anniversaries:
    """Is it a year since they first bought?"""

    name = "anniversaries"
    declares = ()

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        first = history.calendar.local(history.bought_at[0])
        due = first.replace(year=first.year + 1)
        return Reason(name="anniversary", due=due, about=str(due.date()), says="a year since their first order")


POLICY = Anniversaries()
