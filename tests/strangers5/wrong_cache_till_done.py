"""A wrapper that spares work: a step that is something to do is kept until something happens; only a rest wakes.

WRONG (determinism, hours): a due call is kept beyond its window, so the list still says "ring" at midnight; and who is
asked about an earlier moment hears the answer of the later one. The last gate, which is not cached, says otherwise.
"""

from datetime import datetime

from callrules import Contact, History, Playbook, Rest, Step, Verdict


class Remembering:
    """A playbook that remembers its last answer about each person."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook
        self.known: dict[str, tuple[Contact, History, Step]] = {}

    @property
    def rules(self):
        return self.playbook.rules

    def next_step(self, contact: Contact, history: History, now: datetime) -> Step:
        if contact.id in self.known:
            card, facts, step = self.known[contact.id]
            if card == contact and facts == history and self.still_holds(step, now):
                return step
        step = self.playbook.next_step(contact, history, now)
        self.known[contact.id] = (contact, history, step)
        return step

    def still_holds(self, step: Step, now: datetime) -> bool:
        if isinstance(step, Rest):
            return step.at is None or now < step.at
        return True

    def may_call(self, contact: Contact, history: History, at: datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, history, at, number=number)


POLICY = Remembering(Playbook())
