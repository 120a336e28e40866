"""Laws of seasons: a reason is neither called before it is due nor after it is stale, and lateness shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.declared import After, Due, GivesUp
from callrules.facts import Fact, Meeting, Retraction
from callrules.history import History
from callrules.step import WalkAway
from callrules.testing.catalogue.shared.predicates import asks_for_a_call
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, Person, is_bought, is_goodbye, is_order, is_talk
from callrules.testing.situations import Ring, Situation


def _is_what_it_waits_for(fact: Fact, after: After) -> bool:
    if after is After.PURCHASE:
        return is_bought(fact) or is_order(fact)
    return isinstance(fact, Meeting) if after is After.MEETING else is_talk(fact)


def _last_day(person: Person, due: Due) -> dt.date | None:
    """The day of the last talk, meeting or purchase; `None` where there was none."""
    found = [fact.at for fact in person.own if _is_what_it_waits_for(fact, due.after)]
    return person.day(max(found)) if found else None


def _dues(situation: Situation, ring: Ring) -> Iterator[tuple[Due, dt.date]]:
    for due in situation.facts_declared(Due):
        last = _last_day(situation.person, due) if due.reason == ring.reason.name else None
        if last is not None:
            yield due, last


def _first_day(person: Person, due: Due, last: dt.date) -> dt.date:
    return person.day(person.months_on(person.wall(last, 12), due.months)) + due.days * DAY


def _is_looked_at_again(situation: Situation) -> bool:
    """Whether we let go when something last happened: what stands counts as due when we look again (rulebook B5).

    Taking something back is no happening: the moment looked at is that of the last fact that stands. Who looks again
    at once never says that they let go.
    """
    at_once = any(each.revisit_days == 0 for each in situation.facts_declared(GivesUp))
    if at_once or any(is_goodbye(fact) for fact in situation.person.own):
        return True
    standing = [fact for fact in situation.person.standing if not isinstance(fact, Retraction)]
    latest = max((fact.at for fact in standing), default=situation.now)
    return isinstance(situation.asked(latest, History(standing)), WalkAway)


@law(
    "in-season",
    says="Nobody is rung for a reason before it is due, or when it is stale, as was declared.",
    group="truth",
    moment="a reason has its season",
    reached=lambda situation: asks_for_a_call(situation) and any(_dues(situation, situation.rings[0])),
    needs=Due,
)
def in_season(situation: Situation) -> Iterator[Broken]:
    """Count by the days of the person's calendar."""
    person = situation.person
    for ring in situation.rings[:1]:
        for due, last in _dues(situation, ring):
            day = person.day(ring.at)
            if day < _first_day(person, due, last) and not _is_looked_at_again(situation):
                yield Broken(says=f"a call before it is due: {due.says}", at=ring.at, expected="no call")
            if due.until_days is not None and day > last + due.until_days * DAY:
                yield Broken(says=f"a call for what is stale: {due.says}", at=ring.at, expected="no call")


def _is_late(situation: Situation) -> bool:
    call = situation.call
    due = call.reason.due if call else None
    return due is not None and due < situation.now and asks_for_a_call(situation)


@law(
    "lateness-shows",
    says="A call that is late says since when it is due: neither later nor earlier than its reason fell due.",
    group="truth",
    moment="a call is late",
    reached=_is_late,
)
def lateness_shows(situation: Situation) -> Iterator[Broken]:
    """Its `since` is the moment at which its reason fell due."""
    call = situation.call
    if call and call.since and call.reason.due and call.since != call.reason.due:
        yield Broken(says=f"due since {call.reason.due:%Y-%m-%d %H:%M} UTC, it says since {call.since:%Y-%m-%d %H:%M}")
