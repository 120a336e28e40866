"""What a full survey of the house takes, and what takes it."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any
from unittest.mock import patch

import attrs

from callrules.playbook import Playbook
from callrules.testing.judging.survey import survey
from callrules.testing.lawbook import Law
from zoo.report.scope import Scope
from zoo.runs import HELD

QUESTIONS = ("next_step", "may_call", "explain")
DECISIONS = "decisions"


@attrs.define
class Stopwatch:
    """Seconds by name. What is timed within something of the same kind is not counted twice."""

    spent: dict[str, float] = attrs.field(factory=lambda: defaultdict(float))
    asked: Counter[str] = attrs.field(factory=Counter)
    _running: set[str] = attrs.field(factory=set)

    def timed(self, name: str, ask: Callable[..., Any], kind: str) -> Callable[..., Any]:
        """The same function, on the clock."""

        @wraps(ask)
        def on_the_clock(*given: Any, **named: Any) -> Any:
            if kind in self._running:
                return ask(*given, **named)
            self._running.add(kind)
            began = time.perf_counter()
            try:
                return ask(*given, **named)
            finally:
                self.spent[name] += time.perf_counter() - began
                self.asked[name] += 1
                self._running.discard(kind)

        return on_the_clock

    def law(self, law: Law) -> Law:
        """The same law, on the clock: whether its moment came, and what it then looks at."""
        check = self.timed(law.id, lambda situation: list(law.check(situation)), "law")
        return attrs.evolve(law, reached=self.timed(law.id, law.reached, "law"), check=check)

    @contextmanager
    def decisions(self) -> Iterator[None]:
        """While this lasts, what playbooks are asked is on the clock."""
        clocked: dict[str, Any] = {
            name: self.timed(DECISIONS, getattr(Playbook, name), DECISIONS) for name in QUESTIONS
        }
        with patch.multiple(Playbook, **clocked):
            yield


def full_survey(scope: Scope) -> Iterator[dict[str, Any]]:
    """Seconds of a survey of the house; and, from a second one on the clock, shares of them."""
    began = time.process_time()
    plain = survey(Playbook(), HELD, examples=scope.examples)
    worked = time.process_time() - began
    watch = Stopwatch()
    with watch.decisions():
        clocked = survey(Playbook(), [watch.law(law) for law in HELD], examples=scope.examples)
    decided, number = watch.spent.pop(DECISIONS), watch.asked.pop(DECISIONS)
    ranked = sorted(watch.spent.items(), key=lambda each: -each[1])
    yield {
        "seconds": round(plain.seconds, 2),
        "worked": round(worked, 2),
        "decisions": {"share": round(decided / clocked.seconds, 4), "asked": number},
        "laws": {name: round(spent / clocked.seconds, 4) for name, spent in ranked},
    }
