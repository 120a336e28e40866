"""The field team (Rita, Tom) rings in the afternoon and seldom, the inside team as the house does; each contact belongs to one.

WRONG (says because of what, untruly): every answer goes by the contact's owner, but `explain` goes by the rep who rang last.
Once a stand-in of the other team rang, the page "why" shows the other team's rules: "call now" where the step says that they
rest and the gate is closed. Who works by that page rings a customer too often, or leaves a due call.
"""

import datetime as dt

from callrules import Contact, Explanation, Finding, History, Party, Playbook, Script, Sender, Step, Verdict
from callrules.declared import POLITE, Cap
from callrules.rules import Caps, Hours

FIELD = frozenset({"rita", "tom"})


class TwoTeams:
    """Whose contact is it?"""

    declares = (Cap(most=3, days=7, lifted_by=POLITE), Cap(most=6, days=30, lifted_by=POLITE))

    def __init__(self) -> None:
        self.inside = Playbook()
        afternoons = Hours(opens=dt.time(13), closes=dt.time(19))
        self.field = Playbook().with_rules(afternoons, Caps(in_7_days=1, in_30_days=3))
        self.fingerprint = f"{self.inside.fingerprint}-{self.field.fingerprint}"

    def team(self, rep: str | None) -> Playbook:
        return self.field if rep in FIELD else self.inside

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.team(contact.owner).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.team(contact.owner).may_call(contact, history, at, number=number)

    def can_promise(
        self,
        contact: Contact,
        history: History,
        due: dt.date,
        *,
        number: str | None = None,
        asked_by: Party | str = Party.THEM,
    ) -> Verdict:
        return self.team(contact.owner).can_promise(contact, history, due, number=number, asked_by=asked_by)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        rep = next((each.rep for each in reversed(history.attempts) if each.rep), contact.owner)
        return self.team(rep).explain(contact, history, now)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        return self.team(contact.owner).priority(contact, history, step, now)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.team(contact.owner).script(contact, history, step, sender)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        return self.inside.lint(text, kind=kind, language=language)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        return self.team(contact.owner).untruths(text, contact, history, now, sender)


POLICY = TwoTeams()
