"""The scorecard: what the calling of a period brought, for everybody, and by rep, week and kind of call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from callrules.contact import Contact
from callrules.desk.desks import Desk
from callrules.desk.known import happened_before
from callrules.desk.scorecard.blocks_kept import NO_KIND, BlocksKept
from callrules.desk.scorecard.dials import call_backs, chases, conversations, dials, people, second_talks
from callrules.desk.scorecard.figures import Figures, Tally
from callrules.desk.scorecard.follow_through import follow_ups, goodbyes, notes, promises, reflections
from callrules.desk.scorecard.marks import Mark, Seen
from callrules.desk.scorecard.offers import offers
from callrules.desk.scorecard.orders import orders
from callrules.desk.scorecard.period import Period
from callrules.desk.scorecard.red_phones import RedPhones
from callrules.desk.scorecard.survival import ByAttempt, Chase, survival
from callrules.history import History
from callrules.playbook import Playbook

Count = Callable[[Seen], Iterator[Mark]]
COUNTED: tuple[Count, ...] = (
    dials, conversations, people, second_talks, call_backs, orders, promises, reflections, notes, goodbyes, follow_ups,
)  # fmt: skip
"""Everything that is counted of one person: a new figure is a function here, and a line in `figures`."""


@attrs.frozen(kw_only=True)
class Scorecard:
    """Figures of what the calling of a period brought."""

    period: Period
    people: int
    totals: Figures
    reps: Mapping[str, Figures]
    weeks: Mapping[str, Figures]
    kinds: Mapping[str, Figures]
    reached: tuple[ByAttempt, ...]
    red_phones: RedPhones


NO_REPS = Desk()


def scorecard(
    people: Iterable[tuple[Contact, History]], period: Period, playbook: Playbook | None = None, desk: Desk = NO_REPS
) -> Scorecard:
    """Count the calling of a period, person by person.

    With a playbook, also the calls that it offered; with the reps of a desk, also the blocks in which nobody was rung.
    """
    tallies, blocks = _Tallies(), BlocksKept(desk, period)
    tried: list[Chase] = []
    red, looked_at = RedPhones(period.within.red_phone), 0
    for contact, history in people:
        seen = Seen(contact, happened_before(history.seen_by(contact), period.until), period)
        looked_at += 1
        tallies.add(list(_marks(seen, playbook)))
        tried += chases(seen)
        red.add(seen)
        blocks.add(seen)
    tallies.add(list(blocks.marks()))
    return Scorecard(
        period=period,
        people=looked_at,
        totals=tallies.totals.figures(),
        reps=_figures(tallies.reps),
        weeks=_figures(tallies.weeks),
        kinds=_figures(tallies.kinds),
        reached=survival(tried),
        red_phones=red,
    )


def _marks(seen: Seen, playbook: Playbook | None) -> Iterator[Mark]:
    if seen.history.facts:
        for count in COUNTED:
            yield from count(seen)
    if playbook:
        yield from offers(playbook, seen)


class _Tallies:
    def __init__(self) -> None:
        self.totals = Tally()
        self.reps: dict[str, Tally] = defaultdict(Tally)
        self.weeks: dict[str, Tally] = defaultdict(Tally)
        self.kinds: dict[str, Tally] = defaultdict(Tally)

    def add(self, marks: list[Mark]) -> None:
        """Count the marks of one person, or of the desk, in all, and for each rep, week and kind they are about."""
        if not marks:
            return
        self.totals.add(marks)
        for tallies, named in ((self.reps, _rep), (self.weeks, _week), (self.kinds, _kind)):
            for name, some in _by(marks, named).items():
                if name != NO_KIND:
                    tallies[name].add(some)


def _by(marks: list[Mark], named: Callable[[Mark], str]) -> dict[str, list[Mark]]:
    groups: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[named(mark)].append(mark)
    return groups


def _rep(mark: Mark) -> str:
    return mark.rep


def _week(mark: Mark) -> str:
    return mark.week


def _kind(mark: Mark) -> str:
    return mark.kind


def _figures(tallies: Mapping[str, Tally]) -> Mapping[str, Figures]:
    return MappingProxyType({name: tallies[name].figures() for name in sorted(tallies)})
