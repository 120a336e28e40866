"""How answers combine into one step: grounds first, then the earliest of all ready calls and errands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from callrules.asking import Asked
from callrules.history import History
from callrules.moments import END_OF_TIME, START_OF_TIME, Agreement, Window, first_agreement
from callrules.promises import Named
from callrules.step import (
    COLD,
    RANK,
    Because,
    Call,
    Errand,
    Prepare,
    Reason,
    Rest,
    SeekIntroduction,
    Step,
    Stop,
    WalkAway,
)  # fmt: skip
from callrules.terms import Channel
from callrules.writing import best_channel

GROUNDS = ("do_not_call", "number_unworkable", "disqualified", "not_interested", "stalled", "unanswered")
"""Which ground is named where several hold: the one that is hardest to lift."""
HOUR = dt.timedelta(hours=1)
"""A named hour lasts one hour (design, *Named moments*)."""
BEFORE_A_PROMISE = ("returned_call", "promise")
"""What may come before an open promise of ours, and what no preparation holds up (rulebook C2)."""


@attrs.frozen
class Occasion:
    """A reason that stands: who gave it, since when it is due, and the moment before which it waits."""

    rule: str
    reason: Reason
    since: dt.datetime | None
    waits: dt.datetime = START_OF_TIME


@attrs.frozen
class Ready:
    """A call that could be made, or, where errands come first, what they are."""

    call: Call
    held_by: tuple[Errand, ...] = ()


def choose(asked: Asked) -> Step:
    """The one next step of a contact at a moment."""
    rest = ahead_of_now(asked)
    if rest:
        return rest
    stops = asked.stops()
    standing = standing_stop(asked, stops)
    if standing:
        return _goodbye(asked, *standing)
    conflicts: list[Because] = []
    ready = list(ready_calls(asked, stops, conflicts))
    steps: list[Step] = [each.call for each in ready if not each.held_by]
    steps += [errand for each in ready for errand in each.held_by]
    steps += _owed(asked)
    steps += [_goodbye_ahead(asked, rule, stop) for rule, stop in stops if stop.since > asked.now]
    return min(steps, key=_order) if steps else _nothing_to_do(conflicts)


def ahead_of_now(asked: Asked) -> Rest | None:
    """Rest where facts lie ahead of now: a skewed clock decides nothing."""
    latest = asked.history.latest
    if latest is None or latest <= asked.now:
        return None
    says = "a fact lies ahead of now: check the clocks, or wait for it"
    return Rest(at=latest, because=(Because("clock", "later_than_now", says, latest),))


def standing_stop(asked: Asked, stops: Sequence[tuple[str, Stop]]) -> tuple[str, Stop] | None:
    """The ground that stands now, where there is one: the one that is hardest to lift."""
    standing = [(rule, stop) for rule, stop in stops if _stands(stop, asked.now)]
    return min(standing, key=lambda each: (_hardness(each[1]), each[1].since, each[0]), default=None)


def _stands(stop: Stop, now: dt.datetime) -> bool:
    return stop.since <= now and (stop.revisit is None or now < stop.revisit)


def _hardness(stop: Stop | WalkAway) -> tuple[int, str]:
    return (GROUNDS.index(stop.grounds) if stop.grounds in GROUNDS else len(GROUNDS), stop.grounds)


def _goodbye(asked: Asked, rule: str, stop: Stop) -> Step:
    said = stop.grounds == "do_not_call" or asked.history.said_goodbye_since(stop.since)
    because = (Because(rule, stop.grounds, stop.says, stop.revisit),)
    if said and stop.revisit:
        return Rest(at=stop.revisit, because=because)
    silent = stop.grounds in {"do_not_call", "disqualified"}
    channel: Channel | None = None if silent else best_channel(asked.contact, asked.history)
    at = None if said else max(asked.now, stop.since)
    return WalkAway(
        grounds=stop.grounds, at=at, since=stop.since, revisit=stop.revisit, channel=channel, because=because
    )


def _goodbye_ahead(asked: Asked, rule: str, stop: Stop) -> Step:
    step = _goodbye(asked, rule, stop)
    return step if isinstance(step, WalkAway) and step.at else Rest(at=stop.since, because=step.because)


def ready_calls(asked: Asked, stops: Sequence[tuple[str, Stop]], conflicts: list[Because]) -> Iterator[Ready]:
    """Every reason that can be called some time, with what must be done first; conflicts are collected."""
    for occasion in occasions(asked, stops):
        found = list(_windows(asked, occasion, conflicts))
        if not found:
            continue
        number, agreed = min(found, key=lambda each: each[1].start)
        if agreed.start >= (occasion.reason.expires or END_OF_TIME):
            continue
        held_by, cautions = _errands_first(asked, occasion.reason, agreed.start)
        ends = [stop.since for _, stop in stops if stop.since > agreed.start]
        yield Ready(_call(occasion, number, agreed, cautions, ends), held_by)


def _windows(asked: Asked, occasion: Occasion, conflicts: list[Because]) -> Iterator[tuple[str | None, Agreement[str]]]:
    for number in numbers_in_order(asked):
        agreed = agree(asked, occasion, number)
        if agreed.conflict:
            conflicts += [Because(rule, "conflict", window.says) for rule, window in agreed.conflict]
        else:
            yield number, agreed


def numbers_in_order(asked: Asked) -> list[str | None]:
    """Their numbers: those we talked on or they rang from first, then the least tried in vain, then as listed."""
    if asked.number:
        return [asked.number]
    contact, history = asked.contact, asked.history
    talked_on = {call.number for call in history.conversations} | {call.from_number for call in history.inbound}
    in_vain = [call.number for call in history.row_of_unanswered]
    numbers = [phone.number for phone in contact.phones]
    return sorted(numbers, key=lambda each: (each not in talked_on, in_vain.count(each))) or [None]


def agree(asked: Asked, occasion: Occasion, number: str | None) -> Agreement[str]:
    """The first window for that reason and number, inside the moment they named where that is possible."""
    guards = asked.guards(occasion.reason, number)
    start = max(asked.now, occasion.reason.due or START_OF_TIME, occasion.waits)
    if occasion.reason.named is None:
        return first_agreement(guards, start)
    named_end = _named_end(asked, occasion.reason)
    if start >= named_end:
        return first_agreement(guards, start)
    firm = first_agreement([(rule, _firm(ask)) for rule, ask in guards], start)
    if not firm.conflict and firm.start < named_end:
        return attrs.evolve(firm, end=min(firm.end, named_end))
    later = first_agreement(guards, named_end)
    return attrs.evolve(later, binding=(*(firm.conflict or firm.binding), *later.binding))


def _named_end(asked: Asked, reason: Reason) -> dt.datetime:
    due = reason.due or START_OF_TIME
    return due + HOUR if reason.named is Named.HOUR else asked.history.calendar.ends(due)


def _firm(ask: Callable[[dt.datetime], Window | None]) -> Callable[[dt.datetime], Window | None]:
    def firm(at: dt.datetime) -> Window | None:
        window = ask(at)
        return None if window is None or window.yields else window

    return firm


def occasions(asked: Asked, stops: Sequence[tuple[str, Stop]]) -> list[Occasion]:
    """The reasons that stand, and the moment until which a warmer one keeps each waiting."""
    reasons = [(rule, reason) for rule, reason in asked.hear("reasons") if _is_live(asked, reason)]
    again = max((stop.revisit for _, stop in stops if stop.revisit and stop.revisit <= asked.now), default=None)
    standing = [_occasion(rule, reason, again) for rule, reason in reasons]
    return [occasion for occasion in (_waiting(each, standing) for each in standing) if occasion]


def _is_live(asked: Asked, reason: Reason) -> bool:
    expired = reason.expires is not None and reason.expires <= asked.now
    return not expired and not _is_used_up(asked.history, reason)


def _is_used_up(history: History, reason: Reason) -> bool:
    """Whether that pair was heard; what has no `about`, or is a promise, can fall due again after that."""
    again = reason.about is None or reason.named or reason.name == "promise"
    since = (reason.due if again else None) or START_OF_TIME
    return any(
        call.reason == reason.name and call.about == reason.about and call.at >= since for call in history.conversations
    )


def _occasion(rule: str, reason: Reason, again: dt.datetime | None) -> Occasion:
    if again is None or reason.named or reason.name == "promise":
        return Occasion(rule, reason, reason.due)
    return Occasion(rule, attrs.evolve(reason, due=again), again)


def _waiting(occasion: Occasion, standing: Sequence[Occasion]) -> Occasion | None:
    expiries = [each.reason.expires for each in standing if _comes_first(each.reason, occasion.reason)]
    if not expiries:
        return occasion
    known = [expiry for expiry in expiries if expiry]
    return attrs.evolve(occasion, waits=max(known)) if len(known) == len(expiries) else None


def _comes_first(one: Reason, other: Reason) -> bool:
    if one.name == "promise" and other.name not in BEFORE_A_PROMISE:
        return True
    return other.name in COLD and one.name in RANK and one.name not in COLD


def _errands_first(asked: Asked, reason: Reason, at: dt.datetime) -> tuple[tuple[Errand, ...], tuple[Because, ...]]:
    held_by, cautions = [], []
    passes = reason.named is not None or reason.name in BEFORE_A_PROMISE
    for rule, errand in asked.hear("before", reason=reason, at=at):
        told = _told(rule, errand)
        if passes and isinstance(errand, (Prepare, SeekIntroduction)):
            cautions += [attrs.evolve(each, code="caution") for each in told.because]
        else:
            held_by.append(_no_earlier(told, asked.now, no_later=at))
    return tuple(held_by), tuple(cautions)


def _owed(asked: Asked) -> list[Errand]:
    heard = asked.hear("before", reason=None, at=asked.now)
    return [_no_earlier(_told(rule, errand), asked.now) for rule, errand in heard]


def _no_earlier(errand: Errand, now: dt.datetime, *, no_later: dt.datetime | None = None) -> Errand:
    due = errand.at or now
    due = due if no_later is None else min(due, no_later)
    at = max(due, now)
    return attrs.evolve(errand, at=at, since=min(errand.since, at) if errand.since else None)


def _told(rule: str, errand: Errand) -> Errand:
    if errand.because:
        return errand
    return attrs.evolve(errand, because=(Because(rule, errand.type, f"{rule.replace('_', ' ')} comes first"),))


def _call(
    occasion: Occasion,
    number: str | None,
    agreed: Agreement[str],
    cautions: Sequence[Because],
    ends: Sequence[dt.datetime],
) -> Call:
    why = Because(occasion.rule, occasion.reason.name, occasion.reason.says)
    held = [Because(rule, "permits", window.says, opening(window)) for rule, window in agreed.binding]
    return Call(
        at=agreed.start,
        since=occasion.since,
        until=min(filter(None, (agreed.until, occasion.reason.expires, *ends)), default=None),
        reason=occasion.reason,
        number=number,
        because=(why, *dict.fromkeys(held), *cautions),
    )


def opening(window: Window) -> dt.datetime | None:
    """When it opens; `None` where it never does."""
    return None if window.is_never else window.start


def _order(step: Step) -> tuple[Any, ...]:
    at = step.at or START_OF_TIME
    if isinstance(step, WalkAway):
        return (at, 0, _hardness(step))
    if isinstance(step, Call):
        return (at, 1, step.reason.rank, step.reason.name, step.reason.about or "")
    return (at, 2, step.type != "write", step.type, getattr(step, "purpose", ""), repr(step))


def _nothing_to_do(conflicts: Sequence[Because]) -> Rest:
    if conflicts:
        return Rest(at=None, because=tuple(dict.fromkeys(conflicts)))
    return Rest(at=None, because=(Because("playbook", "no_reason", "there is no reason to call"),))
