"""Broken policies that let a call go that we owe: who is small, who waits behind a goodbye, whose rep has left."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Besides, Declared
from callrules.facts import Commitment, Fact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Stop
from callrules.vocabulary import Party
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen


@attrs.frozen
class TooSmallToRing:
    """Did they spend little? Then no call is worth it, not even one that we owe."""

    name: ClassVar[str] = "too_small"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="nobody who spent less than fifty"),)
    least: int = 50

    @hookimpl
    def permits(self, history: History) -> Window | None:
        """At no time, where all that they bought is worth less."""
        spent = sum(each.amount or 0 for each in history.still_bought)
        return Window.never("they spend too little") if history.purchases and spent < self.least else None


@attrs.frozen
class ThreeCallsAnyThree:
    """Three calls, and they never bought? Not worth more of our time, counted from the latest call."""

    name: ClassVar[str] = "three_calls"
    declares: ClassVar[tuple[Declared, ...]] = ()
    most: int = 3

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """Each further call makes the ground anew."""
        back = history.came_back
        made = [call for call in history.attempts if back is None or call.at > back]
        return None if len(made) < self.most else Stop(grounds="three_calls", since=made[-1].at, says="three calls")


@attrs.frozen
class FormerRep(Altered):
    """What was promised by a rep who does not look after them any more is left out."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        """The same, less those promises."""
        return contact, History(each for each in history.entries if not self._is_a_former_reps(contact, each)), now

    def _is_a_former_reps(self, contact: Contact, fact: Fact) -> bool:
        is_ours = isinstance(fact, Commitment) and fact.by is Party.US
        return is_ours and None not in {fact.rep, contact.owner} and fact.rep != contact.owner  # type: ignore[attr-defined]


_specimen = partial(Specimen, group="calls that we owe")

LOST_CALLS = (
    _specimen(
        id="too-small-to-ring",
        says="She rang us three times, and nobody rang back: all that she ever bought was a notebook.",
        make=house_with(TooSmallToRing),
        breaks={"nobody-waits-for-ever"},
    ),
    _specimen(
        id="three-calls-any-three",
        says="We had said goodbye; then somebody rang him by hand, and we were to say goodbye again.",
        make=house_with(ThreeCallsAnyThree),
        breaks={"goodbye-is-said-once"},
    ),
    _specimen(
        id="the-former-reps-promise",
        says="Ann promised him a call; since Bo looks after him nobody knows of it.",
        make=FormerRep,
        breaks={"promise-not-forgotten", "promise-comes-first", "any-promise-stands"},
    ),
)
"""Whoever was to be rung is not."""
