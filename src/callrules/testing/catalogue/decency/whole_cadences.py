"""Laws of decency: what every cadence does, whatever it declares, within generous bounds.

Who wants otherwise says so with a reason (`Relax.wholly`), and it shows in the closing table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

import attrs

from callrules.declared import Lift, Open
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.step import Call, Errand, Step, Write
from callrules.testing.catalogue.shared.decency import OF_THEIRS, decent, ended_by, our_own_calls
from callrules.testing.catalogue.shared.host import follow
from callrules.testing.catalogue.shared.predicates import asks_for_a_call, can_be_reached, in_turn
from callrules.testing.catalogue.shared.readings import forbids
from callrules.testing.catalogue.shared.restraints import silent_rules
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, GONE, HOUR, SOON, Occasion, zones
from callrules.testing.situations import Situation, asked
from callrules.vocabulary import Direction

EVERY_DAY = frozenset(range(1, 8))
FROM_SEVEN_TO_TEN = Open(opens=dt.time(7), closes=dt.time(22), weekdays=EVERY_DAY, lifted_by={Lift.NAMED_HOUR})
"""Wider than any law on calls that we know (47 CFR 64.1200(c): 8 to 21)."""
DECENT_HOURS = (FROM_SEVEN_TO_TEN, attrs.evolve(FROM_SEVEN_TO_TEN, or_as_told=True))
"""These; or the hours that they told us."""
A_WEEK, IN_A_WEEK = 7, 7
"""So many calls in so many days: what debt collectors may do at most (12 CFR 1006.14(b), "7 in 7")."""
NO, NOBODY = Disposition.NOT_INTERESTED, Disposition.NO_ANSWER
NOES, VAIN, A_THIRD_OF_A_YEAR, TWO_MONTHS, TWO_WEEKS = 3, 24, 120, 60, 14


@law(
    "decent-hours",
    says="Nobody is rung before seven or after ten in the evening on their own clock, unless they named the hour.",
    group="decency",
    moment="a call is asked for",
    reached=asks_for_a_call,
    decent=True,
)
def decent_hours(situation: Situation) -> Iterator[Broken]:
    """In every zone they could be in; hours that they told us are theirs."""
    for ring in situation.rings:
        asked_for = (situation.person, Occasion.of(ring.reason), ring.number, ring.at)
        if zones(situation.contact, ring.number) and all(forbids(each, *asked_for) for each in DECENT_HOURS):
            yield Broken(says="a call at an hour at which decent people sleep", at=ring.at, expected="no call")


@decent("decent-cap", says=f"Nobody is rung more than {IN_A_WEEK} times in a week for reasons of our own, in vain.")
def decent_cap(situation: Situation) -> Iterator[Broken]:
    """Counted over a week of doing what the policy asks, in which nobody answers."""
    rung = [at for at, _ in our_own_calls(situation, A_WEEK, IN_A_WEEK)]
    if len(rung) > IN_A_WEEK:
        yield Broken(says=f"{len(rung)} unanswered calls in {A_WEEK} days", at=rung[-1], expected="no call")


takes_some_no = ended_by(
    "takes-some-no",
    "Who said no three times within a month is left alone for months, unless they turn to us.",
    lambda _, at: [CallAttempt(at=at + each * 10 * DAY, disposition=NO) for each in range(NOES)],
    "their third no",
    A_THIRD_OF_A_YEAR,
)
lets_some_go = ended_by(
    "lets-some-go",
    "Who left, closed down or cannot be helped is left alone for months, unless they turn to us.",
    lambda situation, at: [CallAttempt(at=at, disposition=in_turn(situation, GONE))],
    "we heard that it is over",
    A_THIRD_OF_A_YEAR,
)
gives_up_some_time = ended_by(
    "gives-up-some-time",
    "After two dozen attempts without any talk nobody is rung for a while.",
    lambda _, at: [CallAttempt(at=at + each * 30 * DAY, disposition=NOBODY) for each in range(VAIN)],
    f"{VAIN} attempts in vain",
    TWO_MONTHS,
)


def _rings_of_its_own(situation: Situation) -> bool:
    """Whether somebody like them is rung this week for a reason of our own."""
    if not can_be_reached(situation, situation.now):
        return False
    step = situation.remembered(_first_step)
    soon = step.at is not None and step.at < situation.now + A_WEEK * DAY
    return soon and isinstance(step, Call) and step.reason.name not in OF_THEIRS


def _first_step(situation: Situation) -> Step:
    return asked(situation.policy, situation.contact, History(), situation.now)


owed = partial(decent, moment="somebody like them is rung", reached=_rings_of_its_own)


@owed("keeps-some-promises", says="Who rings for reasons of its own also rings within a week of the hour they named.")
def keeps_some_promises(situation: Situation) -> Iterator[Broken]:
    """An hour on a working day of theirs, named by somebody to whom nothing else ever happened; no call before."""
    person, at = situation.person, situation.now
    due = person.wall(person.working_days_on(person.day(at), 4), dt.time(11).hour)
    asked_for = CallAttempt(at=at, disposition=Disposition.CALLBACK_REQUESTED, callback_at=due)
    first = _first_answer(situation, asked_for, (due - at).days + A_WEEK, (Call,))
    is_held_up = first is None and _is_held_up_silently(situation, asked_for, due)
    if not is_held_up and (first is None or first < due - HOUR):
        says = "they named an hour, and are rung before it" if first else "they named an hour, and are not rung"
        yield Broken(says=says, at=first or due, expected="call promise", history=History([asked_for]))


@owed("returns-some-calls", says="Who rings for reasons of its own answers whoever rang in vain, within two weeks.")
def returns_some_calls(situation: Situation) -> Iterator[Broken]:
    """A call or a letter for somebody to whom nothing else ever happened."""
    rang = CallAttempt(at=situation.now, disposition=Disposition.NO_ANSWER, direction=Direction.INBOUND)
    hears = _first_answer(situation, rang, TWO_WEEKS, (Call, Write))
    if hears is None and not _is_held_up_silently(situation, rang, rang.at):
        says = f"they rang in vain, and hear nothing for {TWO_WEEKS} days"
        yield Broken(says=says, at=situation.now, expected="call returned_call", history=History([rang]))


def _is_held_up_silently(situation: Situation, fact: Fact, due: dt.datetime) -> bool:
    """Whether the answer to that fact alone names a guard that does not tell all that it forbids."""
    step = asked(situation.policy, situation.contact, History([fact]), due + SOON)
    silent, named = silent_rules(situation), {each.rule for each in step.because}
    return bool(silent and (isinstance(step, Errand) or named & silent))


def _first_answer(situation: Situation, fact: Fact, days: int, kinds: tuple[type, ...]) -> dt.datetime | None:
    """When the first step of these kinds is done within so many days of that fact alone."""
    alone = attrs.evolve(situation, history=History([fact]), now=fact.at + SOON, answers={})
    return next((at for at, step, _ in follow(alone, days=days, most=0) if isinstance(step, kinds)), None)
