"""What they promised, not waited for."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import attrs

from callrules.calendars import Calendar
from callrules.facts import Commitment, Fact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import START_OF_TIME, Window
from callrules.rules import TheirPromises
from callrules.step import Reason
from callrules.vocabulary import Party, Reply


class EveryDayWorks(History):
    """Counts Saturdays and Sundays as working days."""

    @cached_property
    def calendar(self) -> Calendar:
        return attrs.evolve(super().calendar, weekend=frozenset())


class TheirDayByTheCalendar(TheirPromises):
    """Gives them one day more, be it a Saturday."""

    def _lapses(self, history: History, promise: Commitment) -> dt.datetime:
        return super()._lapses(EveryDayWorks(history.entries, contact=history.contact), promise)


class MachinesKeepTheirWord(TheirPromises):
    """An automatic answer is an answer, so it is not their turn any more."""

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        automatic = (message.at for message in history.messages if message.reply is Reply.AUTOMATIC)
        last = max(automatic, default=START_OF_TIME)
        open_ones = (fact for fact in history.entries if not _is_theirs(fact) or fact.at >= last)
        return super().permits(History(open_ones, contact=history.contact), reason)


def without_their_dateless_words(history: History, _: dt.datetime) -> History:
    """Takes "I'll call you" without a date for nothing."""
    return History(fact for fact in history.entries if not _is_dateless(fact))


def _is_theirs(fact: Fact) -> bool:
    return isinstance(fact, Commitment) and fact.by is Party.THEM


def _is_dateless(fact: Fact) -> bool:
    return isinstance(fact, Commitment) and fact.by is Party.THEM and fact.due is None
