"""A policy around the house: firms in France and Italy are closed in August, and nobody rings them there.

Decent: only stricter, the same every year (so no Dated), polite to what they named and to who turned to us, and its
`rules` show the guard with what it declares.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Playbook, Reason, Step, Verdict, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides
from callrules.moments import outside


@attrs.frozen
class NobodyInAugust:
    """Is it August where they are?"""

    name = "nobody_in_august"
    waits = "closed in August"
    declares = (Besides(what="no firm in August", lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        augusts = [
            (calendar.starts(dt.date(year, 8, 1)), calendar.starts(dt.date(year, 9, 1)))
            for calendar in possible_calendars(contact, number)
            for year in range(calendar.day(at).year - 1, calendar.day(at).year + 2)
        ]
        return outside(augusts, at, "firms there are closed in August", yields=True)


@attrs.frozen
class AugustFirms:
    """Asks one playbook about firms in France and Italy, another about everybody else."""

    everybody: Playbook = Playbook()
    firms: Playbook = Playbook().with_rules(NobodyInAugust())

    @property
    def rules(self):
        return self.firms.rules

    def chosen(self, contact: Contact) -> Playbook:
        return self.firms if contact.business and (contact.region or "")[:2] in ("FR", "IT") else self.everybody

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.chosen(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.chosen(contact).may_call(contact, history, at, number=number)


POLICY = AugustFirms()
