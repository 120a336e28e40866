"""Two trades, one desk: businesses are rung by a slow playbook, households by the house's own.

Decent: whichever answers the step answers the gate too, and the slow one is stricter than the house in each number.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Playbook, Script, Sender, Step, Verdict
from callrules.declared import Dated
from callrules.rules import Caps, Pace, Persistence

SLOW = Playbook().with_rules(
    Pace(days_between=(3, 4, 6), least_hours=48, busy_hours=20),
    Caps(in_7_days=2, in_30_days=4),
    Persistence(most=4, most_without_a_talk=8, revisit_days=120, then_months=6),
)


@attrs.frozen
class WardsAndHomes:
    """Which of two playbooks is theirs?"""

    declares = (Dated(),)
    wards: Playbook = SLOW
    homes: Playbook = attrs.field(factory=Playbook)

    def theirs(self, contact: Contact) -> Playbook:
        return self.wards if contact.business else self.homes

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.theirs(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.theirs(contact).may_call(contact, history, at, number=number)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.theirs(contact).script(contact, history, step, sender)


POLICY = WardsAndHomes()
