"""The law of who is not asked: a rule that names its kinds of fact has nothing to say where none was entered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from callrules.deciding.answerer import Answerer
from callrules.errors import RuleFailed
from callrules.facts import MARKS, Fact
from callrules.history import History
from callrules.hookspecs import DECIDING, ORDERING
from callrules.moments import Window
from callrules.step import Call
from callrules.testing.catalogue.shared.own_rules import scope_of
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.lawbook import SHOWS_RULES, Broken, law, unless
from callrules.testing.oracle import SOON
from callrules.testing.policies import Policy, own_answerers
from callrules.testing.situations import ORDINARY, Situation
from callrules.vocabulary import Word

MOMENTS = 12
"""So many moments of a life are asked about at most: each a minute after something happened, the latest first."""


def _answerers(policy: Policy) -> list[Answerer]:
    """Give whoever answers for a rule of the author's that names its kinds; the house's own are tested at home."""
    return [each for each in own_answerers(policy, *DECIDING, *ORDERING) if each.only_with is not None]


@law(
    "only-with-is-all",
    says="A rule that says `only_with` has nothing to say where nothing that it names was ever entered.",
    group="composition",
    at_the_end=True,
    exempts=unless(SHOWS_RULES, (_answerers, "no rule of the author's says `only_with`")),
    remedy="name in `only_with` each kind of fact and each word that the rule speaks about, or leave it out",
)
def only_with_is_all(situation: Situation) -> Iterator[Broken]:
    """Ask the rule itself, less all facts that it names, whenever something happened: nobody else would ask it."""
    for each in _answerers(situation.policy):
        facts = [fact for fact in situation.history.entries if _is_passed_over(each, fact)]
        at = next((at for at in _moments(situation, facts) if _speaks(each, situation, facts, at)), None)
        if at is not None:
            says = f"{each.rule} says that it speaks about {_names(each.only_with or ())} only, and speaks"
            advice = _advice(each, situation, facts, at)
            yield Broken(says=f"{says} ({each.hook}) where there is none: {advice}", at=at, history=History(facts))


def _is_passed_over(answerer: Answerer, fact: Fact) -> bool:
    """Whether the rule would not be asked because of that fact; facts of an author's own kind ask everybody."""
    return MARKS.issuperset(fact.marks) and (answerer.only_with or frozenset()).isdisjoint(fact.marks)


def _moments(situation: Situation, facts: Sequence[Fact]) -> list[dt.datetime]:
    happened = sorted({fact.at + SOON for fact in facts if fact.at < situation.now}, reverse=True)
    return [situation.now, *happened[:MOMENTS], after_all(situation)]


def _speaks(answerer: Answerer, situation: Situation, facts: Sequence[Fact], at: dt.datetime) -> bool:
    """Whether it says anything that matters; one that raises is no matter of this law, for nobody asks it."""
    known = scope_of(situation, History(facts))
    ordinary = Call(at=at, since=at, reason=ORDINARY)
    scope = {**situation.scope, **known, "at": at, "now": at, "step": situation.call or ordinary}
    try:
        if answerer.hook == "permits":
            return _forbids(answerer.window(scope, at), at)
        return any(any(answerer.answers({**scope, "reason": why})) for why in (None, scope["reason"]))
    except RuleFailed:
        return False


def _forbids(window: Window | None, at: dt.datetime) -> bool:
    return window is not None and (window.end is not None or not window.permits(at))


def _advice(answerer: Answerer, situation: Situation, facts: Sequence[Fact], at: dt.datetime) -> str:
    """Tell what to add to `only_with`: the kinds and words without whose facts the rule is silent."""
    if _speaks(answerer, situation, (), at):
        return "leave `only_with` out, for it speaks without any fact"
    marks = {mark for fact in facts for mark in fact.marks if mark is not None}
    needed = [mark for mark in marks if not _speaks(answerer, situation, _without(mark, facts), at)]
    kinds = (mark for mark in marks if not isinstance(mark, Word))
    return f"add to it what it looks at, of {_names(needed or kinds)}"


def _without(mark: object, facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if mark not in fact.marks]


def _names(marks: Iterable[Any]) -> str:
    return ", ".join(sorted(f"`{_name(each)}`" for each in marks))


def _name(mark: Any) -> str:
    return f"{type(mark).__name__}.{mark.name}" if isinstance(mark, Word) else mark.__name__
