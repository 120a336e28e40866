"""Broken policies: rules that depend on their neighbours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs

from callrules import gate
from callrules.asking import Asked
from callrules.choosing import choose
from callrules.contact import Contact
from callrules.fitness import name_of
from callrules.history import History
from callrules.playbook import Playbook
from callrules.rules import HOUSE_RULES
from callrules.step import Call, Step, Verdict
from callrules.testing.zoo.specimens import Specimen

HOUSE = frozenset(name_of(rule) for rule in HOUSE_RULES)


class _Own(Playbook):
    """A playbook of its own kind, which stays so with other rules."""

    def with_rules(self, *rules: Any) -> Playbook:
        return type(self)(super().with_rules(*rules).rules)

    def without(self, *names: str) -> Playbook:
        return type(self)(super().without(*names).rules)


class Obliging(_Own):
    """Where a guest brings a guard, the pace and the caps of the house step aside."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self._eased().next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self._eased().may_call(contact, history, at, number=number)

    def _eased(self) -> Playbook:
        guests = [rule for rule in self.rules if name_of(rule) not in HOUSE and hasattr(rule, "permits")]
        ours = {"pace", "caps"} if guests else set()
        return Playbook([rule for rule in self.rules if name_of(rule) not in ours])


class FirstComeFirst(_Own):
    """Takes the first rule that has a reason, and asks no other."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        steps = (choose(asked) for asked in self._one_by_one(contact, history, now))
        calls = (step for step in steps if isinstance(step, Call))
        return next(calls, super().next_step(contact, history, now))

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        asked = (each for each in self._one_by_one(contact, history, at) if isinstance(choose(each), Call))
        for each in asked:
            return gate.may_call(attrs.evolve(each, number=number))
        return super().may_call(contact, history, at, number=number)

    def _one_by_one(self, contact: Contact, history: History, now: dt.datetime) -> Iterator[Asked]:
        for question in self.plan["reasons"]:
            yield Asked({**self.plan, "reasons": (question,)}, contact, history.seen_by(contact), now)


DISAGREEMENTS = (
    Specimen(
        id="veto-lifts-the-cap",
        group="composition",
        says="We asked for quiet Fridays, and now they ring on Mondays as often as they like.",
        make=Obliging,
        breaks={"stricter-never-sooner"},
    ),
    Specimen(
        id="first-come-first",
        group="composition",
        says="Somebody sorted the rules by name, and now other people are called.",
        make=FirstComeFirst,
        breaks={"order-of-rules"},
    ),
)
"""Broken policies whose rules disagree."""
