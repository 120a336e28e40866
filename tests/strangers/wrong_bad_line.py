"""A call that ended within ten seconds was a bad line and no hang-up: ring them straight back."""

import datetime as dt

import attrs

from callrules import CallAttempt, Contact, Disposition, Fact, History, Playbook, Step, Verdict

HOUSE = Playbook()


class BadLine:
    """A wrapper: the house, told that the shortest hang-ups were technical faults."""

    rules = HOUSE.rules

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return HOUSE.next_step(contact, self.as_it_was(history), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return HOUSE.may_call(contact, self.as_it_was(history), at, number=number)

    def as_it_was(self, history: History) -> History:
        return History(self.told(each) for each in history.entries)

    def told(self, fact: Fact) -> Fact:
        if not isinstance(fact, CallAttempt) or fact.disposition is not Disposition.HUNG_UP:
            return fact
        if fact.duration is None or fact.duration >= 10:
            return fact
        return attrs.evolve(fact, disposition=Disposition.TECHNICAL)


POLICY = BadLine()
