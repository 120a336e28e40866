"""How rules are asked: each hook's answers frozen into a plan, and every wrong answer named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.errors import RuleFailed
from callrules.history import History
from callrules.hookspecs import ANSWERS
from callrules.moments import Window
from callrules.step import Reason, Stop

Scope = Mapping[str, Any]


@attrs.frozen
class Question:
    """One rule's implementation of one hook, and the arguments it wants."""

    rule: str
    hook: str
    ask: Callable[..., Any]
    wants: tuple[str, ...]

    def answers(self, scope: Scope) -> tuple[Any, ...]:
        """What the rule answers: none, one or several values, all of the right type."""
        answer = self._heard(scope)
        for each in answer:
            if not isinstance(each, ANSWERS[self.hook]):
                raise self._failed(f"answered {each!r}, expected {_or(ANSWERS[self.hook])}, several, or None")
        return answer

    def window(self, scope: Scope) -> Window | None:
        """What a guard answers: at most one window, which must end after the moment it was asked about."""
        answer = self.answers(scope)
        if not answer:
            return None
        if len(answer) > 1:
            raise self._failed(f"answered {len(answer)} windows, expected the first one only")
        window: Window = answer[0]
        if window.closes <= scope["at"]:
            raise self._failed(f"answered a window that ends at {window.end}, expected one after {scope['at']}")
        return window

    def _heard(self, scope: Scope) -> tuple[Any, ...]:
        try:
            answer = self.ask(*[scope[name] for name in self.wants])
            if answer is None:
                return ()
            several = isinstance(answer, Iterable) and not isinstance(answer, (str, Mapping))
            return tuple(answer) if several else (answer,)
        except Exception as error:
            raise self._failed(f"raised {type(error).__name__}: {error}") from error

    def _failed(self, problem: str) -> RuleFailed:
        return RuleFailed(self.rule, self.hook, problem)


def _or(types: tuple[type, ...]) -> str:
    return " or ".join(each.__name__ for each in types)


Plan = Mapping[str, tuple[Question, ...]]
"""For each hook, everybody who answers it."""


@attrs.frozen
class Asked:
    """One contact at one moment, with everybody who has a say about them."""

    plan: Plan
    contact: Contact
    history: History
    now: dt.datetime

    @property
    def scope(self) -> dict[str, Any]:
        """What every hook gets."""
        return {"contact": self.contact, "history": self.history}

    def hear(self, hook: str, **more: Any) -> list[tuple[str, Any]]:
        """Every answer to a hook, each with the name of its rule."""
        scope = {**self.scope, **more}
        return [(question.rule, each) for question in self.plan[hook] for each in question.answers(scope)]

    def guards(self, reason: Reason, number: str | None) -> list[tuple[str, Callable[[dt.datetime], Window | None]]]:
        """Every guard, ready to be asked about an instant."""
        scope = {**self.scope, "reason": reason, "number": number}
        return [(question.rule, _guard(question, scope)) for question in self.plan["permits"]]

    def stops(self) -> list[tuple[str, Stop]]:
        """Every ground to stop."""
        return self.hear("walk_away")


def _guard(question: Question, scope: Scope) -> Callable[[dt.datetime], Window | None]:
    return lambda at: question.window({**scope, "at": at})
