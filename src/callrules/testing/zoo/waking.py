"""Broken policies: the moments they name are too late, long past, never, or no moment at all."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.history import History
from callrules.step import Because, Call, Errand, Rest, Step, Verdict
from callrules.testing.zoo.altered import Altered
from callrules.testing.zoo.specimens import Specimen

HOUR, MINUTE, SECOND = dt.timedelta(hours=1), dt.timedelta(minutes=1), dt.timedelta(seconds=1)
HORIZON = 30 * DAY


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
        if isinstance(step, Errand) and step.since and step.is_due(now):
            return attrs.evolve(step, at=step.since)
        return step


@attrs.frozen
class NotNowIsNever(Altered):
    """Keeps no moment for what cannot be done at once."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return Rest(at=None, because=step.because) if step.at and step.at > now else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=None) if verdict.at and verdict.at > at else verdict


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
class EverySecond(Altered):
    """Where there is nothing to do, asks to be asked again in a second."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return attrs.evolve(step, at=now + SECOND) if isinstance(step, Rest) and step.at is None else step


@attrs.frozen
class HalfWay(Altered):
    """Asks to be asked again when half of the time is over."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if step.at is None or step.at <= now:
            return step
        return Rest(at=now + max((step.at - now) / 2, dt.timedelta.resolution), because=step.because)


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
class AlwaysNow(Altered):
    """What cannot be done yet is looked at again at once, and at once, and at once."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return Rest(at=now, because=step.because) if step.at and step.at > now else step


@attrs.frozen
class NeverLate(Altered):
    """Whatever is due fell due this very moment."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if isinstance(step, Errand) and step.since and step.since < now:
            return attrs.evolve(step, since=now)
        return step


@attrs.frozen
class Flickering(Altered):
    """Offers a call every other minute."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if isinstance(step, Call) and step.is_due(now) and now.minute % 2:
            return Rest(at=_next_minute(now), because=(_PATIENCE,))
        return step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        if verdict.allowed and at.minute % 2:
            return Verdict(allowed=False, at=_next_minute(at), number=verdict.number, because=(_PATIENCE,))
        return verdict


_PATIENCE = Because("patience", "not_yet", "in a minute")


def _next_minute(at: dt.datetime) -> dt.datetime:
    return at.replace(second=0, microsecond=0) + MINUTE


@attrs.frozen
class NearSighted(Altered):
    """Sees thirty days ahead, and takes what lies beyond for nothing at all."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return Rest(at=None, because=step.because) if step.at and step.at > now + HORIZON else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=None) if verdict.at and verdict.at > at + HORIZON else verdict


@attrs.frozen
class AheadOfTheClock(Altered):
    """Lives five minutes ahead, since dialling takes a while."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, history, now + 5 * MINUTE

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return attrs.evolve(step, at=now) if step.at and step.at <= now + 5 * MINUTE else step


WAKING = (
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
        id="not-now-is-never",
        group="waking",
        says="It was evening where he lives, so he was struck off the list for good.",
        make=NotNowIsNever,
        breaks={"wakes-honestly"},
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
        id="wakes-every-second",
        group="waking",
        says="There is nothing to do about her, and the computer asks once a second whether that is still so.",
        make=EverySecond,
        breaks={"no-zeno"},
    ),
    Specimen(
        id="wakes-half-way",
        group="waking",
        says="A call in March was looked at in February, in the middle of February, a week later, and never reached.",
        make=HalfWay,
        breaks={"wakes-honestly", "no-zeno"},
    ),
    Specimen(
        id="knows-no-minutes",
        group="waking",
        says="Half past nine in Delhi is nine o'clock to this list, and then it puts us off.",
        make=FullHours,
        breaks={"wakes-honestly"},
    ),
    Specimen(
        id="always-now",
        group="waking",
        says="Nobody is to be rung before Monday, and the list has been busy with it all night.",
        make=AlwaysNow,
        breaks={"wake-is-ahead", "no-zeno"},
    ),
    Specimen(
        id="never-late",
        group="waking",
        says="We are three weeks late with this call, and the list says that it fell due just now.",
        make=NeverLate,
        breaks={"due-stays-due"},
    ),
    Specimen(
        id="flickers",
        group="waking",
        says="The list said to call her, and when I looked again it did not.",
        make=Flickering,
        breaks={"due-stays-due"},
    ),
    Specimen(
        id="near-sighted",
        group="waking",
        says="Whoever is to be called next spring is on no list, and will be on none in spring.",
        make=NearSighted,
        breaks={"wakes-honestly"},
    ),
    Specimen(
        id="five-minutes-ahead",
        group="waking",
        says="It rang at five to nine, because our dialler takes a while.",
        make=AheadOfTheClock,
        breaks={"inside-hours"},
    ),
)
"""Broken policies about when to look again."""
