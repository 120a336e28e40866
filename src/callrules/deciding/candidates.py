"""The reasons that stand, and what each waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from callrules.deciding.agreeing import agreement
from callrules.deciding.question import Heard, Question
from callrules.deciding.stopping import waiting
from callrules.history import History
from callrules.moments import END_OF_TIME, START_OF_TIME
from callrules.step import Because, Reason, Stop
from callrules.vocabulary import COLD, REASONS, WARM

BEFORE_A_PROMISE = ("returned_call", "promise")
"""What may come before an open promise of ours, and what no preparation holds up (rulebook C2)."""
KEEPS_ITS_DAY = ("promise", *(each.name for each in REASONS.values() if each.stands_alone))
"""What is due on its own day also where we look at somebody again."""


@attrs.frozen
class Candidate:
    """A reason that stands: who gave it, since when it is due, the moment before which it waits, and what for."""

    rule: str
    reason: Reason
    since: dt.datetime | None
    waits: dt.datetime = START_OF_TIME
    waits_for: tuple[Because, ...] = ()


def candidates(question: Question, stops: Sequence[Heard[Stop]]) -> list[Candidate]:
    """The reasons that stand, and the moment until which a warmer one keeps each waiting."""
    patient = waiting(question, stops)
    heard = [(rule, reason) for rule, reason in question.hear("reasons") if _is_live(question, reason)]
    reasons = [(rule, reason) for rule, reason in heard if all(each.lets_ring(reason) for each in patient)]
    again = _looked_at_again(question, stops)
    standing = [_occasion(rule, reason, again) for rule, reason in reasons]
    pending = _pending(question, standing)
    return (
        [candidate for candidate in (_waiting(each, pending) for each in standing) if candidate]
        if pending
        else standing
    )


def _looked_at_again(question: Question, stops: Sequence[Heard[Stop]]) -> dt.datetime | None:
    """Since when we look at somebody again whom we had let go; `None` where we talked since then."""
    days = (stop.revisit for _, stop in stops if stop.revisit and stop.revisit <= question.now)
    return max((day for day in days if not question.history.talked_since(day)), default=None)


def _pending(question: Question, standing: Sequence[Candidate]) -> dict[str, Candidate]:
    """For each name of a reason that waits, the warmer candidate that goes last."""
    names = {each.reason.name for each in standing}
    if len(names) == 1 or names.isdisjoint(WARM):
        return {}
    holding = {one for one in names if any(_comes_first(one, other) for other in names)}
    warm = [each for each in standing if each.reason.name in holding and _can_be_called(question, each)]
    return {name: _last_of(warmer) for name in names if (warmer := _warmer(warm, name))}


def _warmer(warm: Sequence[Candidate], name: str) -> list[Candidate]:
    return [each for each in warm if _comes_first(each.reason.name, name)]


def _can_be_called(question: Question, candidate: Candidate) -> bool:
    """Whether a moment may come on any of their numbers, also where we are asked about one of them."""
    anywhere = question.every_number(candidate.reason)
    return any(not agreement(question, candidate.reason, number, candidate.waits).is_never for number in anywhere)


def _is_live(question: Question, reason: Reason) -> bool:
    expired = reason.expires is not None and reason.expires <= question.now
    return not expired and not _is_used_up(question.history, reason)


def _is_used_up(history: History, reason: Reason) -> bool:
    """Whether that pair was heard; what has no `about`, or keeps its day, can fall due again after that."""
    heard = history.heard.get((reason.name, history.event(reason.about)))
    if heard is None:
        return False
    again = reason.about is None or reason.named or reason.name in KEEPS_ITS_DAY
    return heard >= ((reason.due if again else None) or START_OF_TIME)


def _occasion(rule: str, reason: Reason, again: dt.datetime | None) -> Candidate:
    if again is None or reason.named or reason.name in KEEPS_ITS_DAY:
        return Candidate(rule, reason, reason.due)
    return Candidate(rule, attrs.evolve(reason, due=again), again)


def _waiting(candidate: Candidate, pending: Mapping[str, Candidate]) -> Candidate | None:
    last = pending.get(candidate.reason.name)
    if last is None:
        return candidate
    waits = last.reason.expires
    if waits is None:
        return None
    is_due_sooner = (candidate.reason.due or START_OF_TIME) < waits
    return attrs.evolve(candidate, waits=waits, waits_for=(_waits_for(last),) if is_due_sooner else ())


def _last_of(warmer: Sequence[Candidate]) -> Candidate:
    return max(warmer, key=_goes_last) if len(warmer) > 1 else warmer[0]


def _goes_last(one: Candidate) -> tuple[dt.datetime, str, str, str]:
    return (one.reason.expires or END_OF_TIME, one.rule, one.reason.says, repr(one.reason))


def _waits_for(warmer: Candidate) -> Because:
    reason = warmer.reason
    says = f"waits for a warmer reason ({reason.name.replace('_', ' ')}): {reason.says}"
    return Because(warmer.rule, "waits", says, reason.expires)


def _comes_first(one: str, other: str) -> bool:
    """Whether a reason of that name comes before one of the other."""
    if one == "promise" and other not in BEFORE_A_PROMISE:
        return True
    return other in COLD and one in WARM
