"""Two playbooks under one roof: firms are rung from ten to four, households in the early evening only.

Decent: a choice by what is on the card and nothing else; both playbooks are the house with other hours; as they keep
public holidays, it is dated.
"""

import datetime as dt

from callrules import Contact, History, Playbook, Step, Verdict
from callrules.declared import Dated
from callrules.rules import Hours


class TwoBooks:
    """Firms by day, households in the evening."""

    declares = (Dated(),)

    def __init__(self) -> None:
        self.firms = Playbook().with_rules(Hours(opens=dt.time(10), closes=dt.time(16), business_closes=dt.time(16)))
        self.households = Playbook().with_rules(
            Hours(opens=dt.time(16), closes=dt.time(20), business_closes=dt.time(20))
        )

    def of(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.households

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.of(contact).may_call(contact, history, at, number=number)


POLICY = TwoBooks()
