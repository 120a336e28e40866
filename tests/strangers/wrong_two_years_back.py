"""Our data protection people want nothing used that is older than two years, so we decide by the last two."""

import datetime as dt

from callrules import Contact, History, Playbook, Step, Verdict

HOUSE = Playbook()
TWO_YEARS = dt.timedelta(days=730)


class TwoYearsBack:
    """A wrapper: the house, shown what happened in the last two years."""

    rules = HOUSE.rules

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return HOUSE.next_step(contact, self.recent(history, now), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return HOUSE.may_call(contact, self.recent(history, at), at, number=number)

    def recent(self, history: History, now: dt.datetime) -> History:
        return History(each for each in history.entries if each.at > now - TWO_YEARS)


POLICY = TwoYearsBack()
