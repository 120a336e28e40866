"""Broken policies: one thing is forgotten as soon as another one happened after it."""

from __future__ import annotations

import attrs

from callrules.contact import Contact
from callrules.dispositions import Disposition
from callrules.facts import Fact, Introduction, KeyDate
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.rules import HangUps, Refusals, Snoozes, TheirPromises
from callrules.step import Reason, Stop
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class PeaceUntilAnOrder(Snoozes):
    """Did an order come since they asked for peace? Then they are with us again."""

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        snooze, bought = history.snooze, history.bought_at
        return None if snooze and bought and bought[-1] > snooze.at else super().permits(history, reason)


@attrs.frozen
class IntroducedSince(HangUps):
    """Has somebody introduced us since they hung up? Then nothing is owed."""

    def _cycle(self, history: History) -> list[Fact]:
        cycle = super()._cycle(history)
        since = any(cycle and fact.at > cycle[-1].at for fact in history.of(Introduction))
        return [] if since else cycle


@attrs.frozen
class ADateOpensTheDoor(Refusals):
    """Did they tell us a date since their no? Then there is something to ring about."""

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        stop = super().walk_away(contact, history)
        told = any(stop and fact.at > stop.since for fact in history.of(KeyDate))
        return None if told else stop


@attrs.frozen
class ScreenedIsHeard(TheirPromises):
    """Were we screened while they owed us a call? Then they know that we wait."""

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        screened = any(call.disposition is Disposition.SCREENED for call in history.attempts)
        return None if screened else super().permits(history, reason)


OVERTAKEN = (
    Specimen(
        id="peace-until-an-order",
        group="rhythm",
        says="He asked for peace until June and ordered online in May, and the next morning we rang him.",
        make=house_with(PeaceUntilAnOrder),
        breaks={"left-in-peace"},
    ),
    Specimen(
        id="introduced-since-the-hang-up",
        group="notes",
        says="She hung up on us, a friend put in a word, and we rang her again without a line.",
        make=house_with(IntroducedSince),
        breaks={"note-first"},
    ),
    Specimen(
        id="a-date-opens-the-door",
        group="endings",
        says="He said no twice; then somebody noted his birthday, and he was on the list again.",
        make=house_with(ADateOpensTheDoor),
        breaks={"no-is-a-no"},
    ),
    Specimen(
        id="screened-is-heard",
        group="promises",
        says="She meant to ring us on Friday; her telephone screened one call of ours, and we rang every day.",
        make=house_with(ScreenedIsHeard),
        breaks={"waits-for-them"},
    ),
)
"""Wrong once something else came after."""
