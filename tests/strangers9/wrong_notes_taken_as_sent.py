"""Agents call and write no letters, so the note after a bad call is marketing's business, and the cadence goes on.

WRONG (whole policy): nobody knows whether marketing wrote. A note that is nowhere in the history counts as sent, so
who hung up on us is rung three days later although no word of ours ever reached them.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Playbook, Step, Verdict, Write

AFTER_A_BAD_CALL = frozenset({"after_hang_up", "after_brush_off"})
THREE_DAYS = dt.timedelta(days=3)


@attrs.frozen
class CallCentre:
    """The house, without its letters."""

    playbook: Playbook = attrs.field(factory=Playbook)

    @property
    def rules(self) -> object:
        return self.playbook.rules

    @property
    def fingerprint(self) -> str:
        return f"call centre {self.playbook.fingerprint}"

    def with_note(self, contact: Contact, history: History, now: dt.datetime) -> History:
        """The history with the note that marketing sends."""
        step = self.playbook.next_step(contact, history, now)
        if not isinstance(step, Write) or step.purpose not in AFTER_A_BAD_CALL:
            return history
        if step.since is None or step.since > now:
            return history
        note = attrs.evolve(step.message(at=step.since), promises=(step.since + THREE_DAYS).date())
        return history.add(note)

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook.next_step(contact, self.with_note(contact, history, now), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, self.with_note(contact, history, at), at, number=number)


POLICY = CallCentre()
