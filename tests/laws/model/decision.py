"""The decision once more, on purpose without wit: plain questions about one minute, answered from the rulebook.

No windows, no guards, no hooks: it shares only the values, the table of regions and the ranks with the library.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, Commitment, Disposition
from callrules.days_off import DaysOff
from callrules.testing.oracle import (
    DAY,
    FIRM,
    Person,
    died_at,
    is_inbound,
    is_talk,
    other_channel,
    owed_a_note,
    refused,
    said_goodbye,
    waited_for,
    waits,
)
from callrules.vocabulary import RANK
from model.grounds import unanswered
from model.house_numbers import RESTRAINTS
from model.minutes import is_snoozed_at_all, may_ring
from model.more import comes_first, is_cold, missed_at, more_grounds, more_whys, owed_besides
from model.reasons import whys

COLD = {"lapsed_customer", "dormant_customer", "competitor_customer", "prospect"}
ON_THEIR_DAY = {"promise", "simple_reason"}


def due_now(contact, history, at):
    """What is due at this minute: a call (name, about, numbers), a note to write, a goodbye, or nothing."""
    person = Person(contact, history, DaysOff(holidays=True), RESTRAINTS)
    if any(fact.at > at for fact in (*person.own, *person.refusals)):
        return None
    numbers = [phone.number for phone in contact.phones] or [None]
    if refused(person, at):
        return None
    waiting = []
    for ground, since, revisit in grounds(person, numbers):
        if since > at or (revisit and at >= revisit):
            continue
        if ground in FIRM or not waits(person, since, at, looks_again=revisit is not None):
            return None if said_goodbye(person, since) else ("walk_away", ground)
        waiting.append({each.fact.key for each in waited_for(person, since, looks_again=revisit is not None)})
    revisits = [revisit for _, _, revisit in grounds(person, numbers) if revisit and revisit <= at]
    return _best(person, at, numbers, max(revisits, default=None), waiting)


def grounds(person, numbers):
    """Every ground there is, the hardest to lift first: (ground, since, when we look again)."""
    died = [died_at(person, number) for number in numbers]
    if all(died):
        yield "number_unworkable", max(died), None
    yield from ((ground, since, None) for ground, since in more_grounds(person))
    enough = unanswered(person)
    if enough:
        yield "unanswered", *enough


def lets_ring(why, waiting):
    """G33: while a ground waits, only what it waits for and a returned call."""
    return why.name == "returned_call" or all(why.name == "promise" and why.about in each for each in waiting)


def _best(person, at, numbers, again, waiting):
    standing = [why for why in (*whys(person), *more_whys(person)) if not used_up(person, why)]
    standing = [why for why in standing if lets_ring(why, waiting)]
    standing = [attrs.evolve(why, due=again) if again and why.name not in ON_THEIR_DAY else why for why in standing]
    ready, first_things = [], set()
    for why in standing:
        usable = [number for number in numbers if _is_on(person, why, standing, number, at)]
        things = comes_first(person, why, at)
        if usable and not things:
            ready.append((RANK.index(why.name), why.name, why.about or "", why, usable))
        first_things |= set(things) if usable else set()
    if ready:
        _, _, _, why, usable = min(ready, key=lambda each: each[:3])
        on = said_on(person, why)
        return ("call", why.name, why.about, (on,) if on in usable else tuple(usable))
    writes = sorted([*notes_owed(person, at), *owed_besides(person, at)])
    if writes:
        return writes[0]
    ahead = first_things or _needed_soon(person, standing, numbers, at)
    return (min(ahead), None) if ahead else None


def said_on(person, why):
    """G19: a promised or returned call tries the number first on which it was said."""
    said = next((fact for fact in person.own if fact.key == why.about), None)
    if isinstance(said, Commitment):
        day = person.day(said.at)
        talks = [call for call in person.calls if is_talk(call) and call.at <= said.at and person.day(call.at) == day]
        said = talks[-1] if talks else None
    if why.name not in {"promise", "returned_call"} or not isinstance(said, CallAttempt):
        return None
    return (said.from_number or said.number) if is_inbound(said) else said.number


def notes_owed(person, at):
    bad = owed_a_note(person)
    if bad and other_channel(person, bad) and not is_snoozed_at_all(person, at):
        hung_up = isinstance(bad, CallAttempt) and bad.disposition is Disposition.HUNG_UP
        yield ("write", "after_hang_up" if hung_up else "after_brush_off")


def _needed_soon(person, standing, numbers, at):
    """What must be there for a call that could first be made within the two weeks that preparing takes."""
    needed = set()
    for why in standing:
        if is_cold(person) or person.contact.red_phone:
            call = _first_call(person, why, standing, numbers, at)
            needed |= set(comes_first(person, why, call)) if call else set()
    return needed


def _first_call(person, why, standing, numbers, at):
    quarters = (at.replace(minute=0) + dt.timedelta(minutes=each) for each in range(0, 14 * 24 * 60 + 60, 15))
    for then in [at, *(each for each in quarters if at < each < at + 14 * DAY), at + 14 * DAY]:
        if any(_is_on(person, why, standing, number, then) for number in numbers):
            return then
    return None


def _is_on(person, why, standing, number, at):
    live = [each for each in standing if each.expires is None or at < each.expires]
    if why not in live or (why.due is not None and why.due > at) or is_meeting_ahead(person, why, at):
        return False
    return not waits_for_another(why, live) and may_ring(person, why, number, at)


def is_meeting_ahead(person, why, at):
    """No cold call before an agreed meeting."""
    missed = missed_at(person) if why.name in COLD else None
    return missed is not None and at < missed


def used_up(person, why):
    """B2: that pair was heard; what is due on its day, and what has no `about`, can fall due again."""
    once = why.about is not None and why.name not in ON_THEIR_DAY
    heard = [
        call.at
        for call in person.calls
        if is_talk(call) and call.reason == why.name and person.event(call.about) == why.about
    ]
    return any(once or why.due is None or at >= why.due for at in heard)


def waits_for_another(why, standing):
    """While a promise is open only a returned call or another promise comes before it; the cold four wait."""
    if why.name in {"returned_call", "promise"}:
        return False
    warmer = [each for each in standing if each.name not in COLD and each.name != "simple_reason"]
    return any(each.name == "promise" or why.name in COLD for each in warmer)
