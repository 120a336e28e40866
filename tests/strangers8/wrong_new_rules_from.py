"""The old rules until the end of March, the new ones from April on: one switch, and nobody has to deploy at midnight.

WRONG (policy): each question is answered by the playbook of its own moment, as if the switch never came. In March the
old rules say "rest, until something happens" about a competitor's customer, so a host that sleeps as it was told never
wakes for those whom the new rules call in April; other steps, too, change before their own moment.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, History, Party, Playbook, Step, Verdict
from callrules.declared import POLITE, Cap, Dated
from callrules.rules import Caps


@attrs.frozen
class NewRulesFrom:
    """Which rules are in force?"""

    old: Playbook
    new: Playbook
    switch: dt.datetime
    declares = (Cap(most=3, days=7, lifted_by=POLITE), Dated())

    @property
    def fingerprint(self) -> str:
        return f"{self.old.fingerprint} {self.new.fingerprint} {self.switch.isoformat()}"

    def in_force(self, at: dt.datetime) -> Playbook:
        return self.old if at < self.switch else self.new

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.in_force(now).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.in_force(at).may_call(contact, history, at, number=number)

    def can_promise(
        self,
        contact: Contact,
        history: History,
        due: dt.date,
        *,
        number: str | None = None,
        asked_by: Party | str = Party.THEM,
    ) -> Verdict:
        day = due.date() if isinstance(due, dt.datetime) else due
        rules = self.old if day < self.switch.date() else self.new
        return rules.can_promise(contact, history, due, number=number, asked_by=asked_by)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        return self.in_force(now).explain(contact, history, now)


POLICY = NewRulesFrom(
    old=Playbook().without("competitors_customers", "prospects").with_rules(Caps(in_7_days=2, in_30_days=4)),
    new=Playbook(),
    switch=dt.datetime(2026, 4, 1, tzinfo=dt.UTC),
)
