"""Laws of clocks: no date is built into a rule, and where clocks disagree nobody is rung."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from callrules.deciding.admission import name_of
from callrules.declared import Dated, declared_by
from callrules.history import History
from callrules.playbook import Playbook
from callrules.testing.catalogue.shared.moved import by, moved, moved_facts, moved_step
from callrules.testing.catalogue.shared.predicates import answered, is_ahead_of_the_facts
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY
from callrules.testing.policies import Declaration, Policy, declaring_nothing
from callrules.testing.situations import Situation, asked

FIXED = frozenset({"UTC", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
"""Zones of the ladder whose clocks never change."""
TWENTY_EIGHT_YEARS = 10_227 * DAY
"""Between 1901 and 2099 the calendar repeats after 28 years, weekdays and leap days included."""


@law(
    "clock-back",
    says="Where a fact lies ahead of now, clocks disagree, and nobody is rung.",
    group="time",
    moment="a fact lies ahead of now",
    reached=lambda situation: not is_ahead_of_the_facts(situation),
)
def clock_back(situation: Situation) -> Iterator[Broken]:
    """Check the step and the gate."""
    if situation.call is not None and situation.call.is_due(situation.now):
        yield Broken(says="a call is due although a fact lies ahead of now", expected="no call")
    if situation.gate().allowed:
        yield Broken(says="the gate permits a call although a fact lies ahead of now", expected="no call")


def _repeats(situation: Situation) -> bool:
    zones = {phone.timezone for phone in situation.contact.phones} - {None}
    zones |= {situation.contact.timezone, *_zones_of_facts(situation)}
    return zones <= FIXED


def _may_be_dated(policy: Policy, declared: Sequence[Declaration]) -> str | None:
    """Bars the law for who declares to be dated; of a playbook only the dated rules are left out."""
    if not isinstance(policy, Playbook) and getattr(policy, "owes_from", None):
        return "it goes live on a date (`owes_from`)"
    if not isinstance(policy, Playbook) and any(isinstance(each.fact, Dated) for each in declared):
        return "a rule declares that it is dated"
    silent = declaring_nothing(policy)
    return f"nothing is declared, not even (), by {silent}: it may be dated" if silent else None


@lru_cache(maxsize=64)
def undated(playbook: Playbook) -> Playbook:
    """The playbook without its rules that declare to be dated, and without the day of its going live."""
    dated = [name_of(each) for each in playbook.rules if any(isinstance(fact, Dated) for fact in declared_by(each))]
    alone = playbook.without(*dated) if dated else playbook
    return Playbook(alone.rules, strict=alone.strict) if alone.owes_from else alone


def _zones_of_facts(situation: Situation) -> set[str]:
    moments = (value for fact in situation.history.entries for value in attrs.asdict(fact, recurse=False).values())
    return {str(getattr(value.tzinfo, "key", "UTC")) for value in moments if isinstance(value, dt.datetime)}


@law(
    "calendar-repeats",
    says="Twenty-eight years later the calendar is the same, and so is the answer.",
    group="time",
    moment="a place without clock changes",
    reached=_repeats,
    at_the_end=True,
    exempts=_may_be_dated,
)
def calendar_repeats(situation: Situation) -> Iterator[Broken]:
    """Shift the life by whole weeks.

    No year, no date and no today may be built into a rule, unless it declares that it is dated.

    Of a playbook with dated rules, such as public holidays, the rest is asked.
    A goodbye on the ground of who they are has no date of its own, and may keep any.
    """
    later = by(TWENTY_EIGHT_YEARS)
    history = History(moved_facts(situation.history.entries, later))
    contact = moved(situation.contact, later)
    policy = undated(situation.policy) if isinstance(situation.policy, Playbook) else situation.policy
    today = asked(policy, situation.contact, situation.history, situation.now)
    step = asked(policy, contact, history, situation.now + TWENTY_EIGHT_YEARS)
    if answered(step) != answered(moved_step(today, step, later)):
        yield Broken(
            says="in another year, with the same weekdays, it answers otherwise: is a date built in (`Dated`)?"
        )
