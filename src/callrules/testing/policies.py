"""What can be held to the laws: a playbook, rules, a TOML file, or anything that answers the same two questions."""

from __future__ import annotations

import copy
import datetime as dt
import inspect
import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol, TypeVar, runtime_checkable

import attrs

from callrules.contact import Contact
from callrules.days_off import DaysOff
from callrules.deciding.admission import name_of, opens_daily
from callrules.deciding.answerer import Answerer
from callrules.declared import Declared, Open, declared_by
from callrules.errors import InvalidValue
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Step, Verdict
from callrules.testing.authorship import is_own

P = TypeVar("P")
F = TypeVar("F")


@runtime_checkable
class Policy(Protocol):
    """Whatever answers these two as a `Playbook` does. With `rules`, or `declares`, it is held to more laws."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The one next step."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """Whether the phone may ring at that instant."""


@attrs.frozen
class Declaration:
    """One declared fact, and the rule that declares it."""

    rule: str
    fact: Declared


def as_policy(*given: Any) -> Policy:
    """A playbook or policy as it is, a TOML file's playbook, or the house rules with these rules among them.

    Raises `InvalidValue` for what is none of these, and whatever `Playbook` refuses a rule with.
    """
    if not given:
        return Playbook()
    first = given[0]
    if len(given) == 1 and isinstance(first, (str, Path)):
        return Playbook.from_toml(first)
    if len(given) == 1 and isinstance(first, Policy) and not inspect.isclass(first):
        return first
    if any(isinstance(each, (Policy, str, Path)) and not inspect.isclass(each) for each in given):
        raise InvalidValue("laws", given, "one playbook, one policy, one path of a TOML file, or some rules")
    return Playbook().with_rules(*given)


def declarations(policy: Policy) -> tuple[Declaration, ...]:
    """Give what the policy's rules declare, and what the policy declares itself.

    A rule in the place of a house rule that declares nothing answers for what the house rule declares.
    """
    own = [Declaration("policy", fact) for fact in declared_by(policy)]
    return (*own, *(each for rule in rules_of(policy) for each in _declared_by_rule(rule)))


def beyond_the_house(facts: Sequence[F]) -> list[F]:
    """Those of the declared facts that no rule of the house declares as it is; all of them where there is none."""
    usual = {fact for declared in _house().values() for fact in declared}
    return [each for each in facts if each not in usual] or list(facts)


def pristine(policy: P) -> Callable[[], P]:
    """Makes copies of the policy as it is now, before it is asked anything more."""
    try:
        return partial(pickle.loads, pickle.dumps(policy))
    except (pickle.PicklingError, AttributeError, TypeError):
        return partial(copy.deepcopy, copy.deepcopy(policy))


def rules_of(policy: Policy) -> Sequence[Any]:
    """The rules behind a policy, where it says which."""
    return getattr(policy, "rules", None) or ()


def own_rules(policy: Policy) -> frozenset[str]:
    """The names of the author's own rules, where the policy shows them; the house's are left out."""
    playbook = playbook_behind(policy)
    return frozenset(name_of(rule) for rule in (playbook.rules if playbook else ()) if is_own(type(rule)))


def own_answerers(policy: Policy, *hooks: str) -> tuple[Answerer, ...]:
    """Those who answer these hooks among the author's own rules, hook by hook."""
    playbook, own = playbook_behind(policy), own_rules(policy)
    plan = playbook.plan if playbook else {}
    return tuple(each for hook in hooks for each in plan.get(hook, ()) if each.rule in own)


def playbook_behind(policy: Policy) -> Playbook | None:
    """The playbook that a policy is, or that it keeps as a field of its own; `None` where it shows none."""
    if isinstance(policy, Playbook):
        return policy
    return next((kept for _, kept in _playbooks_in(policy)), None)


def with_playbooks(policy: P, changed: Callable[[Playbook], Playbook]) -> P:
    """The policy with each playbook that it is, or keeps as a field, changed so."""
    if isinstance(policy, Playbook):
        return changed(policy)  # type: ignore[return-value]
    other = copy.copy(policy)
    for name, kept in _playbooks_in(policy):
        _set(other, name, changed(kept))
    return other


def _set(policy: Any, name: str, value: Any) -> None:
    """Set a field, also of what is frozen; where only its class has it, that of a class derived from it."""
    try:
        object.__setattr__(policy, name, value)
    except AttributeError:
        kind = type(policy)
        derived = type(kind.__name__, (kind,), {"__slots__": (), "__module__": kind.__module__, name: value})
        object.__setattr__(policy, "__class__", derived)


def _playbooks_in(policy: Any) -> Iterator[tuple[str, Playbook]]:
    kinds = type(policy).__mro__
    slots = (name for kind in kinds for name in getattr(kind, "__slots__", ()))
    shared = (name for kind in kinds for name, kept in vars(kind).items() if isinstance(kept, Playbook))
    for name in dict.fromkeys((*getattr(policy, "__dict__", ()), *slots, *shared)):
        if isinstance(kept := getattr(policy, name, None), Playbook):
            yield name, kept


def days_off_of(policy: Policy) -> DaysOff:
    """The days off that the rules behind a policy keep, as a playbook of them does; none where it names no rules."""
    rules = rules_of(policy)
    return DaysOff(closed=_closed_by(rules), holidays=any(map(keeps_holidays, rules)))


def days_off_it_may_keep(policy: Policy, declared: Sequence[Declaration]) -> tuple[DaysOff, ...]:
    """The other days off that a policy which names no rules may keep: public holidays, and what it shows as closed."""
    if rules_of(policy):
        return ()
    shown = (_closed_by(kept.rules) for _, kept in _playbooks_in(policy))
    told = (each.fact.closed_days for each in declared if isinstance(each.fact, Open))
    closed = frozenset[dt.date]().union(*shown, *told)
    return tuple(dict.fromkeys((DaysOff(holidays=True), DaysOff(closed, holidays=True), DaysOff(closed))))


def _closed_by(rules: Sequence[Any]) -> frozenset[dt.date]:
    return frozenset(day for rule in rules for day in getattr(rule, "closed_days", ()))


def keeps_holidays(rule: Any) -> bool:
    """Whether a rule keeps public holidays."""
    return getattr(rule, "keeps_holidays", False) is True


def opened_daily(policy: Policy, declared: Sequence[Declaration]) -> tuple[Declared, ...]:
    """Give what is declared, but for the rules that do not open daily: their closed days move no named day (E8)."""
    seldom = {name_of(rule) for rule in rules_of(policy) if not opens_daily(rule)}
    return tuple(each.fact for each in declared if each.rule not in seldom)


def declaring_nothing(policy: Policy) -> str | None:
    """Which rules have no `declares` in which dates would stand, neither their own nor inherited; `None`: none of them.

    Of a policy that names no rules it is the policy, whatever it declares itself.
    """
    rules = rules_of(policy)
    silent = [rule for rule in rules if is_own(type(rule)) and not hasattr(rule, "declares")]
    return ", ".join(f"rule {name_of(each)!r}" for each in silent) or (None if rules else "a policy without rules")


def _declared_by_rule(rule: Any) -> list[Declaration]:
    name = name_of(rule)
    facts = declared_by(rule) if hasattr(rule, "declares") else _house().get(name, ())
    return [Declaration(name, fact) for fact in facts]


@cache
def _house() -> dict[str, tuple[Declared, ...]]:
    return {name_of(rule): declared_by(rule) for rule in Playbook().rules}
