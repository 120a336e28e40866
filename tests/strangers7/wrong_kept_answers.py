"""A step stands until its moment as long as nothing new happens, so keep it: our list opens in a second.

WRONG (what was entered late): "nothing new" is judged by the moment of the latest fact. A stop of yesterday that is
typed in today leaves that moment as it is, so the kept letter still goes out to them; and a call that was promised
yesterday and typed in today stays unseen until the kept moment, or for ever where there is none.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, Finding, History, Party, Playbook, Script, Sender, Step, Verdict


@attrs.frozen(eq=False)
class KeptAnswers:
    """A playbook that is asked again only when something happened."""

    playbook: Playbook = attrs.field(factory=Playbook)
    kept: dict[tuple[str, dt.datetime | None], Step] = attrs.field(factory=dict, repr=False)

    @property
    def rules(self) -> tuple[object, ...]:
        return tuple(self.playbook.rules)

    @property
    def fingerprint(self) -> str:
        return f"kept {self.playbook.fingerprint}"

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        key = (contact.id, history.latest)
        step = self.kept.get(key)
        if step is None or (step.at is not None and now >= step.at):
            step = self.kept[key] = self.playbook.next_step(contact, history, now)
        return step

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
        return self.playbook.script(contact, history, step, sender)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        return self.playbook.untruths(text, contact, history, now, sender)

    def lint(self, text: str, *, kind: str | None = None, language: str = "en") -> tuple[Finding, ...]:
        return self.playbook.lint(text, kind=kind, language=language)


POLICY = KeptAnswers()
