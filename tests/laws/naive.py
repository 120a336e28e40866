"""The decision once more, on purpose without wit: plain questions about one minute, answered from the rulebook.

No windows, no guards, no hooks: it shares only the values, the table of regions and the ranks with the library.
"""

import attrs
from naive_grounds import calls_on, is_dead, refused, said_goodbye, unanswered
from naive_hang_ups import other_channel, owed_a_note
from naive_minutes import is_snoozed_at_all, may_ring
from naive_person import Person, is_talk
from naive_reasons import whys

from callrules import CallAttempt, Disposition
from callrules.step import RANK


def due_now(contact, history, at):
    """What is due at this minute: a call (name, about, numbers), a note to write, a goodbye, or nothing."""
    person = Person(contact, history)
    if any(fact.at > at for fact in (*person.own, *person.refusals)):
        return None
    numbers = [phone.number for phone in contact.phones] or [None]
    if refused(person):
        return None
    if all(is_dead(person, number) for number in numbers):
        return None if said_goodbye(person, died(person, numbers)) else ("walk_away", "number_unworkable")
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
    standing = [why for why in whys(person) if not used_up(person, why)]
    bad = owed_a_note(person)
    owed = bad and other_channel(person, bad) and not is_snoozed_at_all(person, at)
    callable_now = []
    for why in standing:
        counts = attrs.evolve(why, due=again) if again and why.named is None else why
        usable = [number for number in numbers if _is_on(person, counts, standing, number, at)]
        if usable:
            callable_now.append((RANK.index(why.name), why.name, why.about or "", why, usable))
    if callable_now:
        _, _, _, why, usable = min(callable_now, key=lambda each: each[:3])
        return ("call", why.name, why.about, tuple(usable))
    if owed:
        hung_up = isinstance(bad, CallAttempt) and bad.disposition is Disposition.HUNG_UP
        return ("write", "after_hang_up" if hung_up else "after_brush_off")
    return None


def _is_on(person, why, standing, number, at):
    is_due = why.due is None or why.due <= at
    return is_due and not waits(why, standing) and may_ring(person, why, number, at)


def used_up(person, why):
    """B2: that pair was heard; a promise, and what has no `about`, can fall due again."""
    once = why.about is not None and why.name != "promise"
    heard = [call.at for call in person.calls if is_talk(call) and (call.reason, call.about) == (why.name, why.about)]
    return any(once or why.due is None or at >= why.due for at in heard)


def waits(why, standing):
    """While a promise is open only a returned call or another promise comes before it; the cold four wait."""
    if why.name in {"returned_call", "promise"}:
        return False
    cold = {"lapsed_customer", "dormant_customer", "competitor_customer", "prospect"}
    return any(each.name == "promise" or (why.name in cold and each.name not in cold) for each in standing)
