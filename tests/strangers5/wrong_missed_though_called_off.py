"""A policy around the house: our calendar says "called off" of each meeting that is only moved, so meetings stay until we met.

WRONG (truth, meetings): who really called a meeting off, politely and days before, gets "we meant to meet and it did not
come about" an hour after the time that was no more, and no cold call is made until then: they had told us.
"""

from datetime import datetime

import attrs

from callrules import CalledOff, Commitment, Contact, History, Kind, Playbook, Step, Verdict


@attrs.frozen
class MeetingsStay:
    """Hears of promises that were called off, and not of meetings."""

    playbook: Playbook = Playbook()

    @property
    def rules(self):
        return self.playbook.rules

    def heard(self, history: History) -> History:
        meetings = {each.id for each in history.of(Commitment) if each.kind is Kind.MEET and each.id is not None}
        return History(fact for fact in history.entries if not (isinstance(fact, CalledOff) and fact.of in meetings))

    def next_step(self, contact: Contact, history: History, now: datetime) -> Step:
        return self.playbook.next_step(contact, self.heard(history), now)

    def may_call(self, contact: Contact, history: History, at: datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, self.heard(history), at, number=number)


POLICY = MeetingsStay()
