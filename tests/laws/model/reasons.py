"""The model: every reason there is, and from when (rulebook A, B1, D4, E6)."""

import datetime as dt
import statistics
from itertools import pairwise

from callrules import CallAttempt, Channel, Message, Outcome
from callrules.testing.oracle import (
    DAY,
    Occasion,
    cycle,
    is_bought,
    is_talk,
    is_unanswered,
    kept_by,
    notes_since,
    over,
    promised,
    their_open,
    waits_for_us,
)


def whys(person):
    yield from returned(person)
    for each in promised(person):
        yield from promise_or_what_it_left(person, each)
    yield from their_lapsed(person)
    yield from announced(person)
    yield from four_calls(person)


def returned(person):
    """E6, G15: who turned to us outside a talk and was not reached since."""
    turned = [fact for fact in person.own if waits_for_us(fact) and not is_talk(fact)]
    turned = [fact for fact in turned if not person.is_within_a_talk(fact)]
    calls_first = sorted(turned, key=lambda fact: isinstance(fact, Message))
    last = max(calls_first, key=lambda fact: fact.at, default=None)
    if last is None:
        return
    settled = person.reached(last.at + dt.timedelta.resolution) or any(fact.at >= last.at for fact in person.refusals)
    if not settled and not any(each.named and each.dated and each.fact.at >= last.at for each in promised(person)):
        yield Occasion("returned_call", last.at, last.key)


def promise_or_what_it_left(person, each):
    keeper = kept_by(person, each)
    if keeper is None:
        yield Occasion("promise", each.due, each.fact.key, each.named)
    elif isinstance(keeper, CallAttempt) and is_unanswered(keeper) and not person.reached(keeper.at):
        yield Occasion("follow_up", over(keeper), each.fact.key)


def their_lapsed(person):
    for fact, lapse in their_open(person, grace_days=1, dateless_days=5):
        if not person.reached(lapse):
            yield Occasion("their_promise_lapsed", lapse, fact.key)


def announced(person):
    """D4: a note that names no day still announces the third working day, or Friday."""
    bad = cycle(person)
    notes = notes_since(person, bad[-1].at) if len(bad) == 1 else []
    for note in notes[-1:]:
        due = person.wall(promised_day(person, note), 12 if person.part(bad[0].at) == 0 else 0)
        if note.promises is None and not person.reached(due):
            yield Occasion("follow_up", due, note.key)


def promised_day(person, note):
    written = person.day(note.at)
    friday = next(written + each * DAY for each in range(1, 8) if (written + each * DAY).isoweekday() == 5)
    away = sum(person.works(written + each * DAY) for each in range(1, (friday - written).days + 1))
    least = 3 if note.channel in {Channel.HANDWRITTEN, Channel.LETTER} else 2
    return friday if least <= away <= 5 and person.works(friday) else person.working_days_on(written, 3)


def four_calls(person):
    bought = sorted(
        {fact.at for fact in person.own if is_bought(fact)} | {c.at for c in person.calls if c.outcome is Outcome.ORDER}
    )
    talk = max((fact.at for fact in person.talks), default=None)
    again = person.months_on(talk, 6) if talk else None
    if bought:
        yield Occasion("dormant_customer", again or person.months_on(bought[-1], 6))
        lapsed = lapsed_at(person, bought)
        yield Occasion("lapsed_customer", lapsed if talk is None or talk < lapsed else again)
    if person.contact.buys_from:
        yield Occasion("competitor_customer", again)
    if not bought:
        known = person.begins(person.contact.known_since) if person.contact.known_since else None
        yield Occasion("prospect", known if talk is None or (known and talk < known) else again)


def lapsed_at(person, bought):
    days = sorted({person.day(at) for at in bought})
    if len(days) < 3:
        return person.months_on(bought[-1], 6 if len(days) == 2 else 12)
    median = statistics.median([(after - before).days for before, after in pairwise(days)])
    return person.days_on(bought[-1], max(90, int(2 * median) + 1))
