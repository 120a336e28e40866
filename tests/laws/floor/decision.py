"""The one next step, by one plain function: grounds first, then the earliest of all calls and errands."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from floor import errands, grounds, ordering, patience
from floor.agreeing import Agreements
from floor.bad_moments import open_channels
from floor.candidates import candidates, numbers
from floor.clock import END
from floor.grounds import SILENT, Stop
from floor.guards import Guards
from floor.ordering import Step
from floor.patience import Waiting
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


SOONEST = attrgetter("soonest")


class Decision:
    """One person at one moment."""

    def __init__(self, reading: Reading, now: int) -> None:
        self.reading, self.now = reading, now
        self.made = promises(reading) if reading.speaking else []
        self.stops = grounds.stops(reading)
        self.patient: list[Waiting] = []
        self.are_alike: bool | None = None
        self.best, self.order, self.found = END, ordering.ERRAND, []

    def step(self) -> Step:
        """The step."""
        standing = self.standing_stop() if self.stops else None
        if standing is not None:
            return self.said(standing)
        self.agreements = Agreements(Guards(self.reading, self.made, self.now))
        if self.agreements.free is None or self.reading.orders:
            for errand in errands.owed(self.agreements, names_days=not self.patient):
                self.add(errand.at, ordering.ERRAND, errand)
        if self.stops:
            self.add_grounds_ahead()
        self.add_calls()
        if not self.found:
            return ("rest", None)
        if self.order in {ordering.GROUND, ordering.ERRAND}:
            return ordering.other_than_a_call(self.order, self.found)
        why, number, closes = ordering.first_call(self.found)
        if self.are_alike:
            listed = self.reading.card.numbers
            number = listed[0] if len(listed) == 1 else numbers(self.reading, why)[0]
        return ordering.call(self.best, why, number, self.until(why, self.best, closes))

    def add(self, at: int, order: int, what: object) -> None:
        """One thing that could be done then; only what comes first is kept."""
        if at < self.best or (at == self.best and order < self.order):
            self.best, self.order, self.found = at, order, [what]
        elif at == self.best and order == self.order:
            self.found.append(what)

    def standing_stop(self) -> Stop | None:
        """The ground that stands, the hardest; those that wait are remembered."""
        standing = []
        for stop in self.stops:
            if stop.stands(self.now):
                waiting = patience.waiting(self.reading, self.made, stop, self.now)
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
                waits = patience.waiting(self.reading, self.made, stop, stop.since)
                silent = waits is not None or self.was_said(stop)
                step = ("rest", stop.since) if silent else self.goodbye(stop, stop.since)
                self.add(stop.since, ordering.GROUND, (ordering.LAST if silent else stop.hardness, step))

    def add_calls(self) -> None:
        """Every reason that can be the first to be called, and what must be done before it."""
        found = candidates(self.agreements, reasons(self.reading, self.made, self.now), self.stops, self.patient)
        prepares = self.reading.card.prepares
        ahead = errands.TWO_WEEKS if prepares else 0
        for why in found:
            why.soonest = self.now if why.due is None or why.due < self.now else why.due
            if why.waits is not None and why.waits > why.soonest:
                why.soonest = why.waits
        for why in sorted(found, key=SOONEST) if len(found) > 1 else found:
            if why.soonest - ahead > self.best:
                return
            if prepares or why.soonest < self.best or why.rank <= self.order:
                self.add_call(why, prepares=prepares)

    def add_call(self, why: Why, *, prepares: bool) -> None:
        """The call on the number that is free first, or what comes before it."""
        agreed, number = self.free_first(why)
        if agreed is None or (why.expires is not None and agreed[0] >= why.expires):
            return
        first = errands.first_things(self.reading, why, agreed[0], self.now) if prepares else ()
        for errand in first:
            self.add(errand.at, ordering.ERRAND, errand)
        if not first:
            self.add(agreed[0], why.rank, (why, number, agreed[1]))

    def free_first(self, why: Why) -> tuple[tuple[int, int] | None, str | None]:
        """The first window on any of their numbers, and the number; where all are alike it is chosen in the end."""
        agreements = self.agreements
        if self.are_alike is None:
            self.are_alike = agreements.free is not None or agreements.guards.are_alike()
        if self.are_alike:
            return agreements.first(why, self.reading.card.numbers[0], why.soonest), None
        earliest, chosen = None, None
        for number in numbers(self.reading, why):
            agreed = agreements.first(why, number, why.soonest)
            if agreed is not None and (earliest is None or agreed[0] < earliest[0]):
                earliest, chosen = agreed, number
        return earliest, chosen

    def until(self, why: Why, at: int, closes: int) -> int | None:
        """The end of the call's window: of hours, of its reason, or where a ground begins."""
        if why.expires is not None and why.expires < closes:
            closes = why.expires
        if not self.stops:
            return None if closes == END else closes
        ends = [closes, *(stop.since for stop in self.stops if stop.since > at)]
        ends += [each.goodbye for each in self.patient if each.goodbye is not None and each.goodbye > at]
        return None if min(ends) == END else min(ends)
