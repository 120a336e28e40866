"""Broken policies: rules that depend on their neighbours, and two answers that do not go together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs

from callrules import gate
from callrules.asking import Asked
from callrules.calendars import DAY
from callrules.choosing import choose
from callrules.contact import Contact
from callrules.fitness import name_of
from callrules.history import History
from callrules.playbook import Playbook
from callrules.rules import DEFAULT_RULES
from callrules.step import Call, Step, Verdict
from callrules.testing.zoo.altered import Altered
from callrules.testing.zoo.specimens import Specimen

HOUSE = frozenset(name_of(rule) for rule in DEFAULT_RULES)
HOUR = dt.timedelta(hours=1)


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


@attrs.frozen
class GateWithoutHours(Altered):
    """The last gate knows no hours: the list has looked at them already."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.without("hours").may_call(contact, history, at, number=number)


@attrs.frozen
class GateWithoutErrands(Altered):
    """The last gate does not ask what has to be done first."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        errands = ("cold_decision_makers", "readiness")
        return self.playbook.without(*errands).may_call(contact, history, at, number=number)


@attrs.frozen
class SilentGate(Altered):
    """The last gate says no, and not when."""

    def judged(self, verdict: Verdict, _contact: Contact, _at: dt.datetime, /) -> Verdict:
        return verdict if verdict.allowed else attrs.evolve(verdict, at=None)


@attrs.frozen
class HopefulGate(Altered):
    """The last gate says no, and names a moment a day too early."""

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        if verdict.allowed or verdict.at is None:
            return verdict
        return attrs.evolve(verdict, at=max(at + HOUR, verdict.at - DAY))


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
    Specimen(
        id="gate-without-hours",
        group="composition",
        says="The list says nine o'clock, and the dialler lets us through at six.",
        make=GateWithoutHours,
        breaks={"gate-agrees"},
    ),
    Specimen(
        id="gate-without-errands",
        group="composition",
        says="The list asks us to prepare, and the dialler has rung already.",
        make=GateWithoutErrands,
        breaks={"never-cold", "prepared"},
    ),
    Specimen(
        id="silent-gate",
        group="composition",
        says="The dialler says no and never says when.",
        make=SilentGate,
        breaks={"refusal-names-the-moment"},
    ),
    Specimen(
        id="hopeful-gate",
        group="composition",
        says="The dialler says try on Thursday, and on Thursday it says try on Friday.",
        make=HopefulGate,
        breaks={"refusal-names-the-moment"},
    ),
)
"""Broken policies whose parts disagree."""
