"""Ring firms until five and twice a week at most, and people in their own name by the house rules.

Decent: two playbooks answer, but every question about one contact goes to the same one, chosen by the card alone; it
shows no rules, because neither playbook's numbers hold for both, and declares the milder cap, which does.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, History, Party, Playbook, Script, Sender, Step, Verdict
from callrules.declared import POLITE, Cap
from callrules.rules import Caps, Hours


@attrs.frozen
class FirmsAndPeople:
    """Which playbook is this one's?"""

    firms: Playbook = Playbook().with_rules(Hours(business_closes=dt.time(17)), Caps(in_7_days=2, in_30_days=4))
    people: Playbook = Playbook()
    declares = (Cap(most=3, days=7, lifted_by=POLITE),)

    def of(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.people

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.of(contact).may_call(contact, history, at, number=number)

    def can_promise(
        self,
        contact: Contact,
        history: History,
        due: dt.date,
        *,
        number: str | None = None,
        asked_by: Party | str = Party.THEM,
    ) -> Verdict:
        return self.of(contact).can_promise(contact, history, due, number=number, asked_by=asked_by)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        return self.of(contact).explain(contact, history, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.of(contact).script(contact, history, step, sender)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        return self.of(contact).priority(contact, history, step, now)


POLICY = FirmsAndPeople()
