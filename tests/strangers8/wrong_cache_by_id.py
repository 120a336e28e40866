"""The house rules behind a cache, for the list in the CRM is drawn a thousand times an hour.

WRONG (policy, cache): answers are kept by the contact's id and the history. When the card changes and nothing else does
(another number, hours that they told us, another zone, an account that said no), the old answer comes again: somebody
who just said "evenings only" is called at ten, for the gate is kept in the same way.
"""

import datetime as dt

import attrs

from callrules import Contact, Explanation, History, Party, Playbook, Rest, Step, Verdict


@attrs.define(eq=False)
class CacheById:
    """Answers from a cache while they stand."""

    playbook: Playbook = Playbook()
    steps: dict[tuple[str, History], tuple[dt.datetime, Step]] = attrs.field(factory=dict, eq=False, repr=False)
    gates: dict[tuple[str, History, dt.datetime, str | None], Verdict] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def rules(self) -> tuple[object, ...]:
        return tuple(self.playbook.rules)

    @property
    def fingerprint(self) -> str:
        return self.playbook.fingerprint

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        key = (contact.id, history)
        if key in self.steps:
            asked, step = self.steps[key]
            stands = step.at is None or now < step.at or (now == step.at and not isinstance(step, Rest))
            if asked <= now and stands:
                return step
        step = self.playbook.next_step(contact, history, now)
        self.steps[key] = (now, step)
        return step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        key = (contact.id, history, at, number)
        if key not in self.gates:
            self.gates[key] = self.playbook.may_call(contact, history, at, number=number)
        return self.gates[key]

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


POLICY = CacheById()
