"""A policy, a contact, what happened, and now: what a law looks at, and may ask about again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

import attrs

from callrules.contact import Contact
from callrules.days_off import DaysOff
from callrules.declared import Declared
from callrules.history import History
from callrules.script import Script, Sender
from callrules.step import Call, Reason, Step, Verdict
from callrules.testing.oracle.person import Person
from callrules.testing.policies import Declaration, Policy, days_off_it_may_keep, days_off_of, opened_daily
from callrules.testing.questions import Question, heard

D = TypeVar("D", bound=Declared)
T = TypeVar("T")
ANSWERS_OF_THE_POLICY = frozenset({"step", "gate", "words"})
MICROSECOND = dt.timedelta(microseconds=1)
ORDINARY = Reason(name="prospect", says="to be asked about")
SPEAKER = Sender(name="Bea Roth", company="Lind & Sons", number="+493012345671", email="bea@example.com")
"""Somebody who speaks, where a policy is asked for words."""


class PolicyRaised(Exception):
    """The policy, or one of its rules, raised where it should have answered."""


@attrs.frozen
class Ring:
    """A moment at which the policy says that the phone may ring, for which reason and on which number."""

    at: dt.datetime
    reason: Reason
    number: str | None


@attrs.define(slots=False, eq=False)
class Situation:
    """One question to a policy, with its answer remembered, and room for further questions.

    `seed` decides, for laws that vary something, what is varied: the same situation is always varied alike.
    `fresh` makes a copy of the policy as it was before it was ever asked. `days_off` are those by which working days
    are counted, where they are not those that the policy's rules keep. `answers` may be those of other situations
    in the life of the same contact under the same policy: what is known by them is not asked again.
    """

    policy: Policy
    contact: Contact
    history: History
    now: dt.datetime
    declared: tuple[Declaration, ...] = ()
    seed: int = 0
    fresh: Callable[[], Policy] | None = None
    _answers: dict[Any, Any] = attrs.field(factory=dict, repr=False)
    days_off: DaysOff | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Read the history as the contact's once, not once a question."""
        self.history = self.history.seen_by(self.contact)

    @cached_property
    def step(self) -> Step:
        """The policy's step now."""
        return self.asked()

    @cached_property
    def person(self) -> Person:
        """The contact and the facts, read plainly, without the engine."""
        return self._once(("person",), self._read)

    def _read(self) -> Person:
        daily, owes_from = opened_daily(self.policy, self.declared), getattr(self.policy, "owes_from", None)
        days_off = days_off_of(self.policy) if self.days_off is None else self.days_off
        return Person(self.contact, self.history, days_off, daily, owes_from=owes_from)

    @property
    def readings(self) -> Iterator[Situation]:
        """The same situation with working days counted in each other way in which the policy may count them.

        What the policy answered is known there as well: who answers otherwise the second time is not cleared by it.
        """
        if self.days_off is None:
            answered = {key: found for key, found in self._answers.items() if key[0] in ANSWERS_OF_THE_POLICY}
            for each in days_off_it_may_keep(self.policy, self.declared):
                yield attrs.evolve(self, days_off=each, answers=dict(answered))

    def asked(
        self, now: dt.datetime | None = None, history: History | None = None, contact: Contact | None = None
    ) -> Step:
        """Ask the policy at another moment, with other facts or about somebody else; remembered."""
        now, contact = now or self.now, contact or self.contact
        history = self.history if history is None else history
        return self._once(("step", now), lambda: asked(self.policy, contact, history, now), history, contact)

    def gate(self, at: dt.datetime | None = None, number: str | None = None) -> Verdict:
        """Whether the policy's last gate lets the phone ring; remembered. Raises `PolicyRaised` as `asked` does."""
        at = at or self.now
        here = Question(self.policy, self.contact, self.history, at, at_the_gate=True, number=number)
        return self._once(("gate", at, number), lambda: answered(here))  # type: ignore[return-value]

    def at(self, now: dt.datetime) -> Situation:
        """The same facts at another moment."""
        return attrs.evolve(self, now=now)

    def facts_declared(self, kind: type[D]) -> tuple[D, ...]:
        """Give what the rules declare of that kind."""
        return self._once((kind,), lambda: tuple(each.fact for each in self.declared if isinstance(each.fact, kind)))

    def remembered(self, question: Callable[[Situation], T]) -> T:
        """The answer to a question about this situation, which is put once."""
        return self._once((question, self.now, self.seed), lambda: question(self))

    def words(self, step: Step, history: History | None = None) -> Script:
        """Ask a policy that has `script` for the words of a step; remembered. Raises `PolicyRaised` as `asked` does."""
        history = self.history if history is None else history
        return self._once(("words", step), lambda: _script(self.policy, self.contact, history, step), history)

    def _once(
        self,
        question: tuple[Any, ...],
        find: Callable[[], T],
        history: History | None = None,
        contact: Contact | None = None,
    ) -> T:
        """Find out about that history and contact once; both are kept, for they go by their `id()`."""
        about = (self.history if history is None else history, contact or self.contact)
        key = (*question, *map(id, about))
        if key not in self._answers:
            self._answers[key] = (find(), about)
        found: T = self._answers[key][0]
        return found

    @cached_property
    def call(self) -> Call | None:
        """The call that the policy asks for, due or not; `None` where it asks for something else."""
        return self.step if isinstance(self.step, Call) else None

    @property
    def scope(self) -> dict[str, Any]:
        """Give what a rule is asked about: the call asked for, else an ordinary one on their first number."""
        call, phones = self.call, self.contact.phones
        first = next((phone.number for phone in phones), None)
        about = {"reason": call.reason, "number": call.number} if call else {"reason": ORDINARY, "number": first}
        return {"contact": self.contact, "history": self.history, **about}

    @cached_property
    def rings(self) -> tuple[Ring, ...]:
        """The moments at which the policy lets the phone ring: the first, the middle and the last of its call."""
        return tuple(self._rings())

    def _rings(self) -> Iterator[Ring]:
        call = self.call
        if call is None or call.at is None:
            return
        yield Ring(call.at, call.reason, call.number)
        if call.until and call.until - MICROSECOND > call.at:
            yield Ring(call.until - MICROSECOND, call.reason, call.number)
            yield Ring(call.at + (call.until - call.at) / 2, call.reason, call.number)
        elif call.until is None:
            yield from (Ring(call.at + dt.timedelta(hours=each), call.reason, call.number) for each in (7, 14))


def gate_of(situation: Situation, at: dt.datetime, history: History) -> Verdict:
    """Ask the last gate at a moment with other facts. Raises `PolicyRaised` as `asked` does."""
    return answered(Question(situation.policy, situation.contact, history, at, at_the_gate=True))  # type: ignore[return-value]


def asked(policy: Policy, contact: Contact, history: History, now: dt.datetime) -> Step:
    """The policy's answer. Raises `PolicyRaised` where it raises, where a rule did, or where it answers no step."""
    return answered(Question(policy, contact, history, now))  # type: ignore[return-value]


def _script(policy: Any, contact: Contact, history: History, step: Step) -> Script:
    script = answer_of(lambda: policy.script(contact, history, step, SPEAKER))
    if not isinstance(script, Script):
        raise PolicyRaised(f"the policy answered {script!r}, expected a script")
    return script


def answer_of(question: Callable[[], T]) -> T:
    """Give what the policy answers, whatever that is. Raises `PolicyRaised` where it raises."""
    try:
        return question()
    except Exception as error:
        raise PolicyRaised(f"the policy raised {type(error).__name__}: {error}") from error


def answered(question: Question) -> Step | Verdict:
    """Give the policy's answer to that question. Raises `PolicyRaised` as `asked` does."""
    answer = answer_of(heard(question).put)
    if not isinstance(answer, (Step, Verdict)):
        raise PolicyRaised(f"the policy answered {answer!r}, expected a step or a verdict")
    failed = next((each.says for each in answer.because if each.code == "rule_failed"), None)
    if failed:
        raise PolicyRaised(failed)
    return answer
