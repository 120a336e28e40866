"""Broken policies: the reason is right, and it is not its time."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import attrs

from callrules.facts import Meeting
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import DormantCustomers, JustMet, LapsedCustomers
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class JustMetForMonths(JustMet):
    """Four months after a fair they have just met."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        reason, met = super().reasons(history), history.last_talk
        return attrs.evolve(reason, expires=history.calendar.add(met.at, months=4)) if reason and met else None


class DatesAreText(History):
    """Sorts the days of purchases as they are written: 31.01.2026 comes after 02.05.2026."""

    @cached_property
    def bought_at(self) -> tuple[dt.datetime, ...]:
        return tuple(sorted(super().bought_at, key=lambda at: f"{at:%d.%m.%Y}"))


@attrs.frozen
class LapsedByTheText(LapsedCustomers):
    """Takes for the last purchase the one whose date comes last as a text."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        return super().reasons(DatesAreText(history.entries, contact=history.contact))


@attrs.frozen
class MeetingsAreNoTalks(DormantCustomers):
    """Counts the months since the last talk on the telephone."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        by_phone = (fact for fact in history.entries if not isinstance(fact, Meeting))
        return super().reasons(History(by_phone, contact=history.contact))


OUT_OF_SEASON = (
    Specimen(
        id="just-met-for-months",
        group="truthfulness",
        says="Nice to have met you, we said, and the fair was a quarter of a year ago.",
        make=house_with(JustMetForMonths),
        breaks={"in-season"},
    ),
    Specimen(
        id="lapsed-by-the-text",
        group="truthfulness",
        says="He bought on 2 May, and in June we asked him why he has bought nothing since 31 January.",
        make=house_with(LapsedByTheText),
        breaks={"in-season"},
    ),
    Specimen(
        id="meetings-are-no-talks",
        group="truthfulness",
        says="We sat at her table in April, and in June we said that nobody has talked with her for half a year.",
        make=house_with(MeetingsAreNoTalks),
        breaks={"in-season", "reason-is-true"},
    ),
)
"""Broken policies that ring for a reason at the wrong time of the year."""
