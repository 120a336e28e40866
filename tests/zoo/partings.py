"""Broken policies: they forget a goodbye, go on after it, or let go somebody who came back."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import START_OF_TIME
from callrules.rules import Departures, Stalling
from callrules.step import Rest, Step, Stop, WalkAway, Write
from callrules.vocabulary import Channel
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

TWO_WEEKS, HALF_A_YEAR = 14 * DAY, 180 * DAY


@attrs.frozen
class ForgetsGoodbyes(Altered):
    """A goodbye that nobody said for two weeks counts as said."""

    def answered(self, step: Step, _contact: Contact, now: dt.datetime, /) -> Step:
        if not isinstance(step, WalkAway) or not step.at or not step.since or now < step.since + TWO_WEEKS:
            return step
        return Rest(at=step.revisit, because=step.because) if step.revisit else attrs.evolve(step, at=None)


@attrs.frozen
class KeepsInTouch(Altered):
    """Half a year after a goodbye there is news by mail, whatever the goodbye was about."""

    def answered(self, step: Step, contact: Contact, now: dt.datetime, /) -> Step:
        is_over = isinstance(step, WalkAway) and step.at is None and step.since and step.grounds != "do_not_call"
        if not is_over or not contact.email or not isinstance(step, WalkAway) or not step.since:
            return step
        due = step.since + HALF_A_YEAR
        if now < due:
            return step
        return Write(at=now, since=due, purpose="share", channel=Channel.EMAIL, because=step.because)


class HeardOnlyWhenWeRang(Departures):
    """Counts from the day after they last turned to us, and takes the call that says she left for such a turn."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        stop = super().walk_away(history)
        return stop if stop and stop.since > (history.came_back or START_OF_TIME) else None


class BackOnTheTable(Stalling):
    """Waits for every promise of ours, also for those made since."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        return None if history.open_promises else super().walk_away(history)


@attrs.frozen
class WindowShoppers:
    """Did they ever buy? Three talks and no entry from the shop are enough; orders by phone are not in the shop."""

    name: ClassVar[str] = "window_shoppers"
    most: int = 3

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        came = max((each.at for each in history.purchases), default=START_OF_TIME)
        talks = [call for call in history.conversations if call.at > came]
        if len(talks) < self.most:
            return None
        return Stop(grounds="window_shopper", since=talks[self.most - 1].at, says="three talks and never a purchase")


@attrs.frozen
class TrialIsOver:
    """Is the trial over? Thirty days after they first wrote, whatever came of it."""

    name: ClassVar[str] = "trial_is_over"
    days: int = 30

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        asked = [message for message in history.messages if message.comes_back]
        if not asked:
            return None
        over = history.calendar.add(asked[0].at, days=self.days)
        came_since = history.came_back is not None and history.came_back > over
        return None if came_since else Stop(grounds="trial_over", since=over, says="the trial is over")


_specimen = partial(Specimen, group="endings")

PARTINGS: tuple[Specimen, ...] = (
    _specimen(
        id="goodbye-expires",
        says="Nobody was in for two weeks, so the goodbye that we owed her was never said.",
        make=ForgetsGoodbyes,
        breaks={"goodbye-stays-due"},
    ),
    _specimen(
        id="news-after-goodbye",
        says="He said no twice and we said goodbye, and half a year later our news came by mail.",
        make=KeepsInTouch,
        breaks={"goodbye-is-the-last-word", "stays-stopped"},
    ),
    _specimen(
        id="left-is-heard-when-we-ring",
        says="Her successor rang to say that she has left, and we go on asking for her.",
        make=house_with(HeardOnlyWhenWeRang),
        breaks={"any-end-counts", "gone-is-gone"},
    ),
    _specimen(
        id="our-plan-opens-the-table",
        says="Three talks led nowhere, then a rep planned a call for June, and it was on the table again.",
        make=house_with(BackOnTheTable),
        breaks={"stays-off-the-table", "own-deeds-lift-nothing"},
    ),
    _specimen(
        id="orders-by-phone-are-talk",
        says="She ordered by phone three times, and with the third order we wrote her off.",
        make=house_with(WindowShoppers),
        breaks={"orders-start-anew", "no-older-ground"},
    ),
    _specimen(
        id="trial-is-over-for-buyers",
        says="He bought on the tenth day of his trial, and on the thirtieth we said goodbye to him.",
        make=house_with(TrialIsOver),
        breaks={"no-older-ground"},
    ),
)
"""Wrong about when a goodbye is over, and about whom it is for."""
