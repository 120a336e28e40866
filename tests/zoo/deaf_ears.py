"""Rules that do not hear a no, a yes, or who comes back."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.contact import Contact, Role
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Message
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import Departures, Refusals, ReturnedCalls, Stalling
from callrules.step import Reason, Stop
from callrules.vocabulary import Outcome

MACHINES = {Disposition.VOICEMAIL_LEFT, Disposition.VOICEMAIL_NO_MESSAGE}
ANOTHER_QUARTER = dt.timedelta(days=90)
LED_SOMEWHERE = {Outcome.ADVANCE, Outcome.ORDER}


class NeverTakesANo(Refusals):
    """Hears "not interested" as "not now"."""

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        return None


class BossesNeedTwo(Refusals):
    """A decision maker may say no twice, as everybody may."""

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        return super().walk_away(attrs.evolve(contact, role=Role.UNKNOWN), history)


class NoSaleIsNoNo(Refusals):
    """A talk that ended in no sale is a talk."""

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        others = (fact for fact in history.entries if getattr(fact, "outcome", None) is not Outcome.NO_SALE)
        return super().walk_away(contact, History(others, contact=history.contact))


class NewYearNewLuck(Refusals):
    """Counts the noes of this calendar year."""

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        year = history.latest.year if history.latest else None
        this_year = (fact for fact in history.entries if fact.at.year == year)
        return super().walk_away(contact, History(this_year, contact=history.contact))


class GoneForAQuarter(Departures):
    """Who left is asked for again after a quarter."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        stop = super().walk_away(history)
        return attrs.evolve(stop, revisit=stop.since + ANOTHER_QUARTER) if stop else None


class YesesDoNotCount(Stalling):
    """Overlooks the small yeses that were agreed."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        deaf = (attrs.evolve(fact, agreed=()) if isinstance(fact, CallAttempt) else fact for fact in history.entries)
        return super().walk_away(History(deaf, contact=history.contact))


class OldYesesCount(Stalling):
    """The same small yes, said again in another talk, is one more."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        entries = (_as_if_new(fact) if isinstance(fact, CallAttempt) else fact for fact in history.entries)
        return super().walk_away(History(entries, contact=history.contact))


def _as_if_new(call: CallAttempt) -> CallAttempt:
    return attrs.evolve(call, agreed=tuple(f"{each} on {call.at}" for each in call.agreed))


class NotInARow(Stalling):
    """Overlooks the talks that moved on in between."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        rest = (fact for fact in history.entries if getattr(fact, "outcome", None) not in LED_SOMEWHERE)
        return super().walk_away(History(rest, contact=history.contact))


class NeverOffTheTable(Stalling):
    """Talks and talks."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        return None


class MailIsNoReturn(ReturnedCalls):
    """Only a telephone call is called back."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        unread = (fact for fact in history.entries if not isinstance(fact, Message))
        return super().reasons(History(unread, contact=history.contact))
