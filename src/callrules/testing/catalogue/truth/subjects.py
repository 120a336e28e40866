"""Laws of subjects: what a call is about keeps its name until it was heard, and then it is used up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeGuard

import attrs

from callrules.dispositions import Disposition
from callrules.history import History
from callrules.step import Call, Step
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import is_ordinary
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation

TRIES, TALKS = 3, 5
"""So many subjects of one reason may take turns when nobody answers, or be heard one after the other."""


def _has_a_subject(situation: Situation) -> bool:
    return is_ordinary(situation) and situation.call is not None and situation.call.reason.about is not None


@law(
    "subject-keeps-its-name",
    says="What a call is about keeps its name until it was heard, however often nobody answers.",
    group="truth",
    moment="a call has a subject",
    reached=_has_a_subject,
    at_the_end=True,
)
def subject_keeps_its_name(situation: Situation) -> Iterator[Broken]:
    """Dial in vain four times, a minute apart: the call must not be about something new each time."""
    yield from _too_many(situation, Disposition.NO_ANSWER, TRIES, "each dial in vain makes it about something else")


@law(
    "heard-comes-to-rest",
    says="Who has talked with us about a reason is not rung for the same reason at once, under another name.",
    group="truth",
    moment="a call has a subject",
    reached=_has_a_subject,
    at_the_end=True,
)
def heard_comes_to_rest(situation: Situation) -> Iterator[Broken]:
    """Talk after talk, a minute apart. What facts tell of, and a few subjects more, may be heard one by one."""
    says = "each talk brings up the same reason again"
    yield from _too_many(situation, Disposition.CONVERSATION, TALKS, says, expected="no call")


def _too_many(
    situation: Situation, ends: Disposition, most: int, says: str, expected: str | None = None
) -> Iterator[Broken]:
    said, history = _subjects(situation, ends, most)
    if len(said) > most:
        at = history.entries[-1].at + SOON
        yield Broken(says=f"{says}: {', '.join(said)}", at=at, expected=expected, history=history)


def _subjects(situation: Situation, ends: Disposition, most: int) -> tuple[list[str], History]:
    """Yield what the calls of one name are about, dial after dial, while each is due and about something new."""
    call, history, said = situation.call, situation.history, list[str]()
    known = {fact.key for fact in situation.person.own}
    while call and call.at and call.reason.about and call.reason.about not in (*said, *known) and len(said) <= most:
        at = max(call.at, situation.now) + len(said) * SOON
        said.append(call.reason.about)
        history = history.add(*done(call, at, ends))
        step = situation.asked(at + SOON / 2, history)
        call = attrs.evolve(step, at=call.at) if _is_due_again(step, call, at) else None
    return said, history


def _is_due_again(step: Step, call: Call, at: dt.datetime) -> TypeGuard[Call]:
    if not isinstance(step, Call) or step.reason.name != call.reason.name:
        return False
    return step.reason.due is None or step.reason.due <= at
