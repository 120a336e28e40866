"""One rule asked one question: who answers, what it is given, and every wrong answer named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

import attrs

from callrules.deciding.failures import told
from callrules.errors import CallrulesError, RuleFailed
from callrules.hookspecs import ANSWERS
from callrules.moments import Window
from callrules.redaction import kind_of

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
    only_with: frozenset[object] | None = None
    """The kinds of fact, and words in them, without any of which it has nothing to say; `None`: it may always speak."""

    def answers(self, scope: Scope) -> tuple[Any, ...]:
        """Ask the rule. Answers none, one or several values, all of the right type."""
        try:
            answer = self.ask(*[scope[name] for name in self.wants])
            several = () if answer is None else self._all(answer)
        except (Exception, SystemExit) as error:
            raise self._raised(error, scope) from error
        if len(several) > MOST_ANSWERS:
            raise self._failed(f"answered more than {MOST_ANSWERS:,} times, expected a few")
        return several

    def window(self, scope: Scope, at: dt.datetime) -> Window | None:
        """Ask a guard. Answers at most one window, which must end after the moment asked about."""
        try:
            answer = self.ask(*[at if name == "at" else scope[name] for name in self.wants])
            window: Window | None = answer if answer is None or type(answer) is Window else self._exactly(answer)
        except (Exception, SystemExit) as error:
            raise self._raised(error, scope) from error
        if window is not None and window.end is not None and window.end <= at:
            raise self._failed(f"answered a window that ends at {window.end}, expected one after {at}")
        return window

    def _all(self, answer: Any) -> tuple[Any, ...]:
        """Read the answer. What a generator raises while it is read is the rule's failure as well."""
        several = tuple(islice(answer, MOST_ANSWERS + 1)) if _is_several(answer) else (answer,)
        return tuple(map(self._exactly, several))

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


class AskedAgain(CallrulesError):
    """A rule asked a playbook while it was being asked itself: the answer would hang on itself."""


class _Strange(TypeError):
    """An answer of the wrong type."""
