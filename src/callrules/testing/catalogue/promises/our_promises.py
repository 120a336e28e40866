"""Laws of promises: kept at their moment, not before, once; and who turned to us is called back."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.declared import GivesUp, KeepsPromises, ReturnsCalls
from callrules.facts import CalledOff
from callrules.step import Call, Errand, WalkAway
from callrules.testing.catalogue.shared.predicates import (
    WARMEST,
    asks_for_a_call,
    can_be_reached,
    has_nothing_to_do,
    has_stopped,
    is_ahead_of_the_facts,
    kept_promises,
    names_no_rule,
    open_promises,
    waiting_for_us,
)
from callrules.testing.catalogue.shared.restraints import idle_moment, names_a_silent_rule
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import (
    Occasion,
    Promised,
    due_in_their_hours,
    in_vain,
    over,
    promised,
    promises_in,
    waited_for,
)
from callrules.testing.situations import Situation
from callrules.vocabulary import DISQUALIFIED, NOT_INTERESTED, STALLED, UNANSWERED

GROUNDS = frozenset({UNANSWERED.name, NOT_INTERESTED.name, STALLED.name, DISQUALIFIED.name})


def _has_an_open_promise(situation: Situation) -> bool:
    return is_ahead_of_the_facts(situation) and bool(open_promises(situation))


@law(
    "promise-not-early",
    says="A promised call is not made before its moment.",
    group="promises",
    moment="a promise is pending",
    reached=lambda situation: (
        _has_an_open_promise(situation) and all(each.due > situation.now for each in open_promises(situation))
    ),
    needs=KeepsPromises,
)
def promise_not_early(situation: Situation) -> Iterator[Broken]:
    """On the person's own calendar."""
    first = open_promises(situation)[0]
    for ring in situation.rings:
        if ring.reason.name == "promise" and ring.at < first.due:
            yield Broken(says="the promised call is made before its moment", at=ring.at, expected="no call")


@law(
    "promise-comes-first",
    says="While a promise of ours is open, only a returned call or another promise comes before it.",
    group="promises",
    moment="a promise is open",
    reached=_has_an_open_promise,
    needs=KeepsPromises,
)
def promise_comes_first(situation: Situation) -> Iterator[Broken]:
    """No call for another reason, now or later."""
    for ring in situation.rings[:1]:
        if ring.reason.name not in WARMEST:
            yield Broken(says=f"a call for {ring.reason.name} while a promise is open", at=ring.at, expected="no call")


@law(
    "promise-at-its-moment",
    says="A promised call is made at the first moment that its due moment and the declared restraints permit.",
    group="promises",
    moment="a promise is open",
    reached=_has_an_open_promise,
    needs=KeepsPromises,
)
def promise_at_its_moment(situation: Situation) -> Iterator[Broken]:
    """A later call must be held up by a declared restraint all the while, or name the rule that holds it."""
    call, first = situation.call, next(iter(_still_called(situation)), None)
    if first is None or call is None or call.at is None or call.reason.name not in WARMEST:
        return
    if names_a_silent_rule(situation, call, first.fact.key) or _waits_behind_a_ground(situation, first):
        return
    due = due_in_their_hours(situation.person, first)
    occasion = Occasion(name="promise", due=due, about=first.fact.key, named=first.named)
    idle = idle_moment(situation, occasion, max(situation.now, due), call)
    if idle:
        yield Broken(says="the promised call is late: nothing held it up", at=idle, expected="call promise")


def _waits_behind_a_ground(situation: Situation, promise: Promised) -> bool:
    """Whether a goodbye would be said were nothing promised, and waits for other promises than this one (G33)."""
    off = (CalledOff(at=situation.now, of=each.fact.key) for each in open_promises(situation))
    step = situation.asked(history=situation.history.add(*off))
    if not isinstance(step, WalkAway) or step.since is None:
        return False
    waited = waited_for(situation.person, step.since, looks_again=step.revisit is not None)
    return promise.fact not in [each.fact for each in waited]


def _still_called(situation: Situation) -> list[Promised]:
    """Open promises, but after enough tries in vain only those for which we wait before we let go."""
    still = open_promises(situation)
    for declared in situation.facts_declared(GivesUp):
        _, enough = in_vain(situation.person, declared)
        if enough:
            waited = waited_for(situation.person, over(enough), looks_again=declared.looks_again)
            still = [each for each in still if each in waited]
    return still


@law(
    "promise-not-forgotten",
    says="An open promise is never answered with nothing to do.",
    group="promises",
    moment="a promise is open",
    reached=_has_an_open_promise,
    needs=KeepsPromises,
)
def promise_not_forgotten(situation: Situation) -> Iterator[Broken]:
    """A rest must say which rule holds the promise up."""
    if has_nothing_to_do(situation.step):
        yield Broken(says="a promise is open, and there is nothing to do", expected="call promise")


@law(
    "promise-once",
    says="A promised call is made once: the first one that rang has kept it.",
    group="promises",
    moment="a promise was kept",
    reached=lambda situation: asks_for_a_call(situation) and bool(kept_promises(situation)),
    needs=KeepsPromises,
)
def promise_once(situation: Situation) -> Iterator[Broken]:
    """Answered or not."""
    still = {each.fact.key for each in open_promises(situation)}
    kept = {each.fact.key for each in kept_promises(situation)} - still
    for ring in situation.rings[:1]:
        if ring.reason.name == "promise" and (ring.reason.about in kept or not still):
            yield Broken(says="a promise that was kept is kept again", at=ring.at, expected="no call")


def _replaced(situation: Situation) -> list[Promised]:
    person = situation.person
    made = [each for fact in person.own for each in promises_in(person, fact)]
    standing = promised(person)
    return [each for each in made if each not in standing]


@law(
    "latest-promise-counts",
    says="A later date that they named replaces the earlier one.",
    group="promises",
    moment="a later date replaced one",
    reached=lambda situation: asks_for_a_call(situation) and bool(_replaced(situation)),
    needs=KeepsPromises,
)
def latest_promise_counts(situation: Situation) -> Iterator[Broken]:
    """Refuse a promise that was replaced, or ended by their stop, as a reason."""
    gone = {each.due for each in _replaced(situation)} - {each.due for each in open_promises(situation)}
    for ring in situation.rings[:1]:
        if ring.reason.name == "promise" and ring.reason.due in gone:
            yield Broken(says="a promise that a later one replaced is kept", at=ring.at, expected="no call")


def _walks_away(situation: Situation) -> bool:
    """On a ground of the house's: all but a stop are lifted by who turns to us; of other grounds we know nothing."""
    return has_stopped(situation.step, situation.now) and getattr(situation.step, "grounds", "") in GROUNDS


@law(
    "returned-call-rung",
    says="Who turned to us is called back, once at least, as soon as law and hours permit.",
    group="promises",
    moment="they turned to us",
    reached=lambda situation: can_be_reached(situation, situation.now) and waiting_for_us(situation) is not None,
    needs=ReturnsCalls,
)
def returned_call_rung(situation: Situation) -> Iterator[Broken]:
    """Ask for a returned call, unless a promise of ours can be kept as early."""
    step, waiting = situation.step, waiting_for_us(situation)
    if waiting is None or isinstance(step, Errand):
        return
    if not isinstance(step, Call) and (_walks_away(situation) or names_no_rule(step)):
        yield Broken(says=f"they turned to us, and the answer is {step.type}", expected="call returned_call")
    if isinstance(step, Call) and not names_a_silent_rule(situation, step, waiting.key):
        occasion = Occasion(name="returned_call", due=waiting.at, about=waiting.key)
        idle = idle_moment(situation, occasion, max(situation.now, waiting.at), step)
        if idle:
            yield Broken(says="they turned to us and wait for nothing", at=idle, expected="call returned_call")
