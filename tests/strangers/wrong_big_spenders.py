"""Who has spent more than 5,000 with us may be rung as often as it takes: they expect to be looked after."""

import datetime as dt
from decimal import Decimal

from callrules import Contact, History, Playbook, Step, Verdict
from callrules.rules import Caps, Pace

HOUSE = Playbook()
KEEN = HOUSE.with_rules(Caps(in_7_days=21, in_30_days=90), Pace(days_between=(0,), least_hours=2, busy_hours=1))


class BigSpenders:
    """A wrapper: one playbook for big spenders, the house for everybody else."""

    rules = HOUSE.rules

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook(history).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook(history).may_call(contact, history, at, number=number)

    def playbook(self, history: History) -> Playbook:
        spent = sum((each.amount for each in history.purchases if each.amount is not None), Decimal(0))
        return KEEN if spent > 5000 else HOUSE


POLICY = BigSpenders()
