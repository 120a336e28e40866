"""Broken policies: the last gate says something else than the list."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.history import History
from callrules.step import Verdict
from zoo.altered import Altered
from zoo.specimens import Specimen

HOUR = dt.timedelta(hours=1)


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


@attrs.frozen
class GateForAnyNumber(Altered):
    """The last gate knows the person, and does not look which of their numbers is about to ring."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        verdict = self.playbook.may_call(contact, history, at)
        return attrs.evolve(verdict, number=number or verdict.number)


GATES = (
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
    Specimen(
        id="gate-for-any-number",
        group="composition",
        says="A stranger answers on her old number, and the dialler rang it all the same, for she may be rung.",
        make=GateForAnyNumber,
        breaks={"dead-number-never-rung", "refused-number-never-rung"},
    ),
)
"""Broken policies whose last gate disagrees with their list."""
