"""In February everybody who bought from us is rung about the new price list of the year.

WRONG (purity): the year is read from the clock when the module is imported. A service that runs over New Year rings nobody
the next February until somebody restarts it; two servers, started on both sides of New Year, give two answers about the
same customer; and a book that is replayed gets this year's reasons. `Dated()` says that it hangs on dates, not on today.
"""

import datetime as dt

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl
from callrules.declared import Dated

THIS_YEAR = dt.date.today().year


@attrs.frozen
class PriceList:
    """Is there a new price list that concerns them?"""

    name = "price_list"
    declares = (Dated(),)
    only_with = (Purchase, Outcome.ORDER)
    year: int = THIS_YEAR

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        february = history.calendar.starts(dt.date(self.year, 2, 1))
        if not any(bought < february for bought in history.bought_at):
            return None
        return Reason(
            name="price_list",
            due=february,
            expires=history.calendar.starts(dt.date(self.year, 3, 1)),
            about=f"price list {self.year}",
            says=f"the price list of {self.year} is out",
        )


POLICY = PriceList()
