"""How rules are asked: each hook's answers frozen into a plan, and every wrong answer named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

import attrs

from callrules.contact import Contact
from callrules.deciding.failures import told
from callrules.errors import CallrulesError, RuleFailed
from callrules.history import History
from callrules.hookspecs import ANSWERS
from callrules.moments import Agreement, Window
from callrules.redaction import kind_of
from callrules.step import Errand, Reason, Stop, Write

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Scope = Mapping[str, Any]
MOST_ANSWERS = 1_000
"""More answers than that are a rule that runs away; nobody has so many reasons to be called."""


@attrs.frozen
class Answerer:
    """One rule's implementation of one hook, and the arguments it wants."""

    rule: str
    hook: str
    ask: Callable[..., Any]
    wants: tuple[str, ...]
    opens_daily: bool = False
    """Whether the rule says that what it closes opens again on most days."""

    def answers(self, scope: Scope) -> tuple[Any, ...]:
        """Ask the rule. Answers none, one or several values, all of the right type."""
        several = self._heard(scope, self._all)
        if len(several) > MOST_ANSWERS:
            raise self._failed(f"answered more than {MOST_ANSWERS:,} times, expected a few")
        return several

    def window(self, scope: Scope, at: dt.datetime) -> Window | None:
        """Ask a guard. Answers at most one window, which must end after the moment asked about."""
        window = self._heard({**scope, "at": at}, self._at_most_one)
        if window and window.closes <= at:
            raise self._failed(f"answered a window that ends at {window.end}, expected one after {at}")
        return window

    def _heard(self, scope: Scope, read: Callable[[Any], T]) -> T:
        """Ask the rule and read the answer. What a generator raises while it is read is the rule's failure as well."""
        try:
            return read(self.ask(*[scope[name] for name in self.wants]))
        except (Exception, SystemExit) as error:
            raise self._raised(error, scope) from error

    def _all(self, answer: Any) -> tuple[Any, ...]:
        if answer is None:
            return ()
        several = tuple(islice(answer, MOST_ANSWERS + 1)) if _is_several(answer) else (answer,)
        return tuple(map(self._exactly, several))

    def _at_most_one(self, answer: Any) -> Window | None:
        return None if answer is None else self._exactly(answer)

    def _exactly(self, answer: Any) -> Any:
        """The answer; one of a class derived from ours is built anew, so that every field is checked at our edge."""
        expected = ANSWERS[self.hook]
        if type(answer) in expected:
            return answer
        kind = next((each for each in expected if isinstance(answer, each) and attrs.has(each)), None)
        if kind is None:
            several = "" if self.hook == "permits" else ", several"
            raise _Strange(f"answered {kind_of(answer)}, expected {_or(expected)}{several} or None")
        return kind(**{each.name: getattr(answer, each.name) for each in attrs.fields(kind)})

    def _raised(self, error: BaseException, scope: Scope) -> RuleFailed:
        if isinstance(error, (AskedAgain, _Strange)):
            return self._failed(str(error))
        return self._failed(f"raised {type(error).__name__}: {told(error, scope['contact'], scope['history'])}")

    def _failed(self, problem: str) -> RuleFailed:
        return RuleFailed(self.rule, self.hook, problem)


def _is_several(answer: Any) -> bool:
    return isinstance(answer, Iterable) and not isinstance(answer, (str, Mapping))


def _or(types: tuple[type, ...]) -> str:
    return " or ".join(each.__name__ for each in types)


_IN_QUESTION: ContextVar[bool] = ContextVar("callrules_in_question", default=False)


class AskedAgain(CallrulesError):
    """A rule asked a playbook while it was being asked itself: the answer would hang on itself."""


class _Strange(TypeError):
    """An answer of the wrong type."""


@contextmanager
def sole_question() -> Iterator[None]:
    """One question to a playbook at a time: a rule that asks again while it is asked has failed."""
    if _IN_QUESTION.get():
        raise AskedAgain("asked a playbook while being asked, expected an answer from the facts alone")
    before = _IN_QUESTION.set(True)
    try:
        yield
    finally:
        _IN_QUESTION.reset(before)


class Heard(NamedTuple, Generic[T_co]):
    """One answer, and the name of the rule that gave it."""

    rule: str
    answer: T_co


Guards = list[tuple[str, Callable[[dt.datetime], Window | None]]]
"""Guards, each with the name of its rule."""
Plan = Mapping[str, tuple[Answerer, ...]]
"""For each hook, everybody who answers it."""


@attrs.frozen
class Question:
    """One contact at one moment, with everybody who has a say about them."""

    plan: Plan
    contact: Contact
    history: History
    now: dt.datetime
    number: str | None = None
    """The one number asked about; `None` for any."""
    agreements: dict[Any, Agreement[str]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """What the guards agreed about until now, so that nobody looks for it twice."""

    @property
    def scope(self) -> dict[str, Any]:
        """The arguments that every hook gets."""
        return {"contact": self.contact, "history": self.history}

    def hear(self, hook: str, **more: Any) -> list[Heard[Any]]:
        """Every answer to a hook, each with the name of its rule."""
        scope = {**self.scope, **more}
        return [Heard(answerer.rule, each) for answerer in self.plan[hook] for each in answerer.answers(scope)]

    def errands(self, reason: Reason | None, at: dt.datetime) -> list[Heard[Errand]]:
        """Hear what must be done before a call for that reason, or is owed anyway, each with the name of its rule."""
        return [Heard(rule, each) for rule, each in self.hear("before", reason=reason, at=at) if self.owes(each)]

    def owes(self, errand: Errand) -> bool:
        """Whether it is not a note about what lies before the day of going live. Preparing is no debt."""
        since = errand.since or errand.at
        return since is None or not isinstance(errand, Write) or self.history.owes(since)

    def numbers(self, reason: Reason | None = None) -> list[str | None]:
        """Their numbers in the order in which they are tried; `None` where the host keeps them.

        The one on which a promised or returned call was asked for comes first (rulebook G19), then those we talked on
        or they rang from, then the least tried in vain, then as listed.
        """
        if self.number:
            return [self.number]
        history, said_on = self.history, self.said_on(reason)
        talked_on = {call.number for call in history.conversations} | {call.from_number for call in history.inbound}
        in_vain = [call.number for call in history.row_of_unanswered]
        numbers = [phone.number for phone in self.contact.phones]
        return sorted(numbers, key=lambda each: (each != said_on, each not in talked_on, in_vain.count(each))) or [None]

    def said_on(self, reason: Reason | None) -> str | None:
        """The number on which they asked for that call, where it is a promised or a returned one."""
        is_asked_for = reason is not None and reason.name in {"promise", "returned_call"}
        return self.history.said_on(reason.about) if reason and is_asked_for else None

    def guards(self, reason: Reason, number: str | None, *, but: str | None = None) -> Guards:
        """Every guard, ready to be asked about an instant, less those of the rule `but`."""
        guards = [each for each in self.plan["permits"] if each.rule != but]
        return self._ready_to_be_asked(guards, reason, number)

    def daily_guards(self, reason: Reason, number: str | None) -> Guards:
        """The guards whose rules open again on most days, as opening hours do."""
        return self._ready_to_be_asked([each for each in self.plan["permits"] if each.opens_daily], reason, number)

    def _ready_to_be_asked(self, guards: Iterable[Answerer], reason: Reason, number: str | None) -> Guards:
        scope = {**self.scope, "reason": reason, "number": number}
        return [(each.rule, partial(each.window, scope)) for each in guards]

    def stops(self) -> list[Heard[Stop]]:
        """Every ground to stop."""
        return self.hear("walk_away")
