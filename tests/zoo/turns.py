"""Broken policies: whoever waits is put back for it, and whoever is not asked would have had something to say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.declared import POLITE, Besides, Declared
from callrules.facts import Kinds, Meeting, Purchase, Snooze
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Call, Reason, Step
from callrules.vocabulary import Outcome
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class FreshestFirst:
    """How long ago did they last say or do something? A day of it is worth two of waiting."""

    name: ClassVar[str] = "freshest_first"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def priority(self, history: History, step: Step, now: dt.datetime) -> float | None:
        """Less each day."""
        last = history.latest or step.at
        return -2.0 * (now - last).days if isinstance(step, Call) and last else None


@attrs.frozen
class ByTurnover:
    """How much did they spend? A day of waiting for each five hundred, of whatever money, and without an end."""

    name: ClassVar[str] = "by_turnover"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def priority(self, history: History) -> float:
        """As many days as it comes to."""
        return sum(float(each.amount) for each in history.still_bought if each.amount is not None) / 500


@attrs.frozen
class OldFriendsFirst:
    """How often did we talk? Each talk is worth a fortnight of waiting, and there is always another one."""

    name: ClassVar[str] = "old_friends_first"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def priority(self, history: History) -> float:
        """Two weeks each."""
        return 14.0 * len(history.talks)


@attrs.frozen
class OrdersSettle:
    """Did they order? Then a week of peace; who orders by telephone is forgotten among the kinds of fact."""

    name: ClassVar[str] = "orders_settle"
    waits: ClassVar[str] = "ordered a few days ago"
    only_with: ClassVar[Kinds] = (Purchase,)
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="a week of peace after an order", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """Not within seven days of any order."""
        if reason.is_first_return(history):
            return None
        rests = [(ordered, ordered + 7 * DAY) for ordered in history.bought_at]
        return outside(rests, at, "a week of peace after an order", yields=True)


@attrs.frozen
class WhereWeMet:
    """Where did we talk last? Whoever we met or talked with is rung about it; only meetings are named."""

    name: ClassVar[str] = "where_we_met"
    only_with: ClassVar[Kinds] = (Meeting, Snooze)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """A month after it, for a month."""
        calendar = history.calendar
        for talk in history.talks[-1:]:
            if getattr(talk, "outcome", None) is not Outcome.NO_SALE:
                due = calendar.add(talk.at, months=1)
                expires = calendar.add(talk.at, months=2)
                yield Reason(name="where_we_met", about=talk.key, due=due, expires=expires, says="a month since we met")


TURNS = (
    Specimen(
        id="freshest-first",
        group="composition",
        says="Whoever we did not reach on Monday stands lower on Tuesday, and in autumn nobody finds them any more.",
        make=house_with(FreshestFirst),
        breaks={"waiting-moves-up"},
    ),
    Specimen(
        id="by-turnover",
        group="composition",
        says="The shipyard comes first each week, and the boat builder has been due since the year before last.",
        make=house_with(ByTurnover),
        breaks={"head-starts-end"},
    ),
    Specimen(
        id="old-friends-first",
        group="composition",
        says="We ring those whom we always ring, for nobody else has talked with us so often.",
        make=house_with(OldFriendsFirst),
        breaks={"head-starts-end"},
    ),
)
"""Whoever waits is put back for it, or for others; no step shows it, only the order of a day."""

UNASKED = (
    Specimen(
        id="orders-by-telephone-settle-nothing",
        group="composition",
        says="She had ordered by telephone on Monday, and on Wednesday we rang her; who orders online has a week.",
        make=house_with(OrdersSettle),
        breaks={"only-with-is-all"},
    ),
    Specimen(
        id="only-meetings-count",
        group="composition",
        says="We talked for an hour in May, and nobody rang in June: the list knows only whom we met.",
        make=house_with(WhereWeMet),
        breaks={"only-with-is-all"},
    ),
)
"""Rules that would have had something to say, and are not asked."""
