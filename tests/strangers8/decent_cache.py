"""The house rules behind a cache, for the list in the CRM is drawn a thousand times an hour.

Decent: an answer is kept by the whole card and the whole history, and only for moments between that at which it was
asked and its own (a rest until just before it), where the docs promise that it is the same. The gate is never kept.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, Finding, History, Party, Playbook, Rest, Script, Sender, Step, Verdict


@attrs.define(eq=False)
class Cached:
    """Answers from a cache exactly while they stand."""

    playbook: Playbook = Playbook()
    most: int = 10_000
    kept: dict[tuple[Contact, History], tuple[dt.datetime, Step]] = attrs.field(factory=dict, repr=False)

    @property
    def rules(self) -> tuple[object, ...]:
        return tuple(self.playbook.rules)

    @property
    def fingerprint(self) -> str:
        return self.playbook.fingerprint

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        asked, step = self.kept.get((contact, history), (None, None))
        if asked is not None and step is not None and asked <= now and self.stands(step, now):
            return step
        answer = self.playbook.next_step(contact, history, now)
        if len(self.kept) >= self.most:
            self.kept.clear()
        self.kept[contact, history] = (now, answer)
        return answer

    def stands(self, step: Step, now: dt.datetime) -> bool:
        return step.at is None or now < step.at or (now == step.at and not isinstance(step, Rest))

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


POLICY = Cached()
