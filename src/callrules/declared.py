"""What a rule declares about itself: facts that laws hold it to, and that `callrules rules` shows.

A rule that keeps to a number says so in `declares`, a tuple of these values; the laws of `callrules.testing` read
them and never the rule's code. A rule in the place of a house rule that declares nothing answers for what the house
rule declares.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from typing import Any, ClassVar

import attrs

from callrules.errors import InvalidValue, nearest


class Lift(enum.Enum):
    """A reason for which a restraint gives way: an hour or a day the person named, or a call returned to them."""

    NAMED_HOUR = "named_hour"
    NAMED_DAY = "named_day"
    FIRST_RETURN = "first_return"
    RETURNED_CALL = "returned_call"


NAMED = frozenset({Lift.NAMED_HOUR, Lift.NAMED_DAY})
POLITE = NAMED | {Lift.FIRST_RETURN}
"""What pace and caps of the house give way to: a named moment, and the first call back."""


def _not_at_once(hours: Any, field: attrs.Attribute[Any], value: dt.time | None) -> None:
    if value == hours.opens:
        raise InvalidValue(f"Open.{field.name}", value, "another time than `opens`; around the clock needs no Open")


def _days(given: Iterable[dt.date]) -> frozenset[dt.date]:
    return frozenset(given)


def _weekdays(given: Iterable[int] | None) -> frozenset[int] | None:
    return None if given is None else frozenset(given)


def _lifts(given: Any) -> frozenset[Lift]:
    return frozenset(Lift(each) for each in given)


@attrs.frozen(kw_only=True)
class Declared:
    """One fact that a rule declares. `lifted_by` says what it gives way to; nothing unless told."""

    key: ClassVar[str] = "declared"
    lifted_by: frozenset[Lift] = attrs.field(converter=_lifts, default=frozenset())

    @property
    def says(self) -> str:
        """The declared fact, in one plain phrase."""
        return self.key.replace("_", " ")


@attrs.frozen(kw_only=True)
class Open(Declared):
    """Calls ring from `opens` (included) to `closes` (excluded) on the person's own clock.

    A closing time before the opening time belongs to the next day; a window belongs to the day on which it opens.
    `weekdays` are ISO weekdays (1 is Monday); `None` stands for the person's working days: then the rule itself
    closes the others, for the house hours give way to an hour they named. `closed_days` are further days on which
    nobody is rung. `business_closes` is the closing time for a business, where it differs. Where `or_as_told`,
    hours that the person told us take the place of these. Where several are declared, all of them must be open.
    Raises `InvalidValue` for hours that begin as they end.
    """

    key: ClassVar[str] = "open"
    opens: dt.time
    closes: dt.time = attrs.field(validator=_not_at_once)
    business_closes: dt.time | None = attrs.field(default=None, validator=_not_at_once)
    weekdays: frozenset[int] | None = attrs.field(converter=_weekdays, default=None)
    closed_days: frozenset[dt.date] = attrs.field(converter=_days, default=frozenset())
    or_as_told: bool = False

    @property
    def says(self) -> str:
        """The hours, and the days where they are not the person's working days."""
        business = f" ({self.business_closes:%H:%M} for a business)" if self.business_closes else ""
        days = f" on ISO weekdays {', '.join(map(str, sorted(self.weekdays)))}" if self.weekdays else ""
        return f"open {self.opens:%H:%M}–{self.closes:%H:%M}{business}{days}"


@attrs.frozen(kw_only=True)
class Cap(Declared):
    """At most `most` attempts in any `days` days as they pass, by person and by number, counted when made.

    As they pass: so many times 24 hours, neither days on the calendar nor midnights.
    """

    key: ClassVar[str] = "cap"
    most: int
    days: int

    @property
    def says(self) -> str:
        """The number of attempts and the days."""
        attempts = "attempt" if self.most == 1 else "attempts"
        return f"at most {self.most} {attempts} in any {self.days} days"


@attrs.frozen(kw_only=True)
class Gap(Declared):
    """At least so many hours, as they pass, after any attempt, by person and by number; fewer after a busy line."""

    key: ClassVar[str] = "gap"
    hours: int
    busy_hours: int | None = None

    @property
    def says(self) -> str:
        """The hours."""
        busy = f" ({self.busy_hours} after a busy line)" if self.busy_hours is not None else ""
        return f"{self.hours} hours between attempts{busy}"


@attrs.frozen(kw_only=True)
class Spacing(Declared):
    """Calendar days after each unanswered attempt in a row, the last one for all that follow; busy ones aside."""

    key: ClassVar[str] = "spacing"
    days: tuple[int, ...]

    @property
    def says(self) -> str:
        """The days after the first, second … unanswered attempt."""
        return f"{', '.join(map(str, self.days))} days after each unanswered attempt in a row"


@attrs.frozen(kw_only=True)
class AnotherPart(Declared):
    """After an unanswered attempt, for so many days never the same part of the day (until 12, 12–15, from 15)."""

    key: ClassVar[str] = "another_part"
    days: int = 7

    @property
    def says(self) -> str:
        """The days."""
        return f"another part of the day for {self.days} days after an unanswered attempt"


@attrs.frozen(kw_only=True)
class GivesUp(Declared):
    """So many unanswered attempts in a row are enough: then we let go, and look again after `revisit_days`.

    Where that was in vain, too, we look again every `then_months`. `of_any_kind` attempts without a talk are enough
    as well, where it is given. Waits for promises that were open when the ground arose, not for later ones.
    """

    key: ClassVar[str] = "gives_up"
    after: int
    of_any_kind: int | None = None
    revisit_days: int | None = None
    then_months: int | None = None

    @property
    def looks_again(self) -> bool:
        """Whether they are tried again some time."""
        return self.revisit_days is not None or self.then_months is not None

    @property
    def fewest(self) -> int:
        """The fewest attempts after which we let go."""
        return min(self.after, self.of_any_kind or self.after)

    @property
    def says(self) -> str:
        """The attempts, and when we look again."""
        again = f", look again after {self.revisit_days} days" if self.revisit_days else ""
        return f"lets go after {self.after} unanswered attempts in a row{again}"


@attrs.frozen(kw_only=True)
class TakesNo(Declared):
    """So often "not interested" within so many months is a no; a decision maker's counts more."""

    key: ClassVar[str] = "takes_no"
    times: int = 2
    decision_maker_times: int = 1
    within_months: int = 12

    @property
    def says(self) -> str:
        """How many noes are a no."""
        return f"takes {self.times} noes for an answer ({self.decision_maker_times} of a decision maker)"


@attrs.frozen(kw_only=True)
class TakesOffTheTable(Declared):
    """So many conversations in a row within so many months that led nowhere, and we let go.

    Waits for promises that were open when the ground arose, not for later ones.
    """

    key: ClassVar[str] = "takes_off_the_table"
    times: int = 3
    within_months: int = 12

    @property
    def says(self) -> str:
        """How many talks that led nowhere are enough."""
        return f"lets go after {self.times} talks in a row that led nowhere"


@attrs.frozen(kw_only=True)
class LetsGo(Declared):
    """Nobody who left, closed down or cannot be helped by us is rung until they turn up themselves."""

    key: ClassVar[str] = "lets_go"

    @property
    def says(self) -> str:
        """The people whom we let go."""
        return "lets go who left, closed down or cannot be helped"


@attrs.frozen(kw_only=True)
class KeepsPromises(Declared):
    """A promised call is made at its moment, not before, once, and a later date they name replaces it.

    The first call that rang from `early_minutes` before its moment on keeps it; of a day, from its beginning on.
    """

    key: ClassVar[str] = "keeps_promises"
    early_minutes: int = 15

    @property
    def says(self) -> str:
        """That promises are kept."""
        return "makes promised calls at their moment, once"


@attrs.frozen(kw_only=True)
class ReturnsCalls(Declared):
    """Somebody who calls or writes is called back within so many working days, as far as law and hours let us."""

    key: ClassVar[str] = "returns_calls"
    working_days: int = 2

    @property
    def says(self) -> str:
        """Within how many days."""
        return f"calls back within {self.working_days} working days"


@attrs.frozen(kw_only=True)
class NoteFirst(Declared):
    """After a hang-up or brush-off no call before a note; after a second one, `rest_days` of rest.

    With no other channel for a note: `no_channel_days` working days of rest, then another part of the day. The day
    that a note names is so many working days ahead at least: `soonest`, or `soonest_posted` where the post brings it.
    """

    key: ClassVar[str] = "note_first"
    rest_days: int = 90
    no_channel_days: int = 10
    soonest: int = 0
    soonest_posted: int = 0

    @property
    def says(self) -> str:
        """The sentence about what follows a bad moment."""
        return f"a note before the next call after a bad moment, {self.rest_days} days of rest after two"


@attrs.frozen(kw_only=True)
class ThanksForOrders(Declared):
    """An order by phone is thanked for in writing on the day on which it came, where a channel is known.

    Counted on the person's own calendar; after `stale_days` thanks are only odd.
    """

    key: ClassVar[str] = "thanks_for_orders"
    stale_days: int = 14

    @property
    def says(self) -> str:
        """When thanks are due."""
        return "thanks for an order by phone on the same day"


@attrs.frozen(kw_only=True)
class LeavesInPeace(Declared):
    """Nobody is rung before their last snooze is over, unless they named a later moment or turned to us after it."""

    key: ClassVar[str] = "leaves_in_peace"

    @property
    def says(self) -> str:
        """That a snooze holds."""
        return "leaves who is snoozed in peace"


@attrs.frozen(kw_only=True)
class WaitsForThem(Declared):
    """While they owe us a call we do not ring: until so many working days after the day they named."""

    key: ClassVar[str] = "waits_for_them"
    grace_days: int = 1
    dateless_days: int = 5

    @property
    def says(self) -> str:
        """How long."""
        return f"waits for what they promised, and {self.grace_days} working days more"


@attrs.frozen(kw_only=True)
class NeverCold(Declared):
    """A decision maker who does not know us is not rung, but for a promised or returned call."""

    key: ClassVar[str] = "never_cold"

    @property
    def says(self) -> str:
        """The people whom we do not ring."""
        return "never rings a decision maker who does not know us"


@attrs.frozen(kw_only=True)
class Prepared(Declared):
    """A red-phone call is made only when these topics are there; a promised or returned one is made all the same."""

    key: ClassVar[str] = "prepared"
    needs: tuple[str, ...]
    insight_days: int = 90

    @property
    def says(self) -> str:
        """The things that must be there."""
        return f"rings a red phone only with {', '.join(each.replace('_', ' ') for each in self.needs)}"


@attrs.frozen(kw_only=True)
class Fresh(Declared):
    """An insight is a reason for so many days, and then it is stale."""

    key: ClassVar[str] = "fresh"
    days: int = 90

    @property
    def says(self) -> str:
        """For how long."""
        return f"tells nothing that is older than {self.days} days"


class After(enum.Enum):
    """The event from which a reason is counted: the last talk, the last meeting, or the last purchase."""

    TALK = "talk"
    MEETING = "meeting"
    PURCHASE = "purchase"


@attrs.frozen(kw_only=True)
class Due(Declared):
    """A reason of that name is due so many months and days after the last talk, meeting or purchase, and not before.

    `after` is an `After`, also of `callrules.declared`, or its word: "talk", "meeting" or "purchase". All is counted
    in days of their calendar from that event on, `until_days` too: on that day it may still be called for, at any
    hour, and on the next it is stale. A rule of yours may end it sooner on that day.
    It is held as "not before, and not when stale": how long after it fell due somebody is rung, guards decide. And
    it comes round: what was due after one purchase and heard is due again after the next one, more than a year on.
    What is due once in a life is no `Due`.
    Says nothing where there was none, and once we let go: who is looked at again may be called for what stands.
    """

    key: ClassVar[str] = "due"
    reason: str
    after: After = attrs.field(converter=After, default=After.TALK)
    months: int = 0
    days: int = 0
    until_days: int | None = None

    @property
    def says(self) -> str:
        """When it is due, and until when."""
        parts = ((self.months, "months"), (self.days, "days"))
        due = " and ".join(f"{count} {unit}" for count, unit in parts if count)
        until = "" if self.until_days is None else f"until {self.until_days} days after it"
        season = ", ".join(each for each in (f"{due} later" if due else "", until) if each) or "at once"
        return f"{self.reason.replace('_', ' ')} after a {self.after.value}: {season}"


@attrs.frozen(kw_only=True)
class HasASimpleReason(Declared):
    """A simple reason rests on a purchase, a date they told us, a year since the first order, or on talks.

    Thanks from the working day after a purchase on, for `thanks_days`; a date and the year on their day, for
    `date_days`; both in working days. Asking after them so many `quiet_days` after the last of `talks` talks.
    """

    key: ClassVar[str] = "has_a_simple_reason"
    thanks_days: int = 10
    date_days: int = 5
    talks: int = 3
    quiet_days: int = 90

    @property
    def says(self) -> str:
        """The facts on which a simple reason rests."""
        return (
            f"thanks within {self.thanks_days} working days, a date within {self.date_days}, "
            f"or {self.quiet_days} days after the last of {self.talks} talks"
        )


@attrs.frozen(kw_only=True)
class RestsBad(Declared):
    """A number that did not work once rests for so many days."""

    key: ClassVar[str] = "rests_bad"
    days: int = 15

    @property
    def says(self) -> str:
        """For how long."""
        return f"a number that did not work rests for {self.days} days"


@attrs.frozen(kw_only=True)
class HoldsDials(Declared):
    """While somebody dials nobody else rings, for so many hours at most."""

    key: ClassVar[str] = "holds_dials"
    hours: int = 2

    @property
    def says(self) -> str:
        """For how long."""
        return f"a dial keeps others from ringing for {self.hours} hours"


@attrs.frozen(kw_only=True)
class Besides(Declared):
    """The rule forbids more than it declares, which no fact can tell: say it in words, such as "a lunch break".

    What it declares besides is held all the same, and so is decency, with more time: three weeks for an hour that
    they named, a month for a call of theirs. What came before, such as a voicemail of ours or calls of theirs, may
    hold up no call that they ask for. `lifted_by` tells readers what it gives way to; no law asks for it here.
    """

    key: ClassVar[str] = "besides"
    what: str

    @property
    def says(self) -> str:
        """The sentence about what else is forbidden."""
        return f"and besides: {self.what}"


@attrs.frozen(kw_only=True)
class WithNeighbours(Declared):
    """Answers hang on what happens to others who share a number or an account, and are in the history for that."""

    key: ClassVar[str] = "with_neighbours"


@attrs.frozen(kw_only=True)
class Dated(Declared):
    """Answers hang on certain dates (a campaign, a list of holidays): another year is another matter.

    What returns with the calendar (each 24 December, even weeks) needs none of this.
    """

    key: ClassVar[str] = "dated"


@attrs.frozen(kw_only=True)
class Sampled(Declared):
    """Answers hang on who they are: an experiment that treats parts of a book differently, by id or name."""

    key: ClassVar[str] = "sampled"


KINDS: tuple[type[Declared], ...] = (
    Open, Cap, Gap, Spacing, AnotherPart, GivesUp, TakesNo, TakesOffTheTable, LetsGo, KeepsPromises,
    ReturnsCalls, NoteFirst, ThanksForOrders, LeavesInPeace, WaitsForThem, NeverCold, Prepared, Fresh, Due,
    HasASimpleReason, RestsBad, HoldsDials, Besides, WithNeighbours, Dated, Sampled,
)  # fmt: skip


def kind_of(key: str) -> type[Declared]:
    """The kind of that key. Raises `InvalidValue`, naming the nearest."""
    kinds = {kind.key: kind for kind in KINDS}
    if key not in kinds:
        raise InvalidValue("declared", key, f"one of {', '.join(sorted(kinds))}{nearest(key, kinds)}")
    return kinds[key]


def declared_by(rule: Any) -> tuple[Declared, ...]:
    """Read what a rule declares about itself; nothing where it has no `declares`. Raises `InvalidValue` for others."""
    declares = getattr(rule, "declares", ())
    several = (declares,) if isinstance(declares, Declared) else declares
    if not isinstance(several, (tuple, list)) or not all(isinstance(each, Declared) for each in several):
        raise InvalidValue(f"{type(rule).__name__}.declares", declares, "a tuple of values of callrules.declared")
    return tuple(several)
