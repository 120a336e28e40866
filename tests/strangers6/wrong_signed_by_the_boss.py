"""A wrapper: notes and goodbyes go out over the name of the head of sales, for that is more polite.

WRONG (truth of words): the notes speak of the writer's own deeds: "I rang you on Tuesday at a bad moment, I will call you again
on Friday". Rita never rang them, and it is not she who will. And its `untruths` asks once more in her name, so that whatever
is true of her (her name, her number, her address) passes in the mouth of every rep, and no gate notices.
"""

import datetime as dt

from callrules import (
    Contact,
    Explanation,
    Finding,
    History,
    Party,
    Playbook,
    Script,
    Sender,
    Step,
    Verdict,
    WalkAway,
    Write,
)


class SignedByTheBoss:
    """Who signs?"""

    def __init__(self) -> None:
        self.playbook = Playbook()
        self.rules = self.playbook.rules
        self.fingerprint = f"boss-{self.playbook.fingerprint}"
        self.boss = Sender(name="Rita Moor", company="Acme", number="+33155500199", email="rita@example.com")

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
        return self.playbook.can_promise(contact, history, due, number=number, asked_by=asked_by)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        return self.playbook.explain(contact, history, now)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        return self.playbook.priority(contact, history, step, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        signs = self.boss if isinstance(step, Write | WalkAway) else sender
        return self.playbook.script(contact, history, step, signs)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        return self.playbook.lint(text, kind=kind, language=language)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        found = self.playbook.untruths(text, contact, history, now, sender)
        return found and self.playbook.untruths(text, contact, history, now, self.boss)


POLICY = SignedByTheBoss()
