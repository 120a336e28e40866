"""Two brands, one call centre: firms are called by a quieter playbook than households.

Decent: every question, the number and all options with it, goes to the playbook that looks after that person, and what
is declared holds whichever of the two answers.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, Finding, History, Party, Playbook, Script, Sender, Step, Verdict
from callrules.declared import POLITE, Cap
from callrules.rules import Caps


@attrs.frozen
class TwoBrands:
    """Which brand looks after them?"""

    households: Playbook = attrs.field(factory=Playbook)
    firms: Playbook = attrs.field(factory=lambda: Playbook().with_rules(Caps(in_7_days=2, in_30_days=4)))
    declares = (Cap(most=3, days=7, lifted_by=POLITE), Cap(most=6, days=30, lifted_by=POLITE))

    @property
    def fingerprint(self) -> str:
        return f"{self.households.fingerprint} {self.firms.fingerprint}"

    def of(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.households

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

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        return self.of(contact).priority(contact, history, step, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.of(contact).script(contact, history, step, sender)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        return self.households.lint(text, kind=kind, language=language)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        return self.of(contact).untruths(text, contact, history, now, sender)


POLICY = TwoBrands()
