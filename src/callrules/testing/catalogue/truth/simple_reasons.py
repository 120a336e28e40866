"""The law of simple reasons: each rests on thanks, on a day of theirs, on a year, or on many talks."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from callrules.declared import HasASimpleReason
from callrules.facts import Fact, KeyDate
from callrules.testing.catalogue.shared.predicates import asks_for_a_call, on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, Person, is_bought, is_order, is_thanks
from callrules.testing.situations import Ring, Situation

NAME = "simple_reason"


def _rests_on_something(person: Person, declared: HasASimpleReason, ring: Ring) -> bool:
    day, quiet = person.day(ring.at), declared.quiet_days * DAY
    return (
        any(_is_thanked(person, fact, day, declared.thanks_days) for fact in person.own if is_bought(fact))
        or any(_is_in_time(person, each, day, declared.date_days) for each in _days(person, day))
        or (len(person.talks) >= declared.talks and day >= person.day(person.talks[-1].at) + quiet)
    )


def _is_thanked(person: Person, bought: Fact, day: dt.date, days: int) -> bool:
    """Whether thanks for it are due and not stale, and nobody talked or wrote thanks since."""
    bought_on = person.day(bought.at)
    is_due = person.working_days_on(bought_on, 1) <= day <= person.working_days_on(bought_on, days)
    words = [*person.talks, *(fact for fact in person.own if is_thanks(fact))]
    return is_due and not any(fact.at >= bought.at for fact in words) and not person.is_within_a_talk(bought)


def _days(person: Person, until: dt.date) -> Iterator[dt.date]:
    """Every day that they told us of, and the day a year after their first order, where they ordered again."""
    for fact in person.own:
        if isinstance(fact, KeyDate):
            years = range(fact.on.year, until.year + 1) if fact.yearly else [fact.on.year]
            days = (_in(year, fact.on) for year in years)
            yield from (each for each in days if each >= person.day(fact.at))
    orders = [fact.at for fact in person.own if is_bought(fact) or is_order(fact)]
    if len({person.day(at) for at in orders}) > 1:
        yield person.day(person.months_on(min(orders), 12))


def _in(year: int, date: dt.date) -> dt.date:
    return dt.date(year, date.month, min(date.day, calendar.monthrange(year, date.month)[1]))


def _is_in_time(person: Person, due: dt.date, day: dt.date, days: int) -> bool:
    """Whether that day has come and is not stale, and nobody talked since."""
    opens = due if person.works(due) else person.working_days_on(due, 1)
    talked = any(person.day(talk.at) >= opens for talk in person.talks)
    return opens <= day <= person.working_days_on(due, days) and not talked


@law(
    "simple-reason-is-one",
    says="A simple reason is thanks, a day of theirs, a year, or that we know them well; and none of them is stale.",
    group="truth",
    moment="called for a simple reason",
    reached=lambda situation: asks_for_a_call(situation) and situation.rings[0].reason.name == NAME,
    needs=HasASimpleReason,
)
def simple_reason_is_one(situation: Situation) -> Iterator[Broken]:
    """Count working days on their calendar; a talk, and of an order thanks of ours, answers what was due."""
    for ring in situation.rings[:1]:
        declared = situation.facts_declared(HasASimpleReason)
        if not any(_rests_on_something(situation.person, each, ring) for each in declared):
            when = on_their_clock(situation, ring.at)
            yield Broken(says=f"on {when} nothing is there that calls for a word", at=ring.at, expected="no call")
