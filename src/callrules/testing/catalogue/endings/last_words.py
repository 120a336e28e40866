"""Laws of leaving: a goodbye stays due until it is said, and no ground outlives their coming back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Consent, Fact, Farewell, Purchase
from callrules.step import Call, Errand, Rest, Step, WalkAway
from callrules.testing.catalogue.shared.goodbyes import Ground, ground_of, hangs_on_who_they_are, is_deal, told
from callrules.testing.catalogue.shared.host import our_events
from callrules.testing.catalogue.shared.predicates import after_all, in_turn, is_ahead_of_the_facts
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import DAY, HOUR, LONG_AGO, SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Outcome

WEEKS = (2, 4, 12)


def _says_goodbye(situation: Situation) -> bool:
    step = situation.step
    return isinstance(step, WalkAway) and step.is_due(situation.now) and is_ahead_of_the_facts(situation)


@law(
    "goodbye-stays-due",
    says="A goodbye that is due stays due until it is said, they come back, or we look again.",
    group="endings",
    moment="a goodbye is due",
    reached=_says_goodbye,
)
def goodbye_stays_due(situation: Situation) -> Iterator[Broken]:
    """Asked again after two, four and twelve weeks in which nothing happened."""
    goodbye = situation.step
    if not isinstance(goodbye, WalkAway):
        return
    for weeks in WEEKS:
        at = situation.now + weeks * 7 * DAY + SOON
        step = situation.asked(at)
        if _is_forgotten(goodbye, step) and (goodbye.revisit is None or at < goodbye.revisit):
            instead = "it counts as said" if isinstance(step, WalkAway) else f"the answer is a {step.type}"
            says = f"{weeks} weeks later the goodbye is still unsaid, and {instead}"
            yield Broken(says=says, at=at, expected="walk_away")


def _is_forgotten(goodbye: WalkAway, step: Step) -> bool:
    """Whether something else is to be done, or that goodbye needs saying no more; another one may come before it."""
    if isinstance(step, WalkAway):
        return step.at is None and step.grounds == goodbye.grounds
    return isinstance(step, (Call, Rest))


@law(
    "goodbye-is-said-once",
    says="A goodbye that was said is owed again only once they come back, or once we look again.",
    group="endings",
    moment="a goodbye is due",
    reached=_says_goodbye,
)
def goodbye_is_said_once(situation: Situation) -> Iterator[Broken]:
    """It is said, and days later somebody rings by hand, in vain; or we do something else of our own."""
    goodbye, at = situation.step, situation.now + 3 * DAY
    said = situation.history.add(Farewell(at=situation.now))
    if not isinstance(goodbye, WalkAway) or _owes_again(goodbye, situation.asked(at + SOON, said), at):
        return
    *others, one_more_try = our_events(at)
    for how, fact in (one_more_try, in_turn(situation, others)):
        history = said.add(fact)
        if _owes_again(goodbye, situation.asked(at + SOON, history), at):
            says = f"goodbye was said, and after {how} of ours it is owed again"
            yield Broken(says=says, at=at + SOON, expected="no call", history=history)


def _owes_again(goodbye: WalkAway, step: Step, at: dt.datetime) -> bool:
    """Whether the same goodbye is to be said at once, though it is not yet the time to look again."""
    is_same = isinstance(step, WalkAway) and step.grounds == goodbye.grounds and step.is_due(at + SOON)
    return is_same and (goodbye.revisit is None or at < goodbye.revisit)


def _is_over(situation: Situation) -> bool:
    step = situation.step
    is_said = isinstance(step, WalkAway) and step.at is None and step.revisit is None
    return is_said and is_ahead_of_the_facts(situation)


@law(
    "goodbye-is-the-last-word",
    says="After a goodbye for good nothing follows: no call, no letter, nothing to find out.",
    group="endings",
    moment="goodbye was said",
    reached=_is_over,
)
def goodbye_is_the_last_word(situation: Situation) -> Iterator[Broken]:
    """Asked again in the course of two years in which nothing happened."""
    for days in (40, 200, 400, 700):
        at = situation.now + days * DAY
        step = situation.asked(at)
        if isinstance(step, (Call, Errand)):
            yield Broken(says=f"{days} days after a goodbye for good: a {step.type}", at=at, expected="walk_away")


@law(
    "no-older-ground",
    says="Who came back is not let go on a ground that is older than that.",
    group="endings",
    moment="walking away",
    reached=lambda situation: is_ahead_of_the_facts(situation) and ground_of(situation, situation.step) is not None,
)
def no_older_ground(situation: Situation) -> Iterator[Broken]:
    """Grounds of the house's names fall when they turn to us, all others when they buy or consent."""
    ground = ground_of(situation, situation.step)
    if ground is None:
        return
    came = _came_since(situation, ground)
    if came and not hangs_on_who_they_are(situation, ground):
        yield Broken(says=f"{ground.says}, and they came back at {told(came.at)}{ground.remedy}", at=came.at)
    yield from _outlasts_a_deal(situation, ground)


def _came_since(situation: Situation, ground: Ground) -> Fact | None:
    """How they came back after the ground arose, or with the very deal from which it counts."""
    own = situation.person.own
    at_once = [fact for fact in own if fact.at == ground.since]
    later = [fact for fact in own if fact.at > ground.since and ground.is_lifted_by(fact)]
    return next(iter([*at_once, *later] if all(map(is_deal, at_once)) else later), None)


def _outlasts_a_deal(situation: Situation, ground: Ground) -> Iterator[Broken]:
    """A ground that arose by time alone, had they bought an hour before, or asked to be called again."""
    latest = situation.person.latest
    if latest == LONG_AGO or ground.since <= latest + DAY:
        return
    deals = ((Purchase, "bought"), (Consent, "asked to be called again"))
    kind, did = in_turn(situation, deals)
    history = situation.history.add(kind(at=ground.since - HOUR))
    other = ground_of(situation, situation.asked(max(situation.now, ground.since), history))
    still = other is not None and other.name == ground.name and other.since <= ground.since
    if still and not hangs_on_who_they_are(situation, ground):
        says = f"{ground.says}, even had they {did} the hour before{ground.remedy}"
        yield Broken(says=says, at=ground.since, history=history)


@law(
    "orders-start-anew",
    says="Who orders is not let go because of what was before the order.",
    group="endings",
    at_the_end=True,
)
def orders_start_anew(situation: Situation) -> Iterator[Broken]:
    """The next four orders, by phone or without a word, in turn."""
    at, by_phone = after_all(situation), situation.seed % 2 == 0
    orders = [_order(at + each * 20 * DAY, by_phone=by_phone) for each in range(4)]
    yield from judged(orders, partial(_is_let_go_for_what_was_before, situation))


def _is_let_go_for_what_was_before(situation: Situation, orders: Sequence[Fact]) -> Iterator[Broken]:
    """A ground that arose by the last order."""
    if not orders:
        return
    history, last = situation.history.add(*orders), orders[-1].at
    ground = ground_of(situation, situation.asked(last + SOON, history))
    if ground and ground.since <= last and not hangs_on_who_they_are(situation, ground):
        says = f"{ground.says}, and they ordered at {told(last)}{ground.remedy}"
        yield Broken(says=says, at=last, history=history)


def _order(at: dt.datetime, *, by_phone: bool) -> Fact:
    if not by_phone:
        return Purchase(at=at)
    return CallAttempt(at=at, disposition=Disposition.CONVERSATION, outcome=Outcome.ORDER)
