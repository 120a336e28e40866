"""Laws of decency: what every cadence does, whatever it declares, within generous bounds.

Who wants otherwise says so with a reason (`Relax.wholly`), and it shows in the closing table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.calendars import possible_regions
from callrules.day_names import dated
from callrules.days_off import holidays_in
from callrules.declared import Lift, Open
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.step import Call
from callrules.testing.catalogue.shared.decency import decent, ended_by, our_own_calls
from callrules.testing.catalogue.shared.host import follow
from callrules.testing.catalogue.shared.predicates import after_all, asks_for_a_call, in_turn, now_and_then
from callrules.testing.catalogue.shared.readings import forbids
from callrules.testing.lawbook import SHOWS_RULES, Broken, law, unless
from callrules.testing.oracle import DAY, GONE, Occasion, zones
from callrules.testing.situations import Situation

EVERY_DAY = frozenset(range(1, 8))
FROM_SEVEN_TO_TEN = Open(opens=dt.time(7), closes=dt.time(22), weekdays=EVERY_DAY, lifted_by={Lift.NAMED_HOUR})
"""Wider than any law on calls that we know (47 CFR 64.1200(c): 8 to 21)."""
DECENT_HOURS = (FROM_SEVEN_TO_TEN, attrs.evolve(FROM_SEVEN_TO_TEN, or_as_told=True))
"""These; or the hours that they told us."""
GREAT_HOLIDAYS = frozenset({(1, 1), (12, 25)})
A_WEEK, IN_A_WEEK = 7, 7
"""So many calls in so many days: what debt collectors may do at most (12 CFR 1006.14(b), "7 in 7")."""
NO, NOBODY = Disposition.NOT_INTERESTED, Disposition.NO_ANSWER
NOES, VAIN, A_THIRD_OF_A_YEAR, TWO_MONTHS, TWO_WEEKS = 3, 24, 120, 60, 14
MANY_NOES, THREE_YEARS = 6, 3 * 366
"""Three times the two noes that are a no, in three times the twelve months (rulebook D6)."""


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


@law(
    "decent-days",
    says="Nobody is rung on New Year's Day or Christmas Day where it is a public holiday, unless they named that day.",
    group="decency",
    moment="a call is asked for",
    reached=asks_for_a_call,
    decent=True,
    exempts=unless(SHOWS_RULES),
)
def decent_days(situation: Situation) -> Iterator[Broken]:
    """On their calendar; where it is unknown in which country they are, no day is one of theirs."""
    for ring in situation.rings:
        day, regions = situation.person.day(ring.at), possible_regions(situation.contact)
        is_great = (day.month, day.day) in GREAT_HOLIDAYS and bool(regions)
        if is_great and ring.reason.named is None and day in holidays_in(regions, day.year):
            yield Broken(says=f"a call on {dated(day)}, a holiday of theirs", at=ring.at, expected="no call")


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


@decent(
    "noes-add-up",
    says=f"Who says no to each of our calls is let go: nobody is rung after {MANY_NOES} noes in three years.",
)
def noes_add_up(situation: Situation) -> Iterator[Broken]:
    """Counted over three years of doing what the policy asks, in one life of three: it takes many questions."""
    if not now_and_then(situation):
        return
    later = attrs.evolve(situation, now=after_all(situation), answers={})
    done = follow(later, days=THREE_YEARS, most=MANY_NOES, ends=(NO,))
    rung = [(at, history) for at, step, history in done if isinstance(step, Call)]
    if len(rung) > MANY_NOES:
        at, history = rung[-1]
        says = f"they said no to {MANY_NOES} calls of ours in {(at - rung[0][0]).days} days, and are rung again"
        yield Broken(says=says, at=at, expected="walk_away", history=history)


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
