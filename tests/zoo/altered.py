"""How a policy is made to differ: a rule in the place of another, or other hands between a playbook and its host."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.playbook import Playbook
from callrules.rules import Hours, Pace
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


class Unseen:
    """A playbook that nobody sees: an object that answers both questions, and shows no rules."""

    def __init__(self, playbook: Playbook | None = None) -> None:
        """The playbook of the house unless told."""
        self.people = playbook or Playbook()

    def of(self, _contact: Contact, /) -> Playbook:
        """The playbook that answers about them."""
        return self.people

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """That playbook's next step."""
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """That playbook's last gate."""
        return self.of(contact).may_call(contact, history, at, number=number)


class TwoDesks(Unseen):
    """Firms are called by a calmer desk than people."""

    def __init__(self) -> None:
        """The house for people; for firms from ten until four, with three days between."""
        super().__init__()
        calmer = Hours(opens=dt.time(10), closes=dt.time(16), business_closes=dt.time(16))
        self.firms = Playbook().with_rules(calmer, Pace(least_hours=72))

    def of(self, contact: Contact, /) -> Playbook:
        """The playbook that answers about them, by the card alone."""
        return self.firms if contact.business else self.people
