"""One person's life as it grows: where it stands, and the facts that happened so far."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, partial
from typing import Any

import attrs

from callrules.calendars import possible_zones
from callrules.checks import zone
from callrules.contact import Contact
from callrules.facts import Commitment, Fact
from callrules.history import History
from callrules.step import Rest, Step
from callrules.testing.lives.dice import Dice
from callrules.testing.lives.landmarks import DAY, MOVES, NEARBY, Move, next_clock_change, next_date, odd_wall_time
from callrules.testing.lives.moments_ahead import earliest_day, not_before
from callrules.testing.lives.zones import LADDER
from callrules.testing.policies import Policy
from callrules.testing.situations import PolicyRaised, Situation

MONDAY_AT_TEN = dt.datetime(2026, 5, 11, 10, tzinfo=dt.UTC)
TIMES = tuple(
    dt.time(hour, minute)
    for hour, minute in (
        (10, 0),
        (9, 0),
        (8, 0),
        (12, 0),
        (14, 30),
        (15, 0),
        (18, 0),
        (20, 0),
        (21, 30),
        (0, 0),
        (2, 30),
        (23, 30),
    )
)
LEAP_DAY, NEW_YEAR = partial(next_date, month=2, day=29), partial(next_date, month=12, day=31)
TURNS: tuple[Move, ...] = (next_clock_change, LEAP_DAY, NEW_YEAR, lambda at, _: at, next_clock_change)
"""What may lie shortly ahead when a life begins."""
MOMENTS = ("due", "callback_at", "promises", "until")
DAYS_ON = (1, 0, 2, 3, 4, 7, 10, -1, 30)
"""How many days on a moment is named; the day before where it is that day somewhere still."""
REPS = (None, "ann", "bo")
"""Who of us promised: nobody noted it, or one of two, either of whom may look after them or not."""
NOTHING = dt.timedelta()
Pause = dt.timedelta | tuple[dt.timedelta, ...]
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)


@attrs.define(slots=False)
class Life:
    """A contact, the moment at which their life stands, and what happened so far.

    `unit` is the smallest step of time: every moment is a whole number of it. What is told to hold for some time
    holds for `horizon` days more. `answers` are remembered for all situations of this life.
    """

    contact: Contact
    policy: Policy
    unit: dt.timedelta = SECOND
    at: dt.datetime = MONDAY_AT_TEN
    facts: list[Fact] = attrs.field(factory=list)
    horizon: int = 0
    answers: dict[Any, Any] = attrs.field(factory=dict, repr=False, eq=False)
    _told: tuple[Fact, ...] | None = attrs.field(default=None, init=False, repr=False, eq=False)
    _known: History = attrs.field(factory=History, init=False, repr=False, eq=False)

    @cached_property
    def zone(self) -> str:
        """The zone of the person, as far as anybody knows."""
        return next(iter(possible_zones(self.contact)), "UTC")

    @property
    def history(self) -> History:
        """The history so far: the same one until something happens, so that what was found in it is remembered."""
        told = tuple(self.facts)
        if self._told != told:
            self._told, self._known = told, History(told).seen_by(self.contact)
        return self._known

    @property
    def today(self) -> dt.date:
        """The day that it is where they are."""
        return self.at.astimezone(zone(self.zone)).date()

    def hour(self, days: int, hour: int) -> dt.datetime:
        """That full hour of their day so many days on; a day or more later where it is past already."""
        day = self.today + days * DAY
        return not_before(self.at, dt.datetime.combine(day, dt.time(hour), tzinfo=zone(self.zone)))

    @property
    def numbers(self) -> tuple[str | None, ...]:
        """The numbers a fact may carry: none, theirs, somebody else's."""
        return (None, *(phone.number for phone in self.contact.phones), "+19995550100")

    def begin(self, dice: Dice) -> None:
        """An ordinary Monday, or a moment shortly before something awkward."""
        shift = dt.timedelta(days=dice.number(12), minutes=5 * dice.number(200))
        begun = MONDAY_AT_TEN
        if kind := dice.number(6):
            year = begun.replace(year=2023 + dice.number(5))
            begun = TURNS[kind - 1](year, self.zone) - shift
        self.at = begun

    def move(self, dice: Dice) -> None:
        """On to the next moment worth looking at."""
        kind = dice.number(len(MOVES) + 8)
        self.at = self._whole(
            self._landmark(kind - len(MOVES)) if kind >= len(MOVES) else MOVES[kind](self.at, self.zone)
        )
        self.at += dice.pick(NEARBY) * self.unit

    def _landmark(self, which: int) -> dt.datetime:
        early = (dt.timedelta(), 15 * MINUTE, 20 * MINUTE)
        return self._promised() - early[which] if which < len(early) else self.step_ahead()

    def _promised(self) -> dt.datetime:
        """The last moment that anybody named; now where nobody did."""
        named = [getattr(self.facts[-1], field, None) for field in MOMENTS] if self.facts else []
        return next((each.astimezone(dt.UTC) for each in named if isinstance(each, dt.datetime)), self.at)

    @property
    def now(self) -> dt.datetime:
        """The first moment at which nothing that happened lies ahead."""
        return max([self.at, *(fact.at for fact in self.facts)])

    def step_ahead(self) -> dt.datetime:
        """The moment of the policy's own next step; now where there is none."""
        at = self.next_step().at
        return at if at and at < self.at + 1000 * DAY else self.at

    def next_step(self) -> Step:
        """Ask the policy at this moment; a rest where it fails to answer, which is for a law to tell."""
        try:
            return Situation(self.policy, self.contact, self.history, self.now, answers=self.answers).step
        except PolicyRaised:
            return Rest()

    def happens(self, kind: type[Fact], dice: Dice, /, *, then: Pause = NOTHING, **fields: Any) -> None:
        """Something happened at this moment, and then some time goes by: so much, or one of several, by the dice."""
        recorded = dice.pick((None, None, None, self.at, self.at + DAY))
        known_by = dice.pick((None, f"f{len(self.facts)}", f"f{len(self.facts)}"))
        own = dice.pick((None, None, self.contact.id))
        told = {"at": self.at, "id": known_by, "recorded": recorded, "contact": own, **self._by_whom(kind), **fields}
        self.facts.append(kind(**told))
        self.at += dice.pick(then) if isinstance(then, tuple) else then

    def _by_whom(self, kind: type[Fact]) -> dict[str, Any]:
        """Reps take turns in promising: a choice less to throw, and each is there in every life of some promises."""
        return {"rep": REPS[len(self.facts) % len(REPS)]} if kind is Commitment else {}

    def moment(self, dice: Dice, where: str | None = None) -> dt.date:
        """A day, a wall time in a zone (perhaps one that does not exist, or exists twice), or an instant; none is past.

        In a zone that is given there are no bare instants: one fact keeps to one zone.
        """
        kind, there = dice.number(5), where or self.somewhere(dice)
        day = max(self.at.astimezone(zone(there)).date() + dice.pick(DAYS_ON) * DAY, earliest_day(self.at))
        if kind == 0:
            return day
        wall = dt.datetime.combine(day, dice.pick(TIMES), tzinfo=zone(there))
        if kind == 1:
            wall = odd_wall_time(self.at, there).replace(tzinfo=zone(there), fold=dice.number(2))
        wall = not_before(self.at, wall)
        return wall.astimezone(dt.UTC) if kind == 2 and where is None else wall  # noqa: PLR2004 - one kind of five

    def somewhere(self, dice: Dice) -> str:
        """A zone: usually their own."""
        return (self.zone, self.zone, self.zone, dice.pick(LADDER))[dice.number(4)]

    def _whole(self, at: dt.datetime) -> dt.datetime:
        return dt.datetime.fromtimestamp(
            at.timestamp() // self.unit.total_seconds() * self.unit.total_seconds(), dt.UTC
        )
