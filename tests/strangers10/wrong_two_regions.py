"""Keep to two calls a week in America, where customers are rung by everybody, and to the house rules elsewhere.

WRONG (policy): the next step goes by the region on the card, the last gate by the number that is dialled. An American
with a British mobile is let through at the gate when American rules say wait, and who has +1 and no region waits at
the gate for a call that the list says is due.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Playbook, Step, Verdict
from callrules.rules import Caps


@attrs.frozen
class TwoRegions:
    """Which of two playbooks answers?"""

    america: Playbook = Playbook().with_rules(Caps(in_7_days=2, in_30_days=4))
    elsewhere: Playbook = Playbook()

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        in_america = (contact.region or "").startswith("US")
        return (self.america if in_america else self.elsewhere).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        in_america = (number or "").startswith("+1")
        return (self.america if in_america else self.elsewhere).may_call(contact, history, at, number=number)


POLICY = TwoRegions()
