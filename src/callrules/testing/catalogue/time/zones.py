"""The law of zones: whoever lives elsewhere lives the same days, at other instants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from callrules.contact import Contact
from callrules.deciding.admission import name_of
from callrules.declared import Besides, Dated, declared_by
from callrules.errors import InvalidValue
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Rest, Step
from callrules.testing.catalogue.shared.moved import instants_by, moved, moved_facts, moved_step
from callrules.testing.catalogue.shared.predicates import answered, living_in
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import HOUR
from callrules.testing.policies import Declaration, Policy, keeps_holidays, playbook_behind, rules_of, with_playbooks
from callrules.testing.situations import Situation, asked

Places: TypeAlias = tuple[str, str, dt.timedelta]
FAR: Places = ("Asia/Bangkok", "America/Bogota", 12 * HOUR)
NEAR: Places = ("Pacific/Kiritimati", "Pacific/Tarawa", 2 * HOUR)
"""Two places whose clocks never change, and by how much later it is the same o'clock in the second.

Of playbooks the rules that keep public holidays are left out; of a policy that shows no rules we do not know whether
these were all its playbooks, and both places lie in one country.
"""
LATER = (0 * HOUR, 27 * HOUR, 77 * HOUR, 151 * HOUR)
"""When it is asked: now, and on days of the week to come."""
OF_ITS_OWN = (Dated, Besides)
"""Declared by rules that may keep to a clock of their own, such as the opening hours of our desk."""


def _keeps_another_clock(policy: Policy, declared: Sequence[Declaration]) -> str | None:
    """Bars the law for who declares dates or more than is told; of a playbook only these rules are left out."""
    dated = getattr(policy, "owes_from", None) or any(isinstance(each.fact, OF_ITS_OWN) for each in declared)
    if dated and playbook_behind(policy) is None:
        return "it declares dates, or forbids more than it tells (`Dated`, `Besides`)"
    return None


@lru_cache(maxsize=64)
def _by_their_clock(playbook: Playbook) -> Playbook:
    """The playbook less the rules that may keep another clock or a country's days, and less its day of going live."""
    others = [name_of(each) for each in playbook.rules if _keeps_days_of_its_own(each)]
    alone = playbook.without(*others) if others else playbook
    return Playbook(alone.rules, strict=alone.strict) if alone.owes_from else alone


def _keeps_days_of_its_own(rule: Any) -> bool:
    return keeps_holidays(rule) or any(isinstance(fact, OF_ITS_OWN) for fact in declared_by(rule))


@law(
    "a-zone-is-only-a-shift",
    says="Moved to another zone, with the same facts by their own clock, they get the same answer by that clock.",
    group="time",
    at_the_end=True,
    exempts=_keeps_another_clock,
    remedy="count days, weekdays and hours by `history.calendar`, never by the server's clock or in UTC",
)
def a_zone_is_only_a_shift(situation: Situation) -> Iterator[Broken]:
    """Between two zones of fixed offset, without a region; a clock of one's own is declared (`Besides`, `Dated`)."""
    policy = with_playbooks(situation.policy, _by_their_clock)
    here, there, apart = FAR if rules_of(situation.policy) and playbook_behind(situation.policy) else NEAR
    try:
        lives = [_life_in(situation, zone) for zone in (here, there)]
    except InvalidValue:  # a fact names a day that is over there
        return
    for later in LATER:
        first, second = (asked(policy, contact, history, now + later) for contact, history, now in lives)
        if not _is_same(second, moved_step(first, second, instants_by(apart))):
            answers = f"{_told(first, here)} in {here}, and {_told(second, there)} in {there}"
            yield Broken(says=f"by the same clock the answer is {answers}: is something counted by another clock?")


def _life_in(situation: Situation, zone: str) -> tuple[Contact, History, dt.datetime]:
    """The same life by the clock of that zone, and now there."""
    offset, there = (situation.now.astimezone(each).utcoffset() for each in (situation.person.zone, ZoneInfo(zone)))
    move = instants_by((offset or dt.timedelta()) - (there or dt.timedelta()))
    history = History(moved_facts(situation.history.entries, move))
    return living_in(moved(situation.contact, move), zone), history, move(situation.now)


def _is_same(step: Step, other: Step) -> bool:
    """Whether it is the same answer; how long a rest lasts in which nobody agrees is no matter of zones."""
    return answered(step) == answered(other) or (isinstance(step, Rest) and isinstance(other, Rest))


def _told(step: Step, zone: str) -> str:
    return f"{step.type} at {step.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if step.at else step.type
