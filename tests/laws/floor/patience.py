"""What a ground that is not firm waits for: promises of ours, made in time."""

from __future__ import annotations

from floor import promises as promising
from floor.grounds import Stop
from floor.plain import Plain
from floor.promises import Promise
from floor.reading import Reading


class Waiting:
    """What a ground waits for: promises to call, else until when; `goodbye` is when it has waited long enough."""

    __slots__ = ("goodbye", "promised", "until")

    def __init__(self, promised: frozenset[str], until: int | None, revisit: int | None) -> None:
        looked_at_first = until is not None and revisit is not None and revisit <= until
        self.promised, self.until = promised, revisit if looked_at_first else until
        self.goodbye = None if looked_at_first else until


def waiting(reading: Reading, made: list[Promise], stop: Stop, at: int) -> Waiting | None:
    """What it waits for, if it does."""
    if stop.firm:
        return None
    owed = promising.owed(reading)
    if not made and not owed:
        return None
    day = reading.clock.day(stop.since)
    once = named_afterwards(reading, made, day)
    waited = {
        each.fact.key
        for each in made
        if each.keeper is None and is_waited_for(reading, made, each, stop, day=day, once=once)
    }
    ends = [end for each, end in owed if end > at and (each is once or reading.clock.day(each.at) <= day)]
    if not waited and not ends:
        return None
    return Waiting(frozenset(waited), None if waited else max(ends), stop.revisit)


def is_waited_for(
    reading: Reading, made: list[Promise], each: Promise, stop: Stop, *, day: int, once: Plain | None
) -> bool:
    """Whether it was made by the end of that day, or named afterwards, once, or on a call when we looked again."""
    if each.fact is once or reading.clock.day(each.fact.at) <= day:
        return True
    looked_again = stop.revisit and each.named and each.dated and each.fact.kind == "CallAttempt"
    return bool(looked_again) and all(other.keeper is not each.fact for other in made)


def named_afterwards(reading: Reading, made: list[Promise], day: int) -> Plain | None:
    """The first moment that the person named after that day."""
    facts = [each.fact for each in made if each.is_their_word and each.dated]
    facts += [each for each in reading.commitments if each.ours and each.asked and each.of_kind != "call" and each.due]
    later = [fact for fact in facts if reading.clock.day(fact.at) > day]
    return min(later, key=lambda fact: (fact.at, fact.key), default=None)
