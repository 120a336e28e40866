"""Laws of truth: a reason is true, a named moment was named, what was heard is not said again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from callrules.declared import Fresh
from callrules.facts import CallAttempt, Commitment, Fact, Insight, KeyDate, Meeting, Message
from callrules.promises import Named
from callrules.step import Call, Reason
from callrules.testing.catalogue.shared.predicates import (
    asks_for_a_call,
    kept_promises,
    on_their_clock,
    open_promises,
    told_already,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import (
    DAY,
    NOON,
    NOTES,
    due_in_their_hours,
    exactly,
    is_bought,
    is_order,
    is_talk,
    promised,
    waits_for_us,
)
from callrules.testing.policies import rules_of
from callrules.testing.situations import Ring, Situation
from callrules.vocabulary import Outcome, Party

FOR_EVER = 400_000


def _any(test: Callable[[Fact], bool]) -> Callable[[Situation], bool]:
    return lambda situation: any(test(fact) for fact in situation.person.own)


_is_customer = _any(lambda fact: is_bought(fact) or is_order(fact))


def _leads_on(situation: Situation) -> bool:
    """A talk that moved on, a promised call that nobody took, or a note that announced one."""
    person = situation.person
    moved_on = any(call.outcome is Outcome.ADVANCE for call in person.calls)
    noted = any(isinstance(fact, Message) and fact.purpose in NOTES for fact in person.own)
    return moved_on or noted or bool(kept_promises(situation))


def _has_news(situation: Situation) -> bool:
    """Something learned that was neither said in a talk nor written by us, and is not stale."""
    ring = situation.rings[0]
    told = told_already(situation)
    fresh = ring.at - max((each.days for each in situation.facts_declared(Fresh)), default=FOR_EVER) * DAY
    return any(
        isinstance(fact, Insight) and fact.key not in told and fact.at > fresh and ring.reason.about in {None, fact.key}
        for fact in situation.person.own
    )


def _is_unanswered(situation: Situation) -> bool:
    """Nobody talked with them since it fell due (rulebook A1–A4: a talk answers these reasons)."""
    talked = [talk.at for talk in situation.person.talks]
    due = situation.rings[0].reason.due
    return not talked or (due is not None and due >= max(talked))


BACKED_BY: Mapping[str, Callable[[Situation], bool]] = {
    "promise": lambda situation: bool(open_promises(situation)),
    "returned_call": _any(waits_for_us),
    "their_promise_lapsed": _any(lambda fact: isinstance(fact, Commitment) and fact.by is Party.THEM),
    "red_phone": lambda situation: situation.contact.red_phone,
    "recently_met": _any(lambda fact: isinstance(fact, Meeting)),
    "follow_up": _leads_on,
    "insight": _has_news,
    "simple_reason": _any(lambda fact: isinstance(fact, KeyDate) or is_talk(fact) or is_bought(fact)),
    "lapsed_customer": lambda situation: _is_customer(situation) and _is_unanswered(situation),
    "dormant_customer": lambda situation: _is_customer(situation) and _is_unanswered(situation),
    "competitor_customer": lambda situation: situation.contact.buys_from is not None and _is_unanswered(situation),
    "prospect": lambda situation: not _is_customer(situation) and _is_unanswered(situation),
}
"""What must be known before a reason of that name is true (rulebook A1–A5, B1, E2, E6, E7)."""


@law(
    "reason-is-true",
    says="Nobody is rung for a reason that the facts do not bear out.",
    group="truth",
    moment="a call is asked for",
    reached=asks_for_a_call,
)
def reason_is_true(situation: Situation) -> Iterator[Broken]:
    """Only reasons with a house name are checked: we cannot know what a guest's name means."""
    for ring in situation.rings[:1]:
        backed = BACKED_BY.get(ring.reason.name)
        if backed and not backed(situation):
            yield Broken(says=_untrue(situation, ring), at=ring.at, expected="no call")


def _untrue(situation: Situation, ring: Ring) -> str:
    """Say what is wrong with the reason; of an insight also whether it was told, or is none of theirs."""
    known = {fact.key: fact for fact in situation.person.own if isinstance(fact, Insight)}
    about = ring.reason.about
    if ring.reason.name != "insight" or not known:
        return f"no fact bears out the reason {ring.reason.name!r}, as the house uses that name"
    if about is not None and about not in known:
        return f"the reason 'insight' is about {about!r}, which is the key of nothing that we learned"
    told = told_already(situation) & (known.keys() if about is None else {about})
    if told:
        return f"the insight {min(told)!r} was told already, in a talk or in writing"
    return f"the insight of {on_their_clock(situation, max(fact.at for fact in known.values()))} is stale by then"


@law(
    "named-by-them",
    says="A moment counts as named by them only where they named it.",
    group="truth",
    moment="a named moment is used",
    reached=lambda situation: asks_for_a_call(situation) and situation.rings[0].reason.named is not None,
)
def named_by_them(situation: Situation) -> Iterator[Broken]:
    """To the same hour, or the same day; one that we were to find moves over days off of which nobody told."""
    reason = situation.rings[0].reason
    person = situation.person
    named = {(due, each.named) for each in promised(person) for due in (each.due, due_in_their_hours(person, each))}
    named |= set(_asked_for(situation))
    if reason.named and (reason.due, reason.named.value) not in named and not _may_have_moved(situation, reason):
        yield Broken(says="they never named this moment", at=situation.rings[0].at, expected="no call")


def _may_have_moved(situation: Situation, reason: Reason) -> bool:
    """Whether it is a later day than we were to find, and of a policy without rules we know no days off."""
    if rules_of(situation.policy) or reason.due is None or reason.named is not Named.DAY:
        return False
    person = situation.person
    begins = {person.wall(person.day(reason.due), hour) for hour in (0, NOON)}
    return reason.due in begins and any(each.due < reason.due for each in promised(person) if not each.dated)


def _asked_for(situation: Situation) -> Iterator[tuple[dt.datetime, str]]:
    """Every moment that they asked for, be it for a meeting."""
    for fact in situation.person.own:
        if isinstance(fact, Commitment) and fact.due and fact.asked_by is Party.THEM:
            yield situation.person.begins(fact.due), exactly(fact.due)


def _heard(situation: Situation, ring: Ring) -> bool:
    name, about, due = ring.reason.name, ring.reason.about, ring.reason.due
    heard = [
        fact.at
        for fact in situation.person.own
        if isinstance(fact, CallAttempt) and fact.talked and (fact.reason, fact.about) == (name, about)
    ]
    if about is None or ring.reason.named or name in {"promise", "simple_reason"}:
        return due is not None and any(at >= due for at in heard)
    return bool(heard)


@law(
    "heard-is-used-up",
    says="What was heard in a conversation is no reason for another call.",
    group="truth",
    moment="a reason was heard",
    reached=lambda situation: (
        asks_for_a_call(situation)
        and any(isinstance(fact, CallAttempt) and fact.talked and fact.reason for fact in situation.person.own)
    ),
)
def heard_is_used_up(situation: Situation) -> Iterator[Broken]:
    """The pair of name and about; without an about, what was heard since it fell due."""
    for ring in situation.rings[:1]:
        if _heard(situation, ring):
            yield Broken(says=f"{ring.reason.name!r} was heard before", at=ring.at, expected="no call")


@law(
    "says-why",
    says="Every answer says which rule gave it, and why, in words.",
    group="truth",
)
def says_why(situation: Situation) -> Iterator[Broken]:
    """Also that of a rest."""
    step = situation.step
    if not step.because or not all(each.rule.strip() and each.says.strip() for each in step.because):
        yield Broken(says=f"a {step.type} without a word why")
    if isinstance(step, Call) and not step.reason.says.strip():
        yield Broken(says="a call without a reason in words")
