"""The last gate before a phone rings, and the one to ask while promising."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from callrules.checks import moment
from callrules.deciding.agreeing import agreement, not_found_yet
from callrules.deciding.candidates import Candidate
from callrules.deciding.choosing import Ready, ahead_of_now, first_of, ready_calls
from callrules.deciding.question import Heard, Question
from callrules.deciding.stopping import standing_stop, waiting
from callrules.moments import Agreement
from callrules.promises import Named
from callrules.step import Because, Call, Reason, Rest, Stop, Verdict
from callrules.vocabulary import Party, ground_named


def may_call(question: Question) -> Verdict:
    """Whether the phone may ring now: there is a reason, nothing comes first, and every guard permits it."""
    rest, number = ahead_of_now(question), question.number
    if rest:
        again = may_call(attrs.evolve(question, now=rest.at)).at if rest.at else None
        return _refused(number, rest.because, again)
    stops = question.stops()
    standing = standing_stop(question, stops)
    if standing:
        rule, stop = standing
        again = may_call(attrs.evolve(question, now=stop.revisit)).at if stop.revisit else None
        return _refused(number, [Because(rule, stop.grounds, stop.says, stop.revisit)], again)
    if _is_strange(question):
        return _refused(number, [Because("gate", "unknown_number", "this number is none of the contact's")])
    return _among_the_ready(question, stops)


def _refused(number: str | None, because: Iterable[Because], at: dt.datetime | None = None) -> Verdict:
    return Verdict(allowed=False, at=at, number=number, because=tuple(_each_once(because)))


def _is_strange(question: Question) -> bool:
    known = {phone.number for phone in question.contact.phones}
    return bool(known) and question.number is not None and question.number not in known


def _among_the_ready(question: Question, stops: Sequence[Heard[Stop]]) -> Verdict:
    ready, conflicts = ready_calls(question, stops)
    first = first_of([each for each in ready if not each.errands])
    if isinstance(first, Rest):
        return _refused(question.number, first.because)
    if not isinstance(first, Call):
        errands = _errands(ready)
        patient = [each.because for each in waiting(question, stops)]
        nothing = patient or [Because("playbook", "no_reason", "there is no reason to call")]
        return _refused(question.number, errands or conflicts or nothing)
    if first.is_due(question.now):
        return Verdict(allowed=True, at=first.at, number=first.number or question.number, because=first.because)
    rings = first.at or question.now
    sooner = _errands([each for each in ready if each.at < rings])
    found = (*_not_due_yet(question, first), *_forbidding(question, first), *first.because[1:], *sooner)
    forbidding = _each_once(found)
    ahead = [stop.since for _, stop in stops if question.now < stop.since <= rings]
    if not ahead:
        not_yet = Because("gate", "not_yet", "what this call is for is due only later", first.at)
        return _refused(question.number, forbidding or (not_yet,), first.at)
    after = may_call(attrs.evolve(question, now=min(ahead)))
    return _refused(question.number, _each_once((*forbidding, *after.because)), after.at)


def _errands(ready: Sequence[Ready]) -> list[Because]:
    """Why each of these calls waits until something is done."""
    return [because for each in ready for errand in each.errands for because in errand.because]


def _each_once(because: Iterable[Because]) -> tuple[Because, ...]:
    """Every sentence once, where it stands first."""
    once: dict[str, Because] = {}
    for each in because:
        once.setdefault(each.says, each)
    return tuple(once.values())


def _not_due_yet(question: Question, call: Call) -> Iterator[Because]:
    """The reason itself, where its moment lies ahead."""
    if call.since and call.since > question.now:
        because = call.because[0]
        yield Because(because.rule, "not_due_yet", f"not before its day: {because.says}", call.since)


def _forbidding(question: Question, call: Call) -> Iterator[Because]:
    for rule, ask in question.guards(call.reason, call.number):
        window = ask(question.now)
        if window and window.opens > question.now:
            yield Because(rule, "forbids", window.says, window.opens_at)


def opened_for(question: Question, call: Call) -> tuple[Because, ...]:
    """The guards that permit the call since some moment, each with that moment."""
    answers = [(rule, ask(question.now)) for rule, ask in question.guards(call.reason, call.number)]
    return tuple(
        Because(rule, "permits", window.says, window.opens_at) for rule, window in answers if window and window.start
    )


def can_promise(question: Question, due: dt.date, asked_by: Party) -> Verdict:
    """Whether a call promised for that hour or day could be made then."""
    number = question.number
    if _is_strange(question):
        return _refused(number, [Because("gate", "unknown_number", "this number is none of the contact's")])
    refusal = next((each for each in question.stops() if ground_named(each.answer.grounds).bars_promises), None)
    if refusal:
        return _refused(number, [Because(refusal.rule, refusal.answer.grounds, refusal.answer.says)])
    candidate = _to_be_promised(question, moment(due, "due"), asked_by)
    found = (
        agreement(question, candidate.reason, each, candidate.waits) for each in question.numbers(candidate.reason)
    )
    first = min(found, key=lambda each: (bool(each.conflict), each.start))
    if first.is_undecided:
        return _refused(number, not_found_yet(first))
    if first.conflict:
        return _refused(number, [Because(rule, "conflict", window.says) for rule, window in first.conflict])
    kept = _is_kept(question, candidate, first, names_a_day=not isinstance(due, dt.datetime))
    binding = tuple(Because(rule, "permits", window.says, window.opens_at) for rule, window in first.binding)
    because = binding if kept else _each_once((*_movers(question, candidate), *binding))
    return Verdict(allowed=kept, at=first.start, number=number, because=because)


def _movers(question: Question, candidate: Candidate) -> Iterator[Because]:
    """Yield who forbids the moment to be promised: the whole of the day, or the hour."""
    due = candidate.since or question.now
    names_a_day = candidate.reason.named is Named.DAY
    for rule, ask in question.guards(candidate.reason, question.numbers(candidate.reason)[0]):
        window = ask(due)
        if window and window.opens > due and (not names_a_day or window.opens >= question.history.calendar.ends(due)):
            yield Because(rule, "forbids", window.says, window.opens_at)


def _to_be_promised(question: Question, due: dt.date, asked_by: Party) -> Candidate:
    exactly = Named.HOUR if isinstance(due, dt.datetime) else Named.DAY
    starts = question.history.calendar.starts(due)
    named = exactly if asked_by is Party.THEM else None
    reason = Reason(name="promise", due=starts, about="to be promised", says="the moment to be promised", named=named)
    return Candidate("gate", reason, starts)


def _is_kept(question: Question, candidate: Candidate, first: Agreement[str], *, names_a_day: bool) -> bool:
    if candidate.since is None or not names_a_day:
        return first.start == candidate.since
    return first.start < question.history.calendar.ends(candidate.since)
