"""The one next step, by one plain function: grounds first, then the earliest of all calls and errands."""

from __future__ import annotations

from collections.abc import Sequence

from floor import errands, grounds, ordering
from floor.agreeing import Agreements
from floor.bad_moments import open_channels
from floor.candidates import candidates, numbers
from floor.clock import END, START
from floor.grounds import SILENT, Stop, Waiting
from floor.guards import Guards
from floor.ordering import Step
from floor.plain import Card, Plain
from floor.promises import promises
from floor.reading import Reading
from floor.reasons import reasons
from floor.why import Why


def decide(card: Card, facts: Sequence[Plain], now: int) -> Step:
    """The next step with that person. Raises `NotDecided` where the floor does not decide."""
    reading = Reading(card, facts)
    if reading.latest > now:
        return ("rest", reading.latest)
    return Decision(reading, now).step()


class Decision:
    """One person at one moment."""

    def __init__(self, reading: Reading, now: int) -> None:
        self.reading, self.now = reading, now
        self.made = promises(reading)
        self.stops = grounds.stops(reading)
        self.patient: list[Waiting] = []
        self.best = END
        self.found: list[ordering.Found] = []

    def step(self) -> Step:
        """The step."""
        standing = self.standing_stop() if self.stops else None
        if standing is not None:
            return self.said(standing)
        self.agreements = Agreements(Guards(self.reading, self.made, self.now))
        for errand in errands.owed(self.agreements, names_days=not self.patient):
            self.add(errand.at, ordering.ERRAND, errand)
        self.add_grounds_ahead()
        self.add_calls()
        return ordering.first(self.found)

    def add(self, at: int, order: int, what: object) -> None:
        """One thing that could be done then."""
        self.found.append((at, order, what))
        self.best = min(self.best, at)

    def standing_stop(self) -> Stop | None:
        """The ground that stands, the hardest; those that wait are remembered."""
        standing = []
        for stop in self.stops:
            if stop.stands(self.now):
                waiting = grounds.waiting(self.reading, self.made, stop, self.now)
                if waiting is None:
                    standing.append(stop)
                else:
                    self.patient.append(waiting)
        return min(standing, key=lambda stop: (stop.hardness, stop.since, stop.rule), default=None)

    def said(self, stop: Stop) -> Step:
        """To say goodbye on that ground, or to rest where that was said."""
        if self.was_said(stop):
            harder = [each.since for each in self.stops if each.since > self.now and each.hardness < stop.hardness]
            again = min([*harder, *([] if stop.revisit is None else [stop.revisit])], default=None)
            return ("rest", again) if again is not None else self.goodbye(stop, None)
        return self.goodbye(stop, max(self.now, stop.since))

    def was_said(self, stop: Stop) -> bool:
        """Whether nothing is to be said any more."""
        return stop.grounds == "do_not_call" or self.reading.said_goodbye_since(stop.since)

    def goodbye(self, stop: Stop, at: int | None) -> Step:
        """The goodbye, by the best channel where it is not silent."""
        channels = [] if stop.grounds in SILENT else open_channels(self.reading)
        return ("walk_away", at, stop.since, stop.grounds, stop.revisit, channels[0] if channels else None)

    def add_grounds_ahead(self) -> None:
        """What is to be said, or looked at again, when a ground begins later or has waited long enough."""
        for waiting in self.patient:
            if waiting.until is not None:
                self.add(waiting.until, ordering.GROUND, (ordering.LAST, ("rest", waiting.until)))
        for stop in self.stops:
            if stop.since > self.now:
                waits = grounds.waiting(self.reading, self.made, stop, stop.since)
                silent = waits is not None or self.was_said(stop)
                step = ("rest", stop.since) if silent else self.goodbye(stop, stop.since)
                self.add(stop.since, ordering.GROUND, (ordering.LAST if silent else stop.hardness, step))

    def add_calls(self) -> None:
        """Every reason that can be the first to be called, and what must be done before it."""
        found = candidates(self.agreements, reasons(self.reading, self.made, self.now), self.stops, self.patient)
        prepares = self.reading.card.decides or self.reading.card.red_phone
        for soonest, _, why in sorted((self.soonest(why), place, why) for place, why in enumerate(found)):
            if soonest - (errands.TWO_WEEKS if prepares else 0) <= self.best:
                self.add_call(why)

    def soonest(self, why: Why) -> int:
        """No call for that reason is made before then."""
        return max(self.now, START if why.due is None else why.due, START if why.waits is None else why.waits)

    def add_call(self, why: Why) -> None:
        """The call on the number that is free first, or what comes before it."""
        earliest, chosen, seen = None, None, []
        for number in numbers(self.reading, why):
            line = self.agreements.guards.line(number)
            if any(map(line.is_like, seen)):
                continue
            seen.append(line)
            agreed = self.agreements.first(why, number, START if why.waits is None else why.waits)
            if agreed is not None and (earliest is None or agreed[0] < earliest[0]):
                earliest, chosen = agreed, number
        if earliest is None or (why.expires is not None and earliest[0] >= why.expires):
            return
        first = errands.first_things(self.reading, why, earliest[0], self.now)
        for errand in first:
            self.add(errand.at, ordering.ERRAND, errand)
        if not first:
            self.add(earliest[0], ordering.CALL, (why, chosen, self.until(why, *earliest)))

    def until(self, why: Why, at: int, closes: int) -> int | None:
        """The end of the call's window: of hours, of its reason, or where a ground begins."""
        ends = [closes if why.expires is None else min(closes, why.expires)]
        ends += [stop.since for stop in self.stops if stop.since > at]
        ends += [each.until for each in self.patient if each.until is not None and each.until > at]
        return None if min(ends) == END else min(ends)
