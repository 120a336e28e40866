"""Firms and households are called by two playbooks: firms at a slower pace, households from ten to seven only."""

import datetime as dt
from typing import Any

import attrs

from callrules import Contact, Explanation, Finding, History, Playbook, Script, Sender, Step, Verdict
from callrules.declared import POLITE, Cap, Gap
from callrules.rules import Hours, Pace, Persistence


@attrs.frozen
class TwoBooks:
    """Two playbooks, and which of them answers hangs on the card alone."""

    firms: Playbook = Playbook().with_rules(Pace(days_between=(3, 4, 5, 7, 9), least_hours=24))
    households: Playbook = Playbook().with_rules(Hours(opens=dt.time(10), closes=dt.time(19)), Persistence(most=4))

    @property
    def declares(self) -> tuple[Cap | Gap, ...]:
        """What holds whoever answers."""
        return (
            Cap(most=3, days=7, lifted_by=POLITE),
            Cap(most=6, days=30, lifted_by=POLITE),
            Gap(hours=20, busy_hours=4, lifted_by=POLITE),
        )

    @property
    def fingerprint(self) -> str:
        """Another one as soon as either playbook is another."""
        return f"{self.firms.fingerprint}-{self.households.fingerprint}"

    def of(self, contact: Contact) -> Playbook:
        """The playbook that answers for this contact."""
        return self.firms if contact.business else self.households

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The next step, by the playbook of the contact."""
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """The last gate of the same playbook."""
        return self.of(contact).may_call(contact, history, at, number=number)

    def can_promise(self, contact: Contact, history: History, due: dt.date, **more: Any) -> Verdict:
        """Whether that playbook could keep it."""
        return self.of(contact).can_promise(contact, history, due, **more)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        """What its rules say."""
        return self.of(contact).explain(contact, history, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        """Its words."""
        return self.of(contact).script(contact, history, step, sender)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        """What of these words no fact says."""
        return self.of(contact).untruths(text, contact, history, now, sender)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        """What is wrong with these words; both playbooks have the same manners."""
        return self.firms.lint(text, kind=kind, language=language)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        """Whose turn it is."""
        return self.of(contact).priority(contact, history, step, now)


POLICY = TwoBooks()
