"""A policy that raises, or gives one question two answers: asked directly, so that the fault is small and seen.

Such faults are met by whatever law happens to be asking. Here the one question is found that shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.step import Step, Verdict
from callrules.testing.catalogue import PURITY, TOTAL
from callrules.testing.judging.survey import Failure, breaks, first_broken
from callrules.testing.lawbook import Broken, Law, always
from callrules.testing.policies import Policy
from callrules.testing.questions import Question, overheard
from callrules.testing.situations import Situation, answered

TIMES = 6
"""So often the same is asked before we believe that the answer is always the same."""
STRANGER = Contact(id="a stranger", timezone="Asia/Tokyo")


def directly(failure: Failure) -> Failure:
    """The same fault at the one question that shows it; where none does, as the law that met it shows it."""
    if failure.law.id not in _CHECKS:
        return failure
    heard = overheard_by(failure)
    tries = (_at(failure, question) for question in (heard[::-1] if failure.law.id == TOTAL else heard))
    return next((each for each in tries if each), _in_passing(failure))


def overheard_by(failure: Failure) -> list[Question]:
    """Give what the law asks that met the fault, in order; the last question is the one at which a policy raised."""
    with overheard() as heard, suppress(Exception):
        first_broken(failure.met_by or failure.law, attrs.evolve(failure.situation, answers={}))
    return heard


def _at(failure: Failure, question: Question) -> Failure | None:
    """The failure at that question, if it is one there."""
    situation = failure.situation
    fresh = situation.fresh if question.policy is situation.policy else None
    there = attrs.evolve(
        situation, policy=question.policy, contact=question.contact, history=question.history, now=question.now,
        fresh=fresh, answers={},
    )  # fmt: skip
    law = attrs.evolve(failure.law, check=partial(_CHECKS[failure.law.id], question), reached=always)
    broken = breaks(law, there)
    return attrs.evolve(failure, law=law, situation=there, broken=broken, asks=question) if broken else None


def _in_passing(failure: Failure) -> Failure:
    """The fault by way of the law that ran into it."""
    met_by = failure.met_by
    if met_by is None or failure.law.id != TOTAL:
        return failure
    return attrs.evolve(failure, law=attrs.evolve(failure.law, check=partial(_runs_into, met_by), reached=always))


def _runs_into(law: Law, situation: Situation) -> Iterator[Broken]:
    if law.reached(situation):
        first_broken(law, situation)
    yield from ()


def _raises(asked: Question, situation: Situation) -> Iterator[Broken]:
    """Whether it raises: whoever asks notes that against the law."""
    answered(as_asked(asked, situation))
    yield from ()


def _gives_two_answers(asked: Question, situation: Situation) -> Iterator[Broken]:
    """Whether it answers in two ways, asked a few times over, with a question about somebody else in between."""
    for policy in _as_it_is_and_as_it_was(situation):
        if two := two_answers(as_asked(asked, situation, policy)):
            yield Broken(says="asked twice about the same, it answered two things", answers=two)
            return


_CHECKS: dict[str, Callable[[Question, Situation], Iterator[Broken]]] = {TOTAL: _raises, PURITY: _gives_two_answers}


def as_asked(asked: Question, situation: Situation, policy: Policy | None = None) -> Question:
    """The same question in that situation."""
    here = Question(policy or situation.policy, situation.contact, situation.history, situation.now)
    return attrs.evolve(here, at_the_gate=asked.at_the_gate, number=asked.number)


def _as_it_is_and_as_it_was(situation: Situation) -> Iterator[Policy]:
    yield situation.policy
    if situation.fresh:
        yield situation.fresh()


def two_answers(question: Question) -> tuple[Step | Verdict, Step | Verdict] | None:
    """Two answers to the one question, where it has two. Raises `PolicyRaised` as `answered` does."""
    first = answered(question)
    for turn in range(TIMES):
        if turn % 2:
            answered(attrs.evolve(question, contact=STRANGER, history=History(), number=None))
        again = answered(question)
        if again != first:
            return first, again
    return None
