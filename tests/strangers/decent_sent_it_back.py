"""Who sent our goods back is left alone for half a year, unless they turn to us before that."""

from callrules import History, Stop, hookimpl


class SentItBack:
    """Was the last thing between us that they sent something back?"""

    name = "sent_it_back"
    declares = ()

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = [each for each in history.purchases if each.amount is not None and each.amount < 0]
        if not back or (history.came_back is not None and history.came_back >= back[-1].at):
            return None
        since = back[-1].at
        revisit = history.calendar.add(since, months=6)
        return Stop(grounds="sent_it_back", since=since, says="they sent it back", revisit=revisit)


POLICY = SentItBack()
