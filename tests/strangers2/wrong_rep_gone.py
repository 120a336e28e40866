"""The house, less the promises of reps who no longer look after somebody."""

import datetime as dt

from callrules import Commitment, Contact, Fact, History, Party, Playbook, Step, Verdict


class RepGone:
    """The house, less the promises of reps who no longer look after somebody.

    WRONG (two facts: the rep of a promise, the owner of a card): when an account is handed over, what the former rep
    promised is forgotten. Rulebook B1, and F12: an absent rep's promises are nobody's.
    """

    def __init__(self) -> None:
        self.playbook = Playbook()
        self.rules = self.playbook.rules

    def ours(self, contact: Contact, history: History) -> History:
        def counts(fact: Fact) -> bool:
            if not isinstance(fact, Commitment) or fact.by is not Party.US:
                return True
            return not fact.rep or not contact.owner or fact.rep == contact.owner

        return History(fact for fact in history.entries if counts(fact))

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook.next_step(contact, self.ours(contact, history), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, self.ours(contact, history), at, number=number)


POLICY = RepGone()
