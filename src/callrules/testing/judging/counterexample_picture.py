"""A counterexample as a picture: the person's story, what the policy says, and where the law is broken."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.pictures.svg import AHEAD
from callrules.pictures.timeline import Event, Timeline, timeline
from callrules.step import Step
from callrules.testing.judging.survey import Failure
from callrules.testing.situations import PolicyRaised, Situation, asked


def pictured(failure: Failure) -> Timeline:
    """Make a picture of what happened, the step that the policy answers, and how the law is broken.

    `svg()` draws it.
    """
    broken, there = failure.broken, as_told(failure)
    asked_at = failure.situation.now if broken.history is None else there.now
    story = timeline(there.contact, there.history, _answered(there, asked_at))
    last = Event(there.now, f"BROKEN {failure.law.id}: {broken.says}", AHEAD)
    return attrs.evolve(story, events=tuple(sorted((*story.events, last), key=lambda event: event.at)))


def as_told(failure: Failure) -> Situation:
    """The situation in which the law is broken, with whatever it asked about in the place of what happened."""
    broken, here = failure.broken, failure.situation
    history = here.history if broken.history is None else broken.history
    return attrs.evolve(
        here, policy=broken.policy or here.policy, contact=broken.contact or here.contact, history=history,
        now=broken.at or here.now, answers={},
    )  # fmt: skip


def _answered(there: Situation, at: dt.datetime) -> Step | None:
    try:
        return asked(there.policy, there.contact, there.history, at)
    except PolicyRaised:
        return None
