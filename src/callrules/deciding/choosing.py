"""How answers combine into one step: grounds first, then the earliest of all ready calls and errands."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from callrules.deciding.agreeing import agreement, not_found_yet
from callrules.deciding.candidates import BEFORE_A_PROMISE, Candidate, candidates
from callrules.deciding.days_of_ours import settled
from callrules.deciding.question import Heard, Question
from callrules.deciding.stopping import hardness, next_harder, standing_stop, waiting, walk_away, walk_aways_ahead
from callrules.moments import END_OF_TIME, START_OF_TIME, Agreement
from callrules.step import Because, Call, Errand, Prepare, Reason, Rest, SeekIntroduction, Step, Stop, WalkAway, Write


@attrs.frozen
class Ready:
    """A candidate that can be called some time: on which number and when, and the errands that must come first.

    Its step is written out only where it is the one that is answered.
    """

    candidate: Candidate
    number: str | None
    agreed: Agreement[str]
    errands: tuple[Errand, ...] = ()
    cautions: tuple[Because, ...] = ()
    ends: tuple[dt.datetime, ...] = ()

    @property
    def at(self) -> dt.datetime:
        """When it may be done."""
        return self.agreed.start

    @property
    def rank(self) -> int:
        """The place of its reason among the reasons, 0 first."""
        return self.candidate.reason.rank

    @property
    def is_call(self) -> bool:
        """Whether a window was found, and not merely a moment from which to look on."""
        return not self.agreed.is_undecided

    @property
    def step(self) -> Call | Rest:
        """The call, or a rest if no window was found yet."""
        if self.agreed.is_undecided:
            return Rest(at=self.agreed.start, because=not_found_yet(self.agreed))
        return _call(self)


def choose(question: Question) -> Step:
    """The one next step of a contact at a moment."""
    rest = ahead_of_now(question)
    if rest:
        return rest
    stops = question.stops()
    standing = standing_stop(question, stops)
    if standing:
        said = walk_away(question, *standing, until=next_harder(question, standing.answer, stops))
        return _with_its_date(question, said) if isinstance(said, WalkAway) and said.at else said
    ready, conflicts = ready_calls(question, stops)
    steps: list[Ready | Step] = [each for each in ready if not each.errands]
    steps += [errand for each in ready for errand in each.errands]
    steps += _owed(question, stops)
    steps += walk_aways_ahead(question, stops)
    patient = [each.because for each in waiting(question, stops)]
    return first_of(steps) or _nothing_to_do([*conflicts, *patient])


def first_of(steps: Sequence[Ready | Step]) -> Step | None:
    """The first of several steps; only those of the earliest moment are written out and compared."""
    if not steps:
        return None
    if len(steps) > 1:
        earliest = min([step.at or START_OF_TIME for step in steps])
        steps = [step for step in steps if (step.at or START_OF_TIME) == earliest]
    if len(steps) > 1 and all(isinstance(step, Ready) and step.is_call for step in steps):
        warmest = min([step.rank for step in steps if isinstance(step, Ready)])
        steps = [step for step in steps if isinstance(step, Ready) and step.rank == warmest]
    written = [step.step if isinstance(step, Ready) else step for step in steps]
    return written[0] if len(written) == 1 else min(written, key=in_order)


def _with_its_date(question: Question, said: WalkAway) -> WalkAway:
    """The goodbye with the moment from which the rules will really let us try again, not before `revisit` (G37)."""
    again = None
    if said.revisit:
        then = attrs.evolve(question, now=said.revisit)
        ready, _ = ready_calls(then, then.stops())
        again = min((each.at for each in ready if each.is_call), default=None)
    return attrs.evolve(said, because=tuple(attrs.evolve(each, until=again) for each in said.because))


def ahead_of_now(question: Question) -> Rest | None:
    """Rest where facts lie ahead of now: a skewed clock decides nothing."""
    latest = question.history.latest
    if latest is None or latest <= question.now:
        return None
    says = "a fact lies ahead of now: check the clocks, or wait for it"
    return Rest(at=latest, because=(Because("clock", "later_than_now", says, latest),))


def ready_calls(question: Question, stops: Sequence[Heard[Stop]]) -> tuple[list[Ready], list[Because]]:
    """Every reason that can be called some time, with what must be done first; and the guards that never agree."""
    ready: list[Ready] = []
    conflicts: list[Because] = []
    for candidate in candidates(question, stops):
        found, apart = _windows(question, candidate)
        conflicts += apart
        if found:
            number, agreed = found[0] if len(found) == 1 else min(found, key=_soonest)
            if agreed.start < (candidate.reason.expires or END_OF_TIME):
                ready.append(_ready(question, candidate, number, agreed, stops))
    return ready, conflicts


def _ready(
    question: Question,
    candidate: Candidate,
    number: str | None,
    agreed: Agreement[str],
    stops: Sequence[Heard[Stop]],
) -> Ready:
    if agreed.is_undecided:
        return Ready(candidate, number, agreed)
    errands, cautions = _errands_first(question, candidate.reason, agreed.start, stops)
    cautions = (*_not_on_the_card(question, candidate), *cautions)
    return Ready(candidate, number, agreed, errands, cautions, _ends(question, agreed.start, stops))


def _ends(question: Question, start: dt.datetime, stops: Sequence[Heard[Stop]]) -> tuple[dt.datetime, ...]:
    """When the grounds begin, and those that wait have waited, that end a call which may be made from then on."""
    begins = [stop.since for _, stop in stops if stop.since > start]
    waited = [each.goodbye for each in waiting(question, stops) if each.goodbye and each.goodbye > start]
    return (*begins, *waited)


def _not_on_the_card(question: Question, candidate: Candidate) -> Iterator[Because]:
    """The number on which they asked for the call, where it is none of the contact's: told, and never rung (G19)."""
    said_on = question.said_on(candidate.reason)
    known = {phone.number for phone in question.contact.phones} if said_on else set()
    if said_on and known and said_on not in known:
        says = f"asked for on {said_on}, which is not on the card: note it there before it is rung"
        yield Because("playbook", "number_not_on_card", says)


def _soonest(found: tuple[str | None, Agreement[str]]) -> tuple[dt.datetime, bool]:
    return (found[1].start, found[1].is_undecided)


def _windows(question: Question, candidate: Candidate) -> tuple[list[tuple[str | None, Agreement[str]]], list[Because]]:
    """For each number the first window, and for numbers that are never free, who is in conflict."""
    numbers = question.numbers(candidate.reason)
    agreed = [(each, agreement(question, candidate.reason, each, candidate.waits)) for each in numbers]
    conflict = [each for _, never in agreed if never.is_never for each in never.conflict]
    apart = [Because(rule, "conflict", window.says) for rule, window in conflict]
    return [(number, each) for number, each in agreed if not each.is_never], apart


def _errands_first(
    question: Question, reason: Reason, at: dt.datetime, stops: Sequence[Heard[Stop]]
) -> tuple[tuple[Errand, ...], tuple[Because, ...]]:
    errands, cautions = [], []
    passes = reason.named is not None or reason.name in BEFORE_A_PROMISE
    for rule, errand in question.errands(reason, at):
        told = _told(rule, errand)
        if passes and isinstance(errand, (Prepare, SeekIntroduction)):
            cautions += [attrs.evolve(each, code="caution") for each in told.because]
        else:
            errands.append(_no_earlier(_on_a_day(question, rule, told, stops), question.now, no_later=at))
    return tuple(errands), tuple(cautions)


def _owed(question: Question, stops: Sequence[Heard[Stop]]) -> list[Errand]:
    heard = question.errands(None, question.now)
    return [_no_earlier(_on_a_day(question, rule, _told(rule, errand), stops), question.now) for rule, errand in heard]


def _on_a_day(question: Question, rule: str, errand: Errand, stops: Sequence[Heard[Stop]]) -> Errand:
    """The errand as settled; while a ground waits, no new day is named, for nothing new is rung."""
    if isinstance(errand, Write) and waiting(question, stops):
        return attrs.evolve(errand, promises=None)
    return settled(question, rule, errand)


def _no_earlier(errand: Errand, now: dt.datetime, *, no_later: dt.datetime | None = None) -> Errand:
    due = errand.at or now
    due = due if no_later is None else min(due, no_later)
    at = max(due, now)
    return attrs.evolve(errand, at=at, since=min(errand.since, at) if errand.since else None)


def _told(rule: str, errand: Errand) -> Errand:
    if errand.because:
        return errand
    return attrs.evolve(errand, because=(Because(rule, errand.type, f"{rule.replace('_', ' ')} comes first"),))


def _call(ready: Ready) -> Call:
    candidate, agreed = ready.candidate, ready.agreed
    why = Because(candidate.rule, candidate.reason.name, candidate.reason.says)
    held = [Because(rule, "permits", window.says, window.opens_at) for rule, window in agreed.binding]
    return Call(
        at=agreed.start,
        since=candidate.since,
        until=min(filter(None, (agreed.until, candidate.reason.expires, *ready.ends)), default=None),
        reason=candidate.reason,
        number=ready.number,
        because=(why, *candidate.waits_for, *dict.fromkeys(held), *ready.cautions),
    )


def in_order(step: Step) -> tuple[Any, ...]:
    """Order steps: the earliest first, the goodbye and the call at a tie, and never by the order of the rules."""
    at = step.at or START_OF_TIME
    if isinstance(step, WalkAway):
        return (at, 0, hardness(step), step.says, repr(step))
    if isinstance(step, Rest):
        return (at, 0, (sys.maxsize, ""), repr(step))  # at its end the answer may be another, whatever falls due then
    if isinstance(step, Call):
        reason = step.reason
        return (at, 1, reason.rank, reason.name, reason.about or "", step.because[0].rule, reason.says, repr(reason))
    return (at, 2, step.type != "write", step.type, getattr(step, "purpose", ""), step.says, repr(step))


def _nothing_to_do(conflicts: Sequence[Because]) -> Rest:
    if conflicts:
        return Rest(at=None, because=tuple(dict.fromkeys(conflicts)))
    return Rest(at=None, because=(Because("playbook", "no_reason", "there is no reason to call"),))
