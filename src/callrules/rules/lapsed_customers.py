"""A3: who used to buy, and stopped."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import ClassVar

import attrs

from callrules.day_names import dated
from callrules.declared import After, Declared, Due
from callrules.facts import Kinds, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason
from callrules.vocabulary import Outcome

SHORTEST_MONTH = 28
A_RHYTHM = 3
"""Purchase days from which on a customer has a rhythm of their own (rulebook A3)."""


@attrs.frozen
class LapsedCustomers:
    """Has this customer stopped buying, by their own rhythm?

    Rulebook A3, G22. With three or more purchase days: silent for more than twice their median interval, and at
    least 90 days. With two: six months; with one: twelve. Answered by a talk, it returns six months after it. The
    call says that we miss working with them and asks why they stopped; it sells nothing yet.
    """

    name: ClassVar[str] = "lapsed_customers"
    only_with: ClassVar[Kinds] = (Outcome.ORDER, Purchase)
    times: int = parameter(2, says="times their own median interval", source="rulebook A3")
    least_days: int = parameter(90, says="days of silence at least", source="rulebook A3")
    months_after_two: int = parameter(6, says="months of silence after two purchase days", source="rulebook A3")
    months_after_one: int = parameter(12, says="months of silence after one purchase day", source="rulebook A3")
    return_months: int = parameter(6, says="months until it returns", source="rulebook A1–A4")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """After how many days without a purchase at least."""
        months = min(self.months_after_two, self.months_after_one)
        days = min(self.least_days, months * SHORTEST_MONTH)
        return (Due(reason="lapsed_customer", after=After.PURCHASE, days=days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        lapsed, says = self._lapses(history, history.days_bought)
        due = history.due_again(lapsed, self.return_months)
        return Reason(name="lapsed_customer", due=due, says=says)

    def _lapses(self, history: History, days: tuple[dt.date, ...]) -> tuple[dt.datetime, str]:
        last, calendar = history.bought_at[-1], history.calendar
        if len(days) < A_RHYTHM:
            months = self.months_after_two if len(days) > 1 else self.months_after_one
            return calendar.add(last, months=months), f"bought {_times(len(days))}, last on {dated(days[-1])}"
        usual = _median(sorted([(later - day).days for day, later in pairwise(days)]))
        silence = max(int(self.times * usual) + 1, self.least_days)
        says = f"bought {len(days)} times, {_every(usual)}, last on {dated(days[-1])}"
        return calendar.add(last, days=silence), says


def _median(ordered: list[int]) -> float:
    """The middle one, or the mean of the middle two."""
    middle, has_one = divmod(len(ordered), 2)
    return ordered[middle] if has_one else (ordered[middle - 1] + ordered[middle]) / 2


def _every(days: float) -> str:
    return "every day" if days == 1 else f"every {days:g} days"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}[count]
