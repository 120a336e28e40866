"""A life led under a policy, and the situations in it that laws look at."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

import attrs

from callrules.checks import zone
from callrules.contact import Contact
from callrules.declared import Due, Open
from callrules.facts import CallAttempt, Fact
from callrules.testing.catalogue import SEQUELS
from callrules.testing.catalogue.shared.moved import by_whole_days, moved_facts
from callrules.testing.generating.cases import CONTACT, NEAR, Drawn, contact_from, live
from callrules.testing.lives import (
    SECOND,
    Dice,
    Life,
    Move,
    last_of_days,
    next_clock_change,
    next_date,
    next_holiday,
    next_of_days,
    next_weekday,
)
from callrules.testing.lives.events import NEXT, THEMES, Event, rest
from callrules.testing.lives.events.clock_changes import (
    Rest,
    looks_over_a_change,
    rests_of_days,
    rings_over_a_change,
)
from callrules.testing.lives.events.crossings import CROSSING, cross, dealt_crossings, ends_a_life
from callrules.testing.lives.events.pairs import PAIR, PAIRS_EACH, dealt_pairs, is_the_last, tell_a_pair
from callrules.testing.lives.events.seasons import begins_a_season, buy_once, looks_at_a_season
from callrules.testing.lives.own_landmarks import OwnLandmarks, own_landmarks
from callrules.testing.policies import Declaration, Policy, beyond_the_house, pristine
from callrules.testing.situations import Situation

BRANCHES, SEQUELS_EACH = 4, 3
ENDING, SEQUEL = 8, 64
"""So many bytes tell from when a life is looked at, and so many each sequel of it."""
ENDS: tuple[Event, ...] = (*4 * (rest,), buy_once)
"""What may have happened last of all: mostly nothing more, and never to those with hardly any past."""
AWKWARD: tuple[Move, ...] = (
    next_clock_change,
    partial(next_weekday, weekday=5),
    partial(next_weekday, weekday=6),
    partial(next_date, month=12, day=25),
    partial(next_date, month=1, day=1),
    next_holiday,
)

ODD_DAYS: tuple[Move, ...] = (
    partial(next_date, month=2, day=29),
    partial(next_date, month=12, day=31),
    partial(next_date, month=2, day=29),
    partial(next_date, month=8, day=31),
)
"""Days that the next year, the next month or half a year later do not have."""


@attrs.frozen(slots=False)
class Generator:
    """How lives are led: under which policy, and what the host never records.

    `themes` are the subjects that lives keep to, one after the other; some of the `sequels` come after each, and
    with `pairs` some kinds of fact after each restraint and before each errand, on purpose, and what lies beside
    the landmarks of the author's own rules. `life` makes a life of a contact, the policy and the smallest unit of
    time.
    """

    policy: Policy
    declared: tuple[Declaration, ...]
    never: frozenset[str] = frozenset()
    themes: tuple[tuple[Event, ...], ...] = THEMES
    sequels: tuple[Event, ...] = SEQUELS
    pairs: bool = True
    life: Callable[[Contact, Policy, dt.timedelta], Life] = Life

    @cached_property
    def _fresh(self) -> Callable[[], Policy]:
        return pristine(self.policy)

    def drawn(self, seed: int, case: int) -> Drawn:
        """The bytes of one case of a survey: theme and sequels in turn, its length from nothing on, else at random."""
        dice = random.Random(f"{seed}:{case}")  # noqa: S311 - no secret
        theme, length = case % len(self.themes), 2 + dice.randrange(9) if case > 1 else case
        return (
            dice.randbytes(CONTACT),
            (bytes([theme]) + dice.randbytes(4), [dice.randbytes(32) for _ in range(length)]),
            dice.randbytes(ENDING) + self._dealt(dice, case) + self._seasons_and_pairs(dice, case),
        )

    def _seasons_and_pairs(self, dice: random.Random, case: int) -> bytes:
        """The bytes of the season of a life, thrown before those of its pairs, and kept after them."""
        season = dice.randbytes(SEQUEL)
        pairs = dealt_pairs(dice, case) if self.pairs else b""
        return pairs + (dealt_crossings(dice, case) if pairs and self.landmarks else b"") + season

    @cached_property
    def landmarks(self) -> OwnLandmarks:
        """The values that the author's own rules keep to."""
        return own_landmarks(self.policy)

    def _dealt(self, dice: random.Random, case: int) -> bytes:
        """The bytes of each sequel of a life; which ones they are goes round, and begins elsewhere with each round."""
        several = max(1, len(self.sequels))
        places = (case * SEQUELS_EACH + each for each in range(SEQUELS_EACH))
        return b"".join(
            dice.randbytes(1) + bytes([(place + place // several) % several]) + dice.randbytes(SEQUEL - 2)
            for place in places
        )

    def situations(self, drawn: Drawn) -> Iterator[tuple[Situation, bool]]:
        """Each situation of a life, and whether it is the last: after every event, and at some moment after all."""
        self._fresh  # noqa: B018 - copied before anything is asked
        contact, (begun, events), ending = contact_from(drawn[0]), drawn[1], drawn[2]
        life, dice = self.life(contact, self.policy, SECOND), Dice(begun)
        theme = dice.pick(self.themes)
        life.begin(dice)
        for place, each in enumerate(events):
            if self._live(life, theme, Dice(each)):
                yield self._seen(life, life.now, place), False
        yield from self._branches(life, events)
        yield from self._later(life, len(events))
        yield from self._on_odd_days(life, len(events))
        yield from self._sequels(life, len(events), ending[ENDING:] or ending)
        yield from self._seasons(life, len(events), Dice(ending[-SEQUEL:]))
        yield from self._clock_changes(life, len(events), Dice(ending[-SEQUEL:][::-1]))
        yield from self._pairs(life, len(events), ending)
        self._live(life, ENDS if len(events) > 1 else (rest,), Dice(ending[::-1]))
        yield self._seen(life, _looked_at(life, Dice(ending)), len(events)), True

    def _branches(self, life: Life, events: Sequence[bytes]) -> Iterator[tuple[Situation, bool]]:
        """Yield what could have happened next instead: a few lives that part here, each one event long."""
        for place, drawn in enumerate(events[:BRANCHES]):
            other = attrs.evolve(life, facts=list(life.facts))
            if self._live(other, NEXT, Dice(drawn[::-1])):
                yield self._seen(other, other.now, place), False

    def _later(self, life: Life, place: int) -> Iterator[tuple[Situation, bool]]:
        """The same facts when the calendar turns awkward: a clock change, a weekend, a holiday, declared days."""
        for move in (*AWKWARD, *self._closed):
            yield self._seen(life, max(life.now, move(life.now, life.zone)), place), False

    def _on_odd_days(self, life: Life, place: int) -> Iterator[tuple[Situation, bool]]:
        """Yield the same life begun on other days, where an author's rule may count from any fact of it.

        The first fact of each kind lies on a day that other years and months do not have.
        """
        firsts = {type(fact): fact for fact in reversed(life.facts)} if self.landmarks else {}
        for each, fact in enumerate(firsts.values(), place):
            days = days_to(ODD_DAYS[each % len(ODD_DAYS)], fact.at, life.zone)
            other = attrs.evolve(life, at=life.now + days, facts=list(moved_facts(life.facts, by_whole_days(days))))
            yield self._seen(other, other.now, place), False

    @cached_property
    def _closed(self) -> tuple[Move, ...]:
        """To the days on which it is declared that nobody is rung: the next of them, and the last of a run."""
        opens = (each.fact for each in self.declared if isinstance(each.fact, Open))
        days = frozenset(day for each in opens for day in each.closed_days)
        return (partial(next_of_days, days=days), partial(last_of_days, days=days)) if days else ()

    @cached_property
    def _dues(self) -> list[Due]:
        """The seasons that are declared; where some are not those of the house, these."""
        return beyond_the_house([each.fact for each in self.declared if isinstance(each.fact, Due)])

    def _sequels(self, life: Life, place: int, drawn: bytes) -> Iterator[tuple[Situation, bool]]:
        """Yield what may follow, for somebody with that past or with none.

        Asked at once, and when the next step is due.
        """
        for each in range(SEQUELS_EACH if self.sequels else 0):
            dice = Dice(drawn[each * SEQUEL : (each + 1) * SEQUEL])
            other = attrs.evolve(life, at=life.now, facts=dice.pick(([], [], list(life.facts))))
            dice.pick(self.sequels)(other, dice)
            self._forget(other)
            yield self._seen(other, other.now, place), False
            if (ahead := other.step_ahead()) > other.now:
                yield self._seen(other, ahead, place), False

    def _seasons(self, life: Life, place: int, dice: Dice) -> Iterator[tuple[Situation, bool]]:
        """In every other life one of the declared seasons: asked shortly before it begins, and when it is over."""
        if not self._dues or dice.number(2):
            return
        season = dice.pick(self._dues)
        other = self._told(life, partial(begins_a_season, dice=dice, season=season))
        for now in looks_at_a_season(other, dice, season):
            yield self._seen(other, max(other.now, now), place), False

    @cached_property
    def _rests(self) -> list[Rest]:
        """The rests of days that are declared; where some are not those of the house, these."""
        return beyond_the_house(rests_of_days([each.fact for each in self.declared]))

    def _clock_changes(self, life: Life, place: int, dice: Dice) -> Iterator[tuple[Situation, bool]]:
        """In every third life a declared rest over a change of clocks: asked just before it ends, and just after."""
        if not self._rests or dice.number(3):
            return
        other = attrs.evolve(life, at=life.now, facts=[])
        ends = rings_over_a_change(other, dice, dice.pick(self._rests))
        self._forget(other)
        for now in looks_over_a_change(ends):
            yield self._seen(other, max(other.now, now), place), False

    def _pairs(self, life: Life, place: int, ending: bytes) -> Iterator[tuple[Situation, bool]]:
        """Yield what follows a restraint or comes before an errand, for somebody of whom nothing else is known."""
        told = ending[ENDING + SEQUELS_EACH * SEQUEL : -SEQUEL]
        for drawn in _in_parts(told[: PAIRS_EACH * PAIR], PAIR):
            other = self._told(life, partial(tell_a_pair, drawn=drawn))
            yield self._seen(other, other.now, place), is_the_last(drawn)
        for drawn in _in_parts(told[PAIRS_EACH * PAIR :], CROSSING):
            other = self._told(life, partial(cross, landmarks=self.landmarks, drawn=drawn))
            yield self._seen(other, other.now, place), ends_a_life(other, drawn)

    def _told(self, life: Life, tells: Callable[[Life], None]) -> Life:
        """Somebody like them of whom nothing but this is told, as far as the host records it."""
        other = attrs.evolve(life, at=life.now, facts=[])
        tells(other)
        self._forget(other)
        return other

    def _live(self, life: Life, theme: Sequence[Event], dice: Dice) -> bool:
        happened = live(life, theme, dice)
        self._forget(life)
        return happened

    def _forget(self, life: Life) -> None:
        if self.never:
            life.facts = [fact for fact in life.facts if not self._is_never_recorded(fact)]

    def _is_never_recorded(self, fact: Fact) -> bool:
        ends = fact.disposition.value if isinstance(fact, CallAttempt) else ""
        return type(fact).__name__ in self.never or ends in self.never

    def _seen(self, life: Life, now: dt.datetime, place: int) -> Situation:
        return Situation(self.policy, life.contact, life.history, now, self.declared, place, self._fresh, life.answers)


def days_to(moves: Move, at: dt.datetime, name: str) -> dt.timedelta:
    """So many whole days lie between a moment and the day to which it is moved, as that zone counts them."""
    where = zone(name)
    return moves(at, name).astimezone(where).date() - at.astimezone(where).date()


def _in_parts(drawn: bytes, size: int) -> Iterator[bytes]:
    return (drawn[at : at + size] for at in range(0, len(drawn), size))


def _looked_at(life: Life, dice: Dice) -> dt.datetime:
    """Usually some moment after all that happened; seldom just before its last fact, as under a skewed clock."""
    life.move(dice)
    latest = max((fact.at for fact in life.facts), default=life.at)
    before, after = latest - dice.pick(NEAR) * SECOND, latest + dice.pick(NEAR) * SECOND
    ahead = max(life.now, life.step_ahead())
    return {1: before, 2: after, 3: ahead, 4: ahead - SECOND, 5: ahead + SECOND}.get(dice.number(12), life.now)
