"""The late shift works on Saturdays: for households a note after a bad moment names Saturday in place of Friday.

WRONG (a promise in vain): only the note is told of it, the gate is not; who hung up on us reads
"I will call you again on Saturday", and on Saturday the gate lets nobody ring.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Playbook, Script, Sender, Step, Verdict, Write

FRIDAY = 5


@attrs.frozen
class SaturdayShift:
    """The house, with notes that name the day of the shift."""

    playbook: Playbook = attrs.field(factory=Playbook)

    @property
    def rules(self) -> tuple[object, ...]:
        return tuple(self.playbook.rules)

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        step = self.playbook.next_step(contact, history, now)
        if isinstance(step, Write) and step.promises is not None and not contact.business:
            day = step.promises
            if not isinstance(day, dt.datetime) and day.isoweekday() == FRIDAY:
                return attrs.evolve(step, promises=day + dt.timedelta(days=1))
        return step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, history, at, number=number)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        return self.playbook.script(contact, history, step, sender)


POLICY = SaturdayShift()
