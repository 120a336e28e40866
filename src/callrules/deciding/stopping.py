"""Which ground to stop stands, and how we then say goodbye."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from callrules.channels import best_channel
from callrules.deciding.question import Heard, Question
from callrules.facts import Fact
from callrules.history import History
from callrules.promises import Promise
from callrules.step import Because, Reason, Rest, Step, Stop, WalkAway
from callrules.vocabulary import DO_NOT_CALL, GROUNDS, Channel, Kind, Party, ground_named

HARDEST_FIRST = tuple(GROUNDS)


@attrs.frozen
class Waiting:
    """A ground that is not firm, and what of ours it waits for (rulebook G33): promises to call, else until when."""

    history: History
    rule: str
    stop: Stop
    promised: frozenset[str] = frozenset()
    until: dt.datetime | None = None

    def lets_ring(self, reason: Reason) -> bool:
        """Whether that call may ring meanwhile: the first one returned, or one that was promised."""
        return reason.is_first_return(self.history) or (reason.name == "promise" and reason.about in self.promised)

    @property
    def goodbye(self) -> dt.datetime | None:
        """When it has waited long enough; `None` where it waits for a call, or we look again before."""
        is_looked_at_first = self.until and self.stop.revisit and self.stop.revisit <= self.until
        return None if is_looked_at_first else self.until

    @property
    def because(self) -> Because:
        """Why nothing else is done meanwhile."""
        return Because(self.rule, self.stop.grounds, f"{self.stop.says}; first we keep what we promised", self.until)


def waiting(question: Question, stops: Sequence[Heard[Stop]]) -> list[Waiting]:
    """Every ground that would stand now, did it not wait for open promises of ours."""
    if not stops:
        return []
    standing = [Heard(rule, stop) for rule, stop in stops if _would_stand(stop, question.now)]
    each = [_waiting(question.history, question.now, rule, stop) for rule, stop in standing]
    return [one for one in each if one]


def _waiting(history: History, at: dt.datetime, rule: str, stop: Stop) -> Waiting | None:
    if stop.firm:
        return None
    once = _named_afterwards(history, stop)
    promised = frozenset(promise.fact.key for promise in _waited_for(history, stop, once) if promise.is_open)
    day = history.calendar.day(stop.since)
    ends = [end for made, end in history.owed if end > at and (made is once or history.calendar.day(made.at) <= day)]
    if not promised and not ends:
        return None
    return Waiting(history, rule, stop, promised, None if promised else max(ends))


def _waited_for(history: History, stop: Stop, once: Fact | None) -> Iterator[Promise]:
    """Our promises to call made by the end of the day on which the ground arose, and the one moment named afterwards.

    Where we look again after a while, a moment that was named on such a call, by the desk too, counts as well (G34).
    """
    day = history.calendar.day(stop.since)
    for promise in history.promises:
        looked_again = stop.revisit and promise.named and promise.is_dated
        is_by_then = history.calendar.day(promise.fact.at) <= day
        if is_by_then or promise.fact is once or (looked_again and history.was_no_kept_promise(promise.fact)):
            yield promise


def _named_afterwards(history: History, stop: Stop) -> Fact | None:
    """The first moment that the person named after the day on which the ground arose, be it to call, meet or send."""
    calls = [promise.fact for promise in history.promises if promise.is_their_word and promise.is_dated]
    others = [made for made in history.commitments if made.by is Party.US and made.asked_by is Party.THEM]
    agreed = [made for made in others if made.kind is not Kind.CALL and made.due]
    day = history.calendar.day(stop.since)
    later = (fact for fact in (*calls, *agreed) if history.calendar.day(fact.at) > day)
    return min(later, key=lambda fact: (fact.at, fact.key), default=None)


def standing_stop(question: Question, stops: Sequence[Heard[Stop]]) -> Heard[Stop] | None:
    """The ground that stands now, where there is one: the one that is hardest to lift."""
    if not stops:
        return None
    patient = [each.stop for each in waiting(question, stops)]
    standing = [Heard(rule, stop) for rule, stop in stops if _would_stand(stop, question.now) and stop not in patient]
    return min(standing, key=lambda each: (hardness(each.answer), each.answer.since, each.rule), default=None)


def _would_stand(stop: Stop, now: dt.datetime) -> bool:
    return stop.since <= now and (stop.revisit is None or now < stop.revisit)


def hardness(stop: Stop | WalkAway) -> tuple[int, str]:
    """How hard a ground is to lift, the hardest first."""
    return (HARDEST_FIRST.index(stop.grounds) if stop.grounds in GROUNDS else len(GROUNDS), stop.grounds)


def next_harder(question: Question, stop: Stop, stops: Sequence[Heard[Stop]]) -> dt.datetime | None:
    """When the first ground begins that is harder to lift than this one; `None` where none lies ahead."""
    ahead = (each for _, each in stops if each.since > question.now and hardness(each) < hardness(stop))
    return min((each.since for each in ahead), default=None)


def walk_away(question: Question, rule: str, stop: Stop, until: dt.datetime | None = None) -> Step:
    """To walk away on that ground, or, once that was said, to rest until we look again or say another goodbye.

    `until` is when a ground begins that is harder to lift. A ground from before the day of going live owes no goodbye.
    """
    said = stop.grounds == DO_NOT_CALL.name or _is_settled(question.history, stop.since)
    because = (Because(rule, stop.grounds, stop.says, stop.revisit),)
    again = min(filter(None, (stop.revisit, until)), default=None)
    if said and again:
        return Rest(at=again, because=because)
    silent = ground_named(stop.grounds).silent
    channel: Channel | None = None if silent else best_channel(question.contact, question.history)
    at = None if said else max(question.now, stop.since)
    return WalkAway(
        grounds=stop.grounds, at=at, since=stop.since, revisit=stop.revisit, channel=channel, because=because
    )


def _is_settled(history: History, since: dt.datetime) -> bool:
    return not history.owes(since) or history.said_goodbye_since(since)


def walk_aways_ahead(question: Question, stops: Sequence[Heard[Stop]]) -> Iterator[Step]:
    """Yield what is to be said, or looked at again, when a ground begins later, or has waited long enough."""
    for each in waiting(question, stops):
        if each.until:
            yield Rest(at=each.goodbye or each.stop.revisit, because=(each.because,))
    for rule, stop in stops:
        if stop.since > question.now:
            yield _goodbye_ahead(question, rule, stop)


def _goodbye_ahead(question: Question, rule: str, stop: Stop) -> Step:
    if _waiting(question.history, stop.since, rule, stop):
        return Rest(at=stop.since, because=(Because(rule, stop.grounds, stop.says, stop.since),))
    step = walk_away(question, rule, stop)
    return step if isinstance(step, WalkAway) and step.at else Rest(at=stop.since, because=step.because)
