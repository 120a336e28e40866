"""A fault in words: what was asked, where it raised, or which two answers were given, and by which rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs

from callrules.calendars import calendar_of
from callrules.errors import RuleFailed
from callrules.hookspecs import ORDERING
from callrules.playbook import Playbook
from callrules.testing.author_places import Place, place_of
from callrules.testing.catalogue.shared.ambient_input import ambient_places
from callrules.testing.judging.answers import told_apart
from callrules.testing.judging.faults import TIMES, as_asked
from callrules.testing.judging.rule_lines import under
from callrules.testing.judging.survey import Failure
from callrules.testing.questions import Question
from callrules.words.fact_lines import on_the_clock


def fault_lines(failure: Failure, asks: Question) -> Iterator[str]:
    """Tell what the one question shows."""
    question = as_asked(asks, failure.situation)
    calendar = calendar_of(question.contact)
    asked = f"asked {_which(question)} on {on_the_clock(question.now, calendar)}"
    if failure.broken.answers:
        first, then = told_apart(failure.broken.answers, question.now, calendar)
        yield from under("FOUND", (f"{asked}: {first}", f"and asked once more: {then}"))
        yield from _unsteady(question)
    else:
        yield f"FOUND   {asked}: no answer"
        yield from _raised(question)


def _which(question: Question) -> str:
    if not question.at_the_gate:
        return "for the next step"
    return f"at the gate{f' about {question.number}' if question.number else ''}"


def _raised(question: Question) -> Iterator[str]:
    place = _place(question)
    if place is None:
        return
    given = ", ".join(f"{name}={word}" for name, word in place.given)
    yield from under("RAISED", filter(None, (f"{place.says}{f' ({given})' if given else ''}", place.code)))


def _place(question: Question) -> Place | None:
    """Find where it raises; playbooks, also one within the policy, are asked to let it through instead of resting."""
    asked = (attrs.evolve(question, policy=each) for each in _policies(question.policy))
    return next((place for place in map(_raised_at, asked) if place), None)


def _policies(policy: Any) -> Iterator[Any]:
    names = (*getattr(policy, "__dict__", ()), *getattr(type(policy), "__slots__", ()))
    for each in (policy, *(getattr(policy, name, None) for name in names)):
        if isinstance(each, Playbook):
            yield attrs.evolve(each, strict=True)
        elif each is policy:
            yield each


def _raised_at(question: Question) -> Place | None:
    try:
        question.put()
    except Exception as error:  # noqa: BLE001 - whatever it is, we look for its place
        return place_of(error)
    return None


def _unsteady(question: Question) -> Iterator[str]:
    """Name the rules that say now this, now that; and what they ask beside the facts."""
    says = _now_this_now_that(question)
    yield from under("RULES", (f"{who}: now {said[0]!r}, now {said[1]!r}" for who, said in says))
    yield from under("CALLS", sorted(ambient_places(question.put)))


def _now_this_now_that(question: Question) -> Iterator[tuple[str, list[str]]]:
    explain = getattr(question.policy, "explain", None)
    said: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for turn in range(TIMES if explain else 0):
        try:
            if turn % 2:
                question.put()
            told = explain(question.contact, question.history, question.now)  # type: ignore[misc]
        except RuleFailed:
            return
        for each in (say for say in told.says if say.hook not in ORDERING):
            said[each.rule, each.hook][each.says or "nothing"] = None
    yield from ((rule, list(words)) for (rule, _), words in said.items() if len(words) > 1)
