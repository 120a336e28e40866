"""The last gate before a phone rings, and the one to ask while promising."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from callrules.checks import moment
from callrules.deciding.agreeing import agree, not_found_yet, opening
from callrules.deciding.candidates import Occasion
from callrules.deciding.choosing import ahead_of_now, in_order, ready_calls
from callrules.deciding.question import Asked
from callrules.deciding.stopping import standing_stop, waiting
from callrules.moments import Agreement
from callrules.promises import Named
from callrules.step import Because, Call, Reason, Rest, Stop, Verdict
from callrules.vocabulary import Party


def may_call(asked: Asked) -> Verdict:
    """Whether the phone may ring now: there is a reason, nothing comes first, and every guard permits it."""
    rest, number = ahead_of_now(asked), asked.number
    if rest:
        again = may_call(attrs.evolve(asked, now=rest.at)).at if rest.at else None
        return _refused(number, rest.because, again)
    stops = asked.stops()
    standing = standing_stop(asked, stops)
    if standing:
        rule, stop = standing
        again = may_call(attrs.evolve(asked, now=stop.revisit)).at if stop.revisit else None
        return _refused(number, [Because(rule, stop.grounds, stop.says, stop.revisit)], again)
    if _is_strange(asked):
        return _refused(number, [Because("gate", "unknown_number", "this number is none of the contact's")])
    return _among_the_ready(asked, stops)


def _refused(number: str | None, because: Iterable[Because], at: dt.datetime | None = None) -> Verdict:
    return Verdict(allowed=False, at=at, number=number, because=tuple(_each_once(because)))


def _is_strange(asked: Asked) -> bool:
    known = {phone.number for phone in asked.contact.phones}
    return bool(known) and asked.number is not None and asked.number not in known


def _among_the_ready(asked: Asked, stops: Sequence[tuple[str, Stop]]) -> Verdict:
    conflicts: list[Because] = []
    ready = list(ready_calls(asked, stops, conflicts))
    first = min((each.step for each in ready if not each.held_by), key=in_order, default=None)
    if isinstance(first, Rest):
        return _refused(asked.number, first.because)
    if first is None:
        errands = [because for each in ready for errand in each.held_by for because in errand.because]
        patient = [each.because for each in waiting(asked, stops)]
        nothing = patient or [Because("playbook", "no_reason", "there is no reason to call")]
        return _refused(asked.number, errands or conflicts or nothing)
    if first.is_due(asked.now):
        return Verdict(allowed=True, at=first.at, number=first.number or asked.number, because=first.because)
    forbidding = _each_once((*_not_due_yet(asked, first), *_forbidding(asked, first), *first.because[1:]))
    rings = first.at or asked.now
    ahead = [stop.since for _, stop in stops if asked.now < stop.since <= rings]
    if not ahead:
        not_yet = Because("gate", "not_yet", "what this call is for is due only later", first.at)
        return _refused(asked.number, forbidding or (not_yet,), first.at)
    after = may_call(attrs.evolve(asked, now=min(ahead)))
    return _refused(asked.number, _each_once((*forbidding, *after.because)), after.at)


def _each_once(because: Iterable[Because]) -> tuple[Because, ...]:
    """Every sentence once, where it stands first."""
    once: dict[str, Because] = {}
    for each in because:
        once.setdefault(each.says, each)
    return tuple(once.values())


def _not_due_yet(asked: Asked, call: Call) -> Iterator[Because]:
    """The reason itself, where its moment lies ahead."""
    if call.since and call.since > asked.now:
        because = call.because[0]
        yield Because(because.rule, "not_due_yet", f"not before its day: {because.says}", call.since)


def _forbidding(asked: Asked, call: Call) -> Iterator[Because]:
    for rule, ask in asked.guards(call.reason, call.number):
        window = ask(asked.now)
        if window and window.opens > asked.now:
            yield Because(rule, "forbids", window.says, None if window.is_never else window.start)


def opened_for(asked: Asked, call: Call) -> tuple[Because, ...]:
    """The guards that permit the call since some moment, each with that moment."""
    answers = [(rule, ask(asked.now)) for rule, ask in asked.guards(call.reason, call.number)]
    return tuple(
        Because(rule, "permits", window.says, window.start) for rule, window in answers if window and window.start
    )


def can_promise(asked: Asked, due: dt.date, asked_by: Party) -> Verdict:
    """Whether a call promised for that hour or day could be made then."""
    number = asked.number
    if _is_strange(asked):
        return _refused(number, [Because("gate", "unknown_number", "this number is none of the contact's")])
    refusal = next((each for each in asked.stops() if each[1].grounds in {"do_not_call", "number_unworkable"}), None)
    if refusal:
        return _refused(number, [Because(refusal[0], refusal[1].grounds, refusal[1].says)])
    occasion = _to_be_promised(asked, moment(due, "due"), asked_by)
    found = (agree(asked, occasion, each) for each in asked.numbers(occasion.reason))
    first = min(found, key=lambda each: (bool(each.conflict), each.start))
    if first.is_tired:
        return _refused(number, not_found_yet(first))
    if first.conflict:
        return _refused(number, [Because(rule, "conflict", window.says) for rule, window in first.conflict])
    kept = _is_kept(asked, occasion, first, names_a_day=not isinstance(due, dt.datetime))
    binding = tuple(Because(rule, "permits", window.says, opening(window)) for rule, window in first.binding)
    because = binding if kept else _each_once((*_movers(asked, occasion), *binding))
    return Verdict(allowed=kept, at=first.start, number=number, because=because)


def _movers(asked: Asked, occasion: Occasion) -> Iterator[Because]:
    """Who forbids the moment to be promised: the whole of the day, or the hour."""
    due = occasion.since or asked.now
    names_a_day = occasion.reason.named is Named.DAY
    for rule, ask in asked.guards(occasion.reason, asked.numbers(occasion.reason)[0]):
        window = ask(due)
        if window and window.opens > due and (not names_a_day or window.opens >= asked.history.calendar.ends(due)):
            yield Because(rule, "forbids", window.says, None if window.is_never else window.start)


def _to_be_promised(asked: Asked, due: dt.date, asked_by: Party) -> Occasion:
    exactly = Named.HOUR if isinstance(due, dt.datetime) else Named.DAY
    starts = asked.history.calendar.starts(due)
    named = exactly if asked_by is Party.THEM else None
    reason = Reason(name="promise", due=starts, about="to be promised", says="the moment to be promised", named=named)
    return Occasion("gate", reason, starts)


def _is_kept(asked: Asked, occasion: Occasion, first: Agreement[str], *, names_a_day: bool) -> bool:
    if occasion.since is None or not names_a_day:
        return first.start == occasion.since
    return first.start < asked.history.calendar.ends(occasion.since)
