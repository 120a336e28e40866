"""Firms are called by a calmer desk than people."""

import datetime as dt

from callrules import Contact, History, Playbook, Step, Verdict
from callrules.rules import Hours, Pace


class TwoDesks:
    """Firms are called by a calmer desk than people.

    DECENT: an object that picks one of two decent playbooks, by the card alone.
    """

    def __init__(self) -> None:
        self.people = Playbook()
        self.firms = Playbook().with_rules(
            Hours(opens=dt.time(10), closes=dt.time(16), business_closes=dt.time(16)), Pace(least_hours=72)
        )

    def of(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.people

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.of(contact).may_call(contact, history, at, number=number)


POLICY = TwoDesks()
