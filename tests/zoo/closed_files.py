"""Broken policies: they go round an appointment that the person named, each by another door."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.facts import Farewell
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.playbook import Playbook
from callrules.step import Because, Call, Step, Stop, Verdict, WalkAway
from zoo.altered import house_with
from zoo.specimens import Specimen

NOT_WORTH_IT = "not_worth_it"


def is_their_appointment(step: Step) -> bool:
    """Whether it is a call at a moment that they named."""
    return isinstance(step, Call) and step.reason.name == "promise" and step.reason.named is not None


@attrs.frozen
class ClosesAtTheHour:
    """Is it the hour that they named? Then the file is closed, once and for all."""

    name: ClassVar[str] = NOT_WORTH_IT
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        """From the very hour on, and firmly."""
        for promise in history.promises:
            if promise.is_open and promise.named:
                yield Stop(grounds=NOT_WORTH_IT, since=promise.due, says="others are worth more", firm=True)


@attrs.frozen
class PauseAfterGoodbye:
    """Did we once say goodbye? Then we pause until a week after whatever they name."""

    name: ClassVar[str] = "pause_after_goodbye"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        """Since that goodbye, which was said, so that nothing is left to be done."""
        said = [fact.at for fact in history.of(Farewell)]
        for promise in history.promises if said else ():
            if promise.is_open and promise.named:
                revisit = promise.due + 7 * DAY
                yield Stop(grounds="a_pause", since=max(said), says="we pause", revisit=revisit, firm=True)


@attrs.frozen
class AnotherHand:
    """A playbook in a hand that shows no rules: nobody outside sees what it declares."""

    inside: Playbook = attrs.field(factory=Playbook)

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        step = self.inside.next_step(contact, history, now)
        return self._goodbye(step, now) if isinstance(step, Call) and is_their_appointment(step) else step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.inside.may_call(contact, history, at, number=number)

    def _goodbye(self, step: Call, now: dt.datetime) -> Step:
        because = (Because("desk", NOT_WORTH_IT, "others are worth more"),)
        return WalkAway(at=max(now, step.since or now), since=step.since, grounds=NOT_WORTH_IT, because=because)


def _specimen(known_by: str, says: str, make: Any, *breaks: str) -> Specimen:
    return Specimen(id=known_by, group="promises", says=says, make=make, breaks=breaks)


CLOSED_FILES = (
    _specimen(
        "closes-at-the-hour",
        "She named Thursday at ten, and on Thursday at ten her file was closed: not worth it.",
        house_with(ClosesAtTheHour),
        "appointment-outlives-grounds",
    ),
    _specimen(
        "pause-after-goodbye",
        "We had said goodbye, she came back and named Thursday at ten, and we paused until the week after.",
        house_with(PauseAfterGoodbye),
        "appointment-outlives-grounds",
    ),
    _specimen(
        "goodbye-by-another-hand",
        "Our app asks the playbook, and tells everybody goodbye who had named an hour.",
        AnotherHand,
        "appointment-outlives-grounds",
    ),
)
"""Policies that end what they agreed on."""
