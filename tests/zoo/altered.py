"""How a policy is made to differ: a rule in the place of another, or other hands between a playbook and its host."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Step, Verdict


def house_with(*kinds: Callable[[], Any]) -> Callable[[], Playbook]:
    """What makes the house rules with a fresh rule of each of these kinds among them, or in the place of its name."""
    return lambda: Playbook().with_rules(*(kind() for kind in kinds))


@attrs.frozen
class Altered:
    """A playbook in other hands: what it is told and what it answers passes through them. These change nothing."""

    playbook: Playbook = attrs.field(factory=Playbook)

    @property
    def rules(self) -> tuple[Any, ...]:
        """The rules of the playbook, which declare what this policy is held to."""
        return self.playbook.rules

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The playbook's next step, as these hands pass it on."""
        contact, history, now = self.told(contact, history, now)
        return self.answered(self.playbook.next_step(contact, history, now), contact, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """The playbook's last gate, as these hands pass it on."""
        contact, history, at = self.told(contact, history, at)
        return self.judged(self.playbook.may_call(contact, history, at, number=number), contact, at)

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        """What the playbook is told instead."""
        return contact, history, now

    def answered(self, step: Step, _contact: Contact, _now: dt.datetime, /) -> Step:
        """What is answered instead of the playbook's step."""
        return step

    def judged(self, verdict: Verdict, _contact: Contact, _at: dt.datetime, /) -> Verdict:
        """What the last gate answers instead."""
        return verdict
