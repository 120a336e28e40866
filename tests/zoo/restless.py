"""Broken policies: they look again at once, for ever, or never again."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.step import Because, Call, Rest, Step, Verdict
from zoo.altered import Altered
from zoo.specimens import Specimen

MINUTE, SECOND = dt.timedelta(minutes=1), dt.timedelta(seconds=1)
HORIZON = 30 * DAY
PATIENCE = Because("patience", "not_yet", "in a minute")


@attrs.frozen
class NotNowIsNever(Altered):
    """Keeps no moment for what cannot be done at once."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return Rest(at=None, because=step.because) if step.at and step.at > now else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=None) if verdict.at and verdict.at > at else verdict


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
class AlwaysNow(Altered):
    """What cannot be done yet is looked at again at once, and at once, and at once."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return Rest(at=now, because=step.because) if step.at and step.at > now else step


@attrs.frozen
class Flickering(Altered):
    """Offers a call every other minute."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if isinstance(step, Call) and step.is_due(now) and now.minute % 2:
            return Rest(at=_next_minute(now), because=(PATIENCE,))
        return step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        if verdict.allowed and at.minute % 2:
            return Verdict(allowed=False, at=_next_minute(at), number=verdict.number, because=(PATIENCE,))
        return verdict


def _next_minute(at: dt.datetime) -> dt.datetime:
    return at.replace(second=0, microsecond=0) + MINUTE


@attrs.frozen
class NearSighted(Altered):
    """Sees thirty days ahead, and takes what lies beyond for nothing at all."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        return Rest(at=None, because=step.because) if step.at and step.at > now + HORIZON else step

    def judged(self, verdict: Verdict, _contact: Contact, at: dt.datetime, /) -> Verdict:
        return attrs.evolve(verdict, at=None) if verdict.at and verdict.at > at + HORIZON else verdict


RESTLESS = (
    Specimen(
        id="not-now-is-never",
        group="waking",
        says="It was evening where he lives, so he was struck off the list for good.",
        make=NotNowIsNever,
        breaks={"wakes-honestly"},
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
        id="always-now",
        group="waking",
        says="Nobody is to be rung before Monday, and the list has been busy with it all night.",
        make=AlwaysNow,
        breaks={"wake-is-ahead", "no-zeno"},
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
)
"""Broken policies that look again too often, or never."""
