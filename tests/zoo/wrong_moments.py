"""Broken policies: the moments they name are too late, too early, or long past."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.history import History
from callrules.step import Call, DatedStep, Step, Verdict
from zoo.altered import Altered
from zoo.specimens import Specimen

HOUR, A_DIAL = dt.timedelta(hours=1), dt.timedelta(minutes=5)


@attrs.frozen
class AnHourLate(Altered):
    """Names a moment an hour after the right one."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return attrs.evolve(step, at=step.at + HOUR) if step.at and step.at > now else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=verdict.at + HOUR) if verdict.at and verdict.at > at else verdict


@attrs.frozen
class LongPast(Altered):
    """Says when a call fell due where it should say when it may be made."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if isinstance(step, DatedStep) and step.since and step.is_due(now):
            return attrs.evolve(step, at=step.since)
        return step


@attrs.frozen
class BeforeItOpens(Altered):
    """Names a moment an hour before the right one, and another when that has come."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return attrs.evolve(step, at=step.at - HOUR) if step.at and step.at - HOUR > now else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=verdict.at - HOUR) if verdict.at and verdict.at - HOUR > at else verdict


@attrs.frozen
class UntilTomorrow(Altered):
    """Says of every window that it ends a day later."""

    def answered(self, step: Step, _contact: Contact, _now: dt.datetime, /) -> Step:
        if isinstance(step, Call) and step.until:
            return attrs.evolve(step, until=step.until + DAY)
        return step


@attrs.frozen
class FullHours(Altered):
    """Knows no minutes."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return attrs.evolve(step, at=_full_hour(step.at)) if step.at and step.at > now else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=_full_hour(verdict.at)) if verdict.at and verdict.at > at else verdict


def _full_hour(at: dt.datetime) -> dt.datetime:
    return at.replace(minute=0, second=0, microsecond=0)


@attrs.frozen
class NeverLate(Altered):
    """Whatever is due fell due this very moment."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if isinstance(step, DatedStep) and step.since and step.since < now:
            return attrs.evolve(step, since=now)
        return step


@attrs.frozen
class AheadOfTheClock(Altered):
    """Lives five minutes ahead, since dialling takes a while."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, history, now + A_DIAL

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return attrs.evolve(step, at=now) if step.at and step.at <= now + A_DIAL else step


WRONG_MOMENTS = (
    Specimen(
        id="wakes-too-late",
        group="waking",
        says="The list said three o'clock, and she had been free for us since two.",
        make=AnHourLate,
        breaks={"wakes-honestly"},
    ),
    Specimen(
        id="wakes-in-the-past",
        group="waking",
        says="Today's list asks us to ring her last Tuesday at midnight.",
        make=LongPast,
        breaks={"wake-is-ahead"},
    ),
    Specimen(
        id="wakes-before-it-opens",
        group="waking",
        says="The list said eight o'clock, and at eight it said nine.",
        make=BeforeItOpens,
        breaks={"wakes-honestly"},
    ),
    Specimen(
        id="until-tomorrow",
        group="waking",
        says="We were told that we may ring until tomorrow evening, and it was midnight when we did.",
        make=UntilTomorrow,
        breaks={"due-stays-due", "inside-hours"},
    ),
    Specimen(
        id="knows-no-minutes",
        group="waking",
        says="Nine o'clock in Delhi is half past eight to this list, and that is when it rang.",
        make=FullHours,
        breaks={"gate-agrees", "inside-hours"},
    ),
    Specimen(
        id="never-late",
        group="waking",
        says="We are three weeks late with this call, and the list says that it fell due just now.",
        make=NeverLate,
        breaks={"wakes-honestly"},
    ),
    Specimen(
        id="five-minutes-ahead",
        group="waking",
        says="It rang at five to nine, because our dialler takes a while.",
        make=AheadOfTheClock,
        breaks={"gate-agrees", "wakes-honestly"},
    ),
)
"""Broken policies that name a wrong moment."""
