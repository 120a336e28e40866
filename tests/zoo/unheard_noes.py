"""Histories in which a "stop calling" is overheard, overwritten or lifted by the wrong thing."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from callrules.facts import Consent, Fact, Message, OptOut, Retraction
from callrules.history import History
from callrules.moments import START_OF_TIME
from callrules.versions import standing_facts
from callrules.vocabulary import Party

TWO_YEARS = dt.timedelta(days=730)


class LastImportStands(History):
    """The version recorded last stands, also where an earlier one said "stop calling"."""

    @cached_property
    def opt_outs(self) -> tuple[Fact, ...]:
        standing = set(standing_facts(self.entries).values())
        return tuple(fact for fact in super().opt_outs if fact in standing)


class TakenBackLikeAnything(History):
    """Whatever was logged can be taken back, a no as well."""

    @cached_property
    def opt_outs(self) -> tuple[Fact, ...]:
        taken_back = {fact.of for fact in self.entries if isinstance(fact, Retraction)}
        return tuple(fact for fact in super().opt_outs if fact.id not in taken_back)


class LastFactCounts(History):
    """The state of a person is what happened last."""

    @cached_property
    def opted_out(self) -> Fact | None:
        last = self.facts[-1] if self.facts else None
        return super().opted_out if last is None or last.is_opt_out else None


class PromisesFirst(History):
    """Who was promised a call gets it."""

    @cached_property
    def opt_outs(self) -> tuple[Fact, ...]:
        ours = [each.at for each in self.commitments if each.by is Party.US]
        return tuple(fact for fact in super().opt_outs if not ours or fact.at < ours[0])


class AnybodysConsent(History):
    """A consent of anybody at that number lifts the no."""

    @cached_property
    def opted_out(self) -> Fact | None:
        consents = [fact.at for fact in (*self.facts, *self.neighbours) if isinstance(fact, Consent)]
        last = max(consents, default=START_OF_TIME)
        return next((fact for fact in self.opt_outs if fact.at >= last), None)


class BackAgainMeansYes(History):
    """Who buys, writes or calls after a no wants calls again."""

    @cached_property
    def opted_out(self) -> Fact | None:
        came = self.came_back or START_OF_TIME
        return next((fact for fact in self.opt_outs if fact.at >= came), None)


class SpokenNoesOnly(History):
    """Mail is not read for a no."""

    @cached_property
    def opt_outs(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in super().opt_outs if not isinstance(fact, Message))


class OneNumberOnly(History):
    """A no said on one number is kept for that number alone."""

    @cached_property
    def opted_out(self) -> Fact | None:
        no = super().opted_out
        return None if isinstance(no, OptOut) and no.number else no

    @cached_property
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        own = [fact for fact in self.opt_outs if isinstance(fact, OptOut) and fact.number]
        return (*super().neighbours_opt_outs, *own)


def one_fact_a_minute(history: History, _: dt.datetime) -> History:
    """Takes two facts of one minute for one that arrived twice."""
    firsts: dict[tuple[str | None, dt.datetime], Fact] = {}
    for fact in history.entries:
        firsts.setdefault((fact.contact, fact.at.replace(second=0, microsecond=0)), fact)
    return History(firsts.values())


def the_last_two_years(history: History, now: dt.datetime) -> History:
    """Clears out what is older than two years."""
    return History(fact for fact in history.entries if fact.at >= now - TWO_YEARS)
