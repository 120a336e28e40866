"""People answer their mobiles: whatever number the playbook names, the step names the mobile where there is one.

WRONG (numbers): it looks at `OptOut`s and wrong numbers of the person's own only. A mobile that rests, on which somebody else of the
family said stop, or on which they said "do not call" in a call of ours, stands on the list as the number to ring.
"""

import datetime as dt

import attrs

from callrules import Call, Contact, Disposition, History, Line, OptOut, Playbook, Step, Verdict


class MobileFirst:
    """The house, on mobiles."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook
        self.rules = playbook.rules

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        step = self.playbook.next_step(contact, history, now)
        if not isinstance(step, Call) or step.number is None:
            return step
        mobile = self.mobile(contact, history)
        return attrs.evolve(step, number=mobile) if mobile else step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, history, at, number=number)

    def mobile(self, contact: Contact, history: History) -> str | None:
        refused = {each.number for each in history.of(OptOut)}
        wrong = {each.number for each in history.attempts if each.disposition is Disposition.WRONG_NUMBER}
        for phone in contact.phones:
            if phone.line is Line.MOBILE and phone.number not in refused | wrong:
                return phone.number
        return None


POLICY = MobileFirst(Playbook())
