"""The law of what comes round again: another purchase, another season, another call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import count
from typing import TypeGuard

from callrules.day_names import dated
from callrules.deciding.admission import name_of
from callrules.declared import After, Dated, Due
from callrules.dispositions import Disposition
from callrules.errors import RuleRefused
from callrules.facts import CallAttempt, Fact, Meeting, Purchase
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call, Step
from callrules.testing.catalogue.shared.predicates import has_nothing_to_do
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY
from callrules.testing.policies import Declaration, Policy, beyond_the_house, own_rules, rules_of
from callrules.testing.situations import Situation, asked

A_WEEK, A_YEAR = 7 * DAY, 366 * DAY
"""Who is asked once a year at most is asked again by then."""
NOON = 12


def _undated_seasons(declared: Sequence[Declaration]) -> list[Declaration]:
    dated = {each.rule for each in declared if isinstance(each.fact, Dated)}
    return [each for each in declared if isinstance(each.fact, Due) and each.rule not in dated]


def _all_dated(_: Policy, declared: Sequence[Declaration]) -> str | None:
    """Bars the law where every rule that declares a season declares to be dated as well."""
    return None if _undated_seasons(declared) else "every rule with a season declares that it is dated"


@law(
    "season-comes-round",
    says="What is due after a talk, meeting or purchase is due again after the next one.",
    group="truth",
    needs=Due,
    at_the_end=True,
    exempts=_all_dated,
)
def season_comes_round(situation: Situation) -> Iterator[Broken]:
    """Ask a playbook of that one rule: once when the reason falls due, and again, more than a year after it was heard.

    One season for each life, of those that are not the house's if there are any. Where it asks for no call the first
    time, nothing is known about it.
    """
    seasons = _seasons_to_try(situation)
    chosen = seasons[situation.person.day(situation.now).toordinal() % len(seasons)]
    policy = _alone(situation.policy, chosen.rule)
    if isinstance(chosen.fact, Due) and policy is not None:
        yield from _round(situation, policy, chosen.fact)


def _seasons_to_try(situation: Situation) -> list[Declaration]:
    seasons = _undated_seasons(situation.declared)
    unusual, own = beyond_the_house([each.fact for each in seasons]), own_rules(situation.policy)
    return [each for each in seasons if each.fact in unusual or each.rule in own]


def _alone(policy: Policy, name: str) -> Policy | None:
    """A playbook of that rule and nothing else; `None` where nobody knows the rule."""
    rules = [each for each in rules_of(policy) if name_of(each) == name]
    with suppress(RuleRefused):
        return Playbook(rules) if rules else None
    return None


def _round(situation: Situation, policy: Policy, due: Due) -> Iterator[Broken]:
    first = situation.person.wall(situation.person.day(situation.now), NOON)
    began = next(_called_once(situation, policy, due, first), None)
    if began is None:
        return
    history, heard = began
    again = _on_the_same_day(situation, first, heard.at + A_YEAR)
    history = history.add(heard, _what_it_waits_for(due, again))
    at, step = _asked_in_season(situation, policy, due, history)
    if has_nothing_to_do(step) or (isinstance(step, Call) and not _is_called(step, due, at + 2 * A_WEEK)):
        days = f"on {dated(situation.person.day(heard.at))}, and not after the {due.after.value} of {dated(again)}"
        says = f"declared is {due.says}; called for and heard {days}"
        yield Broken(says=says, at=at, expected=f"call {due.reason}", history=history, policy=policy)


def _called_once(
    situation: Situation, policy: Policy, due: Due, first: dt.datetime
) -> Iterator[tuple[History, CallAttempt]]:
    """Each beginning after which it is called for, and the talk in which it is heard."""
    for history in _beginnings(due, first):
        at, step = _asked_in_season(situation, policy, due, history)
        if _is_called(step, due, at + A_WEEK):
            yield history, _heard(step, max(at, step.at or at))


def _beginnings(due: Due, first: dt.datetime) -> Iterator[History]:
    """Histories in which the reason may fall due: one with the event it counts from.

    For talks also an empty one, and one with a purchase.
    """
    waits_for = _what_it_waits_for(due, first)
    if due.after is After.TALK:
        yield History()
        yield History([Purchase(at=first - DAY), waits_for])
    yield History([waits_for])


def _on_the_same_day(situation: Situation, first: dt.datetime, after: dt.datetime) -> dt.datetime:
    """That day of a later year: what is asked in summer only is in season again."""
    return next(at for at in (situation.person.months_on(first, 12 * each) for each in count(1)) if at > after)


def _asked_in_season(situation: Situation, policy: Policy, due: Due, history: History) -> tuple[dt.datetime, Step]:
    """On the day after it falls due, counted from the last fact; today where there is none."""
    person, at = situation.person, situation.person.wall(situation.person.day(situation.now), NOON)
    for last in history.entries[-1:]:
        at = person.days_on(person.months_on(last.at, due.months), due.days + 1)
    return at, asked(policy, situation.contact, history, at)


def _is_called(step: Step, due: Due, by: dt.datetime) -> TypeGuard[Call]:
    return isinstance(step, Call) and step.reason.name == due.reason and step.at is not None and step.at <= by


def _heard(call: Call, at: dt.datetime) -> CallAttempt:
    reason = call.reason
    return CallAttempt(at=at, disposition=Disposition.CONVERSATION, reason=reason.name, about=reason.about)


def _what_it_waits_for(due: Due, at: dt.datetime) -> Fact:
    if due.after is After.TALK:
        return CallAttempt(at=at, disposition=Disposition.CONVERSATION)
    return Meeting(at=at) if due.after is After.MEETING else Purchase(at=at, amount=Decimal("129.00"), currency="EUR")
