"""A wrapper for our telephone app: the house rules as they are, asked by people who press buttons.

WRONG (promises): `can_promise` takes `asked_by` and forgets it, so that the playbook always hears that the customer asked. The
rep proposes Sunday at eight in the evening, the app says yes, the customer writes it down; but as a promise of ours alone it
gives way to hours and holidays, and the gate is closed when they wait. Steps and gate are right; only this answer is wrong.
"""

import datetime as dt

from callrules import Contact, Explanation, Finding, History, Party, Playbook, Script, Sender, Step, Verdict


class TelephoneApp:
    """What do the buttons say?"""

    def __init__(self) -> None:
        self.playbook = Playbook()
        self.rules = self.playbook.rules
        self.fingerprint = f"app-{self.playbook.fingerprint}"

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook.next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, history, at, number=number)

    def can_promise(
        self,
        contact: Contact,
        history: History,
        due: dt.date,
        *,
        number: str | None = None,
        asked_by: Party | str = Party.THEM,
    ) -> Verdict:
        return self.playbook.can_promise(contact, history, due, number=number)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        return self.playbook.explain(contact, history, now)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        return self.playbook.priority(contact, history, step, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.playbook.script(contact, history, step, sender)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        return self.playbook.lint(text, kind=kind, language=language)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        return self.playbook.untruths(text, contact, history, now, sender)


POLICY = TelephoneApp()
