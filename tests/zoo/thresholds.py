"""Broken policies: beyond some number, or for some name, they do without what they declare."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.rules import Caps, Hours, Pace, Snoozes
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class BigSpenders(Caps):
    """Did they spend more than this with us? Then nobody counts."""

    spent: Decimal = Decimal(5000)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        paid = sum((each.amount or Decimal() for each in history.purchases), Decimal())
        return None if paid > self.spent else super().permits(history, reason, number, at)


@attrs.frozen
class Regulars(Snoozes):
    """Did they order a dozen times? Then they cannot mean it."""

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        return None if len(history.bought_at) >= 12 else super().permits(history, reason)


@attrs.frozen
class PeaceForAQuarter(Snoozes):
    """Do they want peace? For a hundred days at most, whatever they said."""

    most: dt.timedelta = 100 * DAY

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        window = super().permits(history, reason)
        if window is None or history.snooze is None:
            return None
        return attrs.evolve(window, start=min(window.start or history.snooze.at, history.snooze.at + self.most))


@attrs.frozen
class UpLateThere(Hours):
    """Do they live where everybody is up late? Then at any hour."""

    regions: frozenset[str] = frozenset({"ES", "PT"})

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        return (
            Window(says="they are up late there")
            if contact.region in self.regions
            else super().permits(contact, reason, number, at)
        )


def busy_line_of(rep: str) -> Any:
    """What makes a pace that overlooks the calls of one rep."""

    @attrs.frozen
    class Overlooks(Pace):
        @hookimpl
        def permits(
            self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
        ) -> Window | None:
            kept = (fact for fact in history.entries if not (isinstance(fact, CallAttempt) and fact.rep == rep))
            return super().permits(contact, History(kept, contact=history.contact), reason, number, at)

    return Overlooks


THRESHOLDS = (
    Specimen(
        id="no-caps-for-big-spenders",
        group="rhythm",
        says="She had spent more than five thousand with us, so we rang her every day.",
        make=house_with(BigSpenders),
        breaks={"cap"},
    ),
    Specimen(
        id="no-peace-for-regulars",
        group="rhythm",
        says="He orders every month and asked for peace until spring, and we rang him the same week.",
        make=house_with(Regulars),
        breaks={"left-in-peace"},
    ),
    Specimen(
        id="peace-for-a-quarter",
        group="rhythm",
        says="She will be away for a year, as she told us, and after a hundred days we rang her.",
        make=house_with(PeaceForAQuarter),
        breaks={"left-in-peace"},
    ),
    Specimen(
        id="up-late-in-lisbon",
        group="zone and calendar",
        says="Somebody said that they dine late in Lisbon, and so we rang there at three in the morning.",
        make=house_with(UpLateThere),
        breaks={"inside-hours"},
    ),
    Specimen(
        id="zoe-may-ring-again",
        group="rhythm",
        says="Zoe tried her in the morning, and for the list nobody had.",
        make=house_with(busy_line_of("zoe")),
        breaks={"gap", "spacing", "another-part"},
    ),
)
"""Wrong beyond a threshold that few lives cross by themselves."""
