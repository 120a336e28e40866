"""A counterexample as a picture: the person's story, what the policy says, and where the law is broken."""

from __future__ import annotations

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
    broken, situation = failure.broken, as_told(failure)
    story = timeline(situation.contact, situation.history, _answered(situation))
    last = Event(broken.at or situation.now, f"BROKEN {failure.law.id}: {broken.says}", AHEAD)
    return attrs.evolve(story, events=tuple(sorted((*story.events, last), key=lambda event: event.at)))


def as_told(failure: Failure) -> Situation:
    """The situation with whatever the law asked about in the place of what happened."""
    broken, here = failure.broken, failure.situation
    history = here.history if broken.history is None else broken.history
    now = here.now if broken.history is None else broken.at or here.now
    return attrs.evolve(
        here, policy=broken.policy or here.policy, contact=broken.contact or here.contact, history=history, now=now,
        answers={},
    )  # fmt: skip


def _answered(situation: Situation) -> Step | None:
    try:
        return asked(situation.policy, situation.contact, situation.history, situation.now)
    except PolicyRaised:
        return None
