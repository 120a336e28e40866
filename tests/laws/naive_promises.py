"""The naive double: what was promised, by us and by them (rulebook B1)."""

import datetime as dt

import attrs
from naive_person import MINUTE, NOTES, REFUSED, is_inbound, is_talk, rang

from callrules import CallAttempt, Commitment, Disposition, Kind, Message, Party


@attrs.frozen
class Promised:
    fact: object
    due: dt.datetime
    named: str | None
    dated: bool = True


def promised(person):
    silenced = max((fact.at for fact in person.refusals), default=None)
    made = [each for fact in person.own for each in promises_in(person, fact)]
    made = [each for each in made if silenced is None or each.fact.at > silenced]
    return [each for each in made if not any(replaces(person, other, each) for other in made)]


def replaces(person, later, earlier):
    """A date they name later replaces the open one; a note's, one that we had named alone."""
    by_note = isinstance(later.fact, Message) and later.fact.purpose in NOTES and earlier.named is None
    if later.fact.at <= earlier.fact.at or not ((later.named and later.dated) or by_note):
        return False
    keeper = kept_by(person, earlier)
    return keeper is None or keeper.at > later.fact.at


def kept_by(person, promise):
    """The first attempt that rang, or talk, from 15 minutes before its moment on, and after it was made."""
    since = promise.due - 15 * MINUTE
    keepers = [
        fact for fact in person.own if (rang(fact) or is_talk(fact)) and fact.at >= since and fact.at > promise.fact.at
    ]
    return min(keepers, key=lambda fact: (fact.at, is_talk(fact) and not rang(fact)), default=None)


def promises_in(person, fact):
    if isinstance(fact, Commitment) and fact.by is Party.US and fact.kind is Kind.CALL:
        yield Promised(fact, person.begins(fact.due), exactly(fact.due) if fact.asked_by is Party.THEM else None)
    if isinstance(fact, CallAttempt):
        yield from promised_on_the_phone(person, fact)
    if isinstance(fact, Message) and not is_inbound(fact) and fact.promises:
        yield Promised(fact, noted(person, fact), None)


def exactly(moment):
    return "hour" if isinstance(moment, dt.datetime) else "day"


def promised_on_the_phone(person, call):
    if call.callback_at:
        named = "day" if call.disposition is Disposition.GATEKEEPER else exactly(call.callback_at)
        yield Promised(call, person.begins(call.callback_at), named)
    if call.promises:
        yield Promised(call, person.begins(call.promises), exactly(call.promises) if is_talk(call) else None)
    dated = any(
        isinstance(each, Commitment) and each.by is Party.US and each.kind is Kind.CALL and each.at >= call.at
        for each in person.own
    )
    if call.disposition is Disposition.CALLBACK_REQUESTED and not (is_inbound(call) or call.callback_at or dated):
        day = person.working_days_on(person.day(call.at), 1)
        yield Promised(call, person.wall(day, 12 if person.part(call.at) == 0 else 0), "day", dated=False)


def noted(person, note):
    """D4: the promised day, at another part of the day than the failed call."""
    failed = [call for call in person.calls if call.at <= note.at and call.disposition in REFUSED]
    names_a_day = not isinstance(note.promises, dt.datetime)
    if names_a_day and note.purpose in NOTES and failed and person.part(failed[-1].at) == 0:
        return person.wall(note.promises, 12)
    return person.begins(note.promises)
