"""Two brands, one call centre: firms are called by one playbook, households by another.

WRONG (whole policy): `may_call` hands the contact on and forgets the number. A rep who asks about the number in front
of them gets the answer for another one, and rings a line on which somebody said stop, or one that is dead.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, History, Party, Playbook, Step, Verdict
from callrules.declared import POLITE, Cap
from callrules.rules import Caps


@attrs.frozen
class Brands:
    """Which brand looks after them?"""

    households: Playbook = attrs.field(factory=Playbook)
    firms: Playbook = attrs.field(factory=lambda: Playbook().with_rules(Caps(in_7_days=2, in_30_days=4)))
    declares = (Cap(most=3, days=7, lifted_by=POLITE), Cap(most=6, days=30, lifted_by=POLITE))

    def of(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.households

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.of(contact).may_call(contact, history, at)

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

    @property
    def fingerprint(self) -> str:
        return f"{self.households.fingerprint} {self.firms.fingerprint}"


POLICY = Brands()
