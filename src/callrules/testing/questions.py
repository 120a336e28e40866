"""One question to a policy as a value, so that what went wrong at it can be asked again, and shown."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.step import Step, Verdict
from callrules.testing.policies import Policy, pristine


@attrs.frozen(eq=False)
class Question:
    """The step (`next_step`), or at the gate whether that number may be rung (`may_call`)."""

    policy: Policy
    contact: Contact
    history: History
    now: dt.datetime
    at_the_gate: bool = False
    number: str | None = None

    def put(self) -> Step | Verdict:
        """Ask it, and give whatever the policy answers."""
        if self.at_the_gate:
            return self.policy.may_call(self.contact, self.history, self.now, number=self.number)
        return self.policy.next_step(self.contact, self.history, self.now)


_HEARD: ContextVar[list[Question] | None] = ContextVar("_HEARD", default=None)


@contextmanager
def overheard() -> Iterator[list[Question]]:
    """Every question that is put meanwhile, in order."""
    heard: list[Question] = []
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


_STEADY: ContextVar[dict[int, tuple[Policy, Callable[[], Policy]]] | None] = ContextVar("_STEADY", default=None)


@contextmanager
def steadily() -> Iterator[None]:
    """Every question meanwhile is put to a policy that remembers nothing, and dice fall alike for each."""
    token, dice = _STEADY.set({}), random.getstate()
    try:
        yield
    finally:
        _STEADY.reset(token)
        random.setstate(dice)


def heard(question: Question) -> Question:
    """Note that it is put, where somebody listens; and by whom it is answered."""
    listener, steady = _HEARD.get(), _STEADY.get()
    if listener is not None:
        listener.append(question)
    if steady is None:
        return question
    policy = question.policy
    _, copied = steady.get(id(policy)) or steady.setdefault(id(policy), (policy, pristine(policy)))
    random.seed(0)
    return attrs.evolve(question, policy=copied())
