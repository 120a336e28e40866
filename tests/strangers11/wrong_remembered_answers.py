"""Our book is large, so an answer that still holds is remembered and not worked out twice.

WRONG (state between questions): an answer is found again by the person and the moment of their latest fact. A dial that
ends in a hang-up, a no of last week that is typed in today, a colleague's call: all leave that moment as it was, so the
rep is told to ring somebody who must not be rung. And the same question has two answers, by what was asked before.
"""

import datetime as dt
from typing import Any

from callrules import Contact, History, Playbook, Rest, Step, Verdict


class RememberedAnswers:
    """The house rules, and what they said before."""

    def __init__(self) -> None:
        self.playbook = Playbook()
        self.rules = self.playbook.rules
        self.kept: dict[tuple[str, dt.datetime | None], tuple[dt.datetime, Step]] = {}

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """What was said before, where it still holds; else what the house says."""
        case = contact.id, history.seen_by(contact).latest
        if case in self.kept:
            asked, step = self.kept[case]
            if asked <= now and self.holds(step, now):
                return step
        step = self.playbook.next_step(contact, history, now)
        self.kept[case] = now, step
        return step

    def holds(self, step: Step, now: dt.datetime) -> bool:
        """Whether a step is still the answer, as the docs promise: up to its moment."""
        if step.at is None:
            return True
        return now < step.at if isinstance(step, Rest) else now <= step.at

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """The last gate is always asked anew."""
        return self.playbook.may_call(contact, history, at, number=number)

    def can_promise(self, contact: Contact, history: History, due: dt.date, **more: Any) -> Verdict:
        """As the house says."""
        return self.playbook.can_promise(contact, history, due, **more)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Any:
        """As the house says."""
        return self.playbook.explain(contact, history, now)


POLICY = RememberedAnswers()
