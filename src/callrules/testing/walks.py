"""A life led under a policy, and the situations in it that laws look at."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

import attrs

from callrules.contact import Contact
from callrules.facts import CallAttempt, Fact
from callrules.testing.cases import NEAR, Thrown, contact_from, live
from callrules.testing.deeds import NEXT, SEQUELS, THEMES, Deed, Sequel
from callrules.testing.dice import Dice
from callrules.testing.landmarks import Move, next_clock_change, next_date, next_weekday
from callrules.testing.lives import SECOND, Life
from callrules.testing.policies import Declaration, Policy, pristine
from callrules.testing.situations import Situation

BRANCHES = 4
AWKWARD: tuple[Move, ...] = (
    next_clock_change,
    partial(next_weekday, weekday=5),
    partial(next_weekday, weekday=6),
    partial(next_date, month=12, day=25),
    partial(next_date, month=1, day=1),
)


@attrs.frozen(slots=False)
class Walk:
    """How lives are led: under which policy, and what the host never records.

    `themes` are the subjects that lives keep to, one after the other; some of the `sequels` come after each. `life`
    makes a life of a contact, the policy and the smallest unit of time.
    """

    policy: Policy
    declared: tuple[Declaration, ...]
    never: frozenset[str] = frozenset()
    themes: tuple[tuple[Deed, ...], ...] = THEMES
    sequels: tuple[Sequel, ...] = SEQUELS
    life: Callable[[Contact, Policy, dt.timedelta], Life] = Life

    @cached_property
    def _fresh(self) -> Callable[[], Policy]:
        return pristine(self.policy)

    def thrown(self, seed: int, case: int) -> Thrown:
        """The bytes of one case of a survey: its theme in turn, its length from nothing on, all else at random."""
        dice = random.Random(f"{seed}:{case}")  # noqa: S311 - no secret
        theme, length = case % len(self.themes), 2 + dice.randrange(9) if case > 1 else case
        return (
            dice.randbytes(24),
            (bytes([theme]) + dice.randbytes(4), [dice.randbytes(32) for _ in range(length)]),
            dice.randbytes(96),
        )

    def situations(self, thrown: Thrown) -> Iterator[tuple[Situation, bool]]:
        """Each situation of a life, and whether it is the last: after every deed, and at some moment after all."""
        self._fresh  # noqa: B018 - copied before anything is asked
        contact, (begun, deeds), ending = contact_from(thrown[0]), thrown[1], thrown[2]
        life, dice = self.life(contact, self.policy, SECOND), Dice(begun)
        theme = dice.pick(self.themes)
        life.begin(dice)
        for place, each in enumerate(deeds):
            if self._live(life, theme, Dice(each)):
                yield self._seen(life, life.now, place), False
        yield from self._branches(life, deeds)
        yield from self._later(life, len(deeds))
        yield from self._sequels(life, len(deeds), Dice(ending[8:] or ending))
        yield self._seen(life, _looked_at(life, Dice(ending)), len(deeds)), True

    def _branches(self, life: Life, deeds: Sequence[bytes]) -> Iterator[tuple[Situation, bool]]:
        """What could have happened next instead: a few lives that part here, each one deed long."""
        for place, thrown in enumerate(deeds[:BRANCHES]):
            other = attrs.evolve(life, facts=list(life.facts))
            if self._live(other, NEXT, Dice(thrown[::-1])):
                yield self._seen(other, other.now, place), False

    def _later(self, life: Life, place: int) -> Iterator[tuple[Situation, bool]]:
        """The same facts when the calendar turns awkward: the next clock change, a weekend, the year's end."""
        for move in AWKWARD:
            yield self._seen(life, max(life.now, move(life.now, life.zone)), place), False

    def _sequels(self, life: Life, place: int, dice: Dice) -> Iterator[tuple[Situation, bool]]:
        """What may follow, for somebody with that past or with none; asked at once, and when the next step is due."""
        for _ in range(2 if self.sequels else 0):
            other = attrs.evolve(life, at=life.now, facts=dice.pick(([], [], list(life.facts))))
            dice.pick(self.sequels)(other, dice)
            self._forget(other)
            yield self._seen(other, other.now, place), False
            yield self._seen(other, max(other.now, other.step_ahead()), place), False

    def _live(self, life: Life, theme: Sequence[Deed], dice: Dice) -> bool:
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
        return Situation(self.policy, life.contact, life.history, now, self.declared, place, self._fresh)


def _looked_at(life: Life, dice: Dice) -> dt.datetime:
    """Usually some moment after all that happened; seldom just before its last fact, as under a skewed clock."""
    life.move(dice)
    latest = max((fact.at for fact in life.facts), default=life.at)
    before, after = latest - dice.pick(NEAR) * SECOND, latest + dice.pick(NEAR) * SECOND
    ahead = max(life.now, life.step_ahead())
    return {1: before, 2: after, 3: ahead, 4: ahead - SECOND, 5: ahead + SECOND}.get(dice.number(12), life.now)
