"""One desk rings firms, the other rings people at home; each has its own playbook.

Decent: two answers to one question would be wrong, but who answers hangs on the card alone, and whatever is asked
about somebody goes to the same playbook. It shows no rules, and declares the milder caps, which hold whoever answers.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, Finding, History, Party, Playbook, Script, Sender, Step, Verdict
from callrules.declared import POLITE, Cap
from callrules.rules import Caps, Hours


@attrs.frozen
class TwoDesks:
    """A playbook for firms, and one for everybody else."""

    firms: Playbook = Playbook().with_rules(Caps(in_7_days=2), Hours(business_closes=dt.time(17)))
    people: Playbook = Playbook()
    declares = (Cap(most=3, days=7, lifted_by=POLITE), Cap(most=6, days=30, lifted_by=POLITE))

    def desk(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.people

    @property
    def fingerprint(self) -> str:
        return f"{self.firms.fingerprint} {self.people.fingerprint}"

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.desk(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.desk(contact).may_call(contact, history, at, number=number)

    def can_promise(
        self,
        contact: Contact,
        history: History,
        due: dt.date,
        *,
        number: str | None = None,
        asked_by: Party | str = Party.THEM,
    ) -> Verdict:
        return self.desk(contact).can_promise(contact, history, due, number=number, asked_by=asked_by)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        return self.desk(contact).explain(contact, history, now)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        return self.desk(contact).priority(contact, history, step, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.desk(contact).script(contact, history, step, sender)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        return self.desk(contact).untruths(text, contact, history, now, sender)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        return self.firms.lint(text, kind=kind, language=language)


POLICY = TwoDesks()
