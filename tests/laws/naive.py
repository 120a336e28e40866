"""The decision once more, on purpose without wit: plain questions about one minute, answered from the rulebook.

No windows, no guards, no hooks: it shares only the values, the table of regions and the ranks with the library.
"""

import datetime as dt

import attrs
from naive_grounds import unanswered
from naive_minutes import is_snoozed_at_all, may_ring
from naive_more import comes_first, is_cold, missed_at, more_grounds, more_whys, owed_besides
from naive_reasons import whys

from callrules import CallAttempt, Disposition
from callrules.step import RANK
from callrules.testing.plain import Person, is_dead, other_channel, owed_a_note, refused, said_goodbye
from callrules.testing.plain.clock import DAY
from callrules.testing.plain.grounds import calls_on
from callrules.testing.plain.signs import is_talk

COLD = {"lapsed_customer", "dormant_customer", "competitor_customer", "prospect"}


def due_now(contact, history, at):
    """What is due at this minute: a call (name, about, numbers), a note to write, a goodbye, or nothing."""
    person = Person(contact, history)
    if any(fact.at > at for fact in (*person.own, *person.refusals)):
        return None
    numbers = [phone.number for phone in contact.phones] or [None]
    if refused(person, at):
        return None
    if all(is_dead(person, number) for number in numbers):
        return None if said_goodbye(person, died(person, numbers)) else ("walk_away", "number_unworkable")
    for ground, since in more_grounds(person):
        return None if said_goodbye(person, since) else ("walk_away", ground)
    stop = unanswered(person)
    if stop and stop[0] <= at < stop[1]:
        return None if said_goodbye(person, stop[0]) else ("walk_away", "unanswered")
    again = stop[1] if stop and stop[1] <= at else None
    return _best(person, at, numbers, again)


def died(person, numbers):
    moments = []
    for number in numbers:
        bad = [call for call in calls_on(person, number) if call.disposition is Disposition.BAD_NUMBER]
        wrong = [
            call
            for call in calls_on(person, number)
            if call.disposition is Disposition.WRONG_NUMBER and person.is_own(call)
        ]
        moments.append(min([call.at for call in (*bad[1:2], *wrong)]))
    return max(moments)


def _best(person, at, numbers, again):
    standing = [why for why in (*whys(person), *more_whys(person)) if not used_up(person, why)]
    standing = [attrs.evolve(why, due=again) if again and why.name != "promise" else why for why in standing]
    ready, first_things = [], set()
    for why in standing:
        usable = [number for number in numbers if _is_on(person, why, standing, number, at)]
        things = comes_first(person, why, at)
        if usable and not things:
            ready.append((RANK.index(why.name), why.name, why.about or "", why, usable))
        first_things |= set(things) if usable else set()
    if ready:
        _, _, _, why, usable = min(ready, key=lambda each: each[:3])
        return ("call", why.name, why.about, tuple(usable))
    writes = sorted([*notes_owed(person, at), *owed_besides(person, at)])
    if writes:
        return writes[0]
    ahead = first_things or _needed_soon(person, standing, numbers, at)
    return (min(ahead), None) if ahead else None


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
    return not waits(why, live) and may_ring(person, why, number, at)


def is_meeting_ahead(person, why, at):
    """No cold call before an agreed meeting."""
    missed = missed_at(person) if why.name in COLD else None
    return missed is not None and at < missed


def used_up(person, why):
    """B2: that pair was heard; a promise, and what has no `about`, can fall due again."""
    once = why.about is not None and why.name != "promise"
    heard = [call.at for call in person.calls if is_talk(call) and (call.reason, call.about) == (why.name, why.about)]
    return any(once or why.due is None or at >= why.due for at in heard)


def waits(why, standing):
    """While a promise is open only a returned call or another promise comes before it; the cold four wait."""
    if why.name in {"returned_call", "promise"}:
        return False
    return any(each.name == "promise" or (why.name in COLD and each.name not in COLD) for each in standing)
