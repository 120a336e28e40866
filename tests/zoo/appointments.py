"""Broken policies: days that cannot be kept, appointments ended, gates without a reason, guards that slide."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Because, Call, Step, Stop, Verdict, WalkAway, Write
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

SUNDAY = 7
NO_BUDGET = "no_budget"


@attrs.frozen
class SundayNotes(Altered):
    """Every note names the next Sunday but one: then they have time to read."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if not isinstance(step, Write) or step.promises is None:
            return step
        written = (step.at or now).date() + 7 * DAY
        return attrs.evolve(step, promises=written + (SUNDAY - written.isoweekday()) * DAY)


@attrs.frozen
class NewYearNotes(Altered):
    """Every note names the first of January: everybody means to begin anew then."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if not isinstance(step, Write) or step.promises is None:
            return step
        return attrs.evolve(step, promises=dt.date(now.year + 1, 1, 1))


@attrs.frozen
class NoBudget:
    """Did three dials find nobody? Then there is no money either, and nothing is worth waiting for."""

    name: ClassVar[str] = NO_BUDGET
    declares: ClassVar[tuple[Declared, ...]] = ()
    firm: bool = True

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """From the third on, since they last came back."""
        came = history.came_back
        made = [call for call in history.attempts if came is None or call.at > came]
        if len(made) < 3:
            return None
        return Stop(grounds=NO_BUDGET, since=made[2].at, says="there is no money there", firm=self.firm)


@attrs.frozen
class BusyWithOthers(Altered):
    """Whoever named a moment for our call is told goodbye instead: others are worth more."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if not isinstance(step, Call) or step.reason.name != "promise" or step.reason.named is None:
            return step
        because = (Because("policy", NO_BUDGET, "others are worth more"),)
        return WalkAway(at=max(now, step.since or now), since=step.since, grounds=NO_BUDGET, because=because)


@attrs.frozen
class GateWithoutReasons(Altered):
    """The last gate says no, and not why."""

    def judged(self, verdict: Verdict, _contact: Contact, _at: dt.datetime, /) -> Verdict:
        return verdict if verdict.allowed else attrs.evolve(verdict, because=())


@attrs.frozen
class GateThatStammers(Altered):
    """The last gate says everything twice."""

    def judged(self, verdict: Verdict, _contact: Contact, _at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, because=(*verdict.because, *verdict.because))


@attrs.frozen
class NotToday:
    """Is it today? Tomorrow is another day, and it always will be."""

    name: ClassVar[str] = "not_today"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """Tomorrow, counted from the moment asked about, on Fridays."""
        calendar = history.calendar
        if calendar.day(at).isoweekday() != 5:
            return None
        return Window(start=at + DAY, says="not today")


APPOINTMENTS = (
    Specimen(
        id="sunday-notes",
        group="notes",
        says="Our letter said we would call on Sunday, and on Sunday nobody may.",
        make=SundayNotes,
        breaks={"day-of-ours-can-be-kept"},
    ),
    Specimen(
        id="new-year-notes",
        group="notes",
        says="Every letter of ours names the first of January.",
        make=NewYearNotes,
        breaks={"day-of-ours-can-be-kept"},
    ),
    Specimen(
        id="no-budget",
        group="promises",
        says="She had asked for Thursday at ten, and we closed the file on Wednesday: no budget.",
        make=house_with(NoBudget),
        breaks={"appointment-outlives-grounds"},
    ),
    Specimen(
        id="busy-with-others",
        group="promises",
        says="She had named Thursday at ten; on Thursday at ten she was told goodbye.",
        make=BusyWithOthers,
        breaks={"appointment-outlives-grounds"},
    ),
    Specimen(
        id="gate-without-reasons",
        group="composition",
        says="The dialler says no, and nobody here can tell the customer why.",
        make=GateWithoutReasons,
        breaks={"refusal-says-why"},
    ),
    Specimen(
        id="gate-that-stammers",
        group="composition",
        says="The dialler gives the same reason twice.",
        make=GateThatStammers,
        breaks={"refusal-says-why"},
    ),
    Specimen(
        id="not-today",
        group="composition",
        says="Ask on a Friday, and the call is always a day away.",
        make=house_with(NotToday),
        breaks={"windows-stand"},
    ),
)
"""Days, appointments, reasons and windows that do not stand."""
