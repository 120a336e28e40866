"""A host that does exactly what the playbook says, with a person who never answers."""

import attrs
from probing import DAY

from callrules import Call, Rest
from callrules.dispositions import Disposition
from callrules.testing.catalogue.shared.host import done

A_MOMENT = DAY / 86400
"""Whatever is done takes at least a moment."""


@attrs.frozen
class Day:
    """One moment of following: the step that was done, and what had happened before."""

    step: object
    history: object


def follow(playbook, contact, history, now, ends, *, most=60, until=None):
    """The steps done one after the other; unanswered calls end as `ends` say, in turn."""
    now, rang = max(now, history.latest or now), 0
    for _ in range(most):
        step = playbook.next_step(contact, history, now)
        if step.at is None or (until and step.at > until):
            return
        now = step.at
        if isinstance(step, Rest):
            continue
        yield Day(step, history)
        now = max(now, history.latest + A_MOMENT) if history.latest else now
        history = history.add(*done(step, now, Disposition(ends[rang % len(ends)])))
        rang += isinstance(step, Call)
    raise AssertionError(f"still busy with them after {most} steps, at {now}")
