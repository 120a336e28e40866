"""Odd but decent: head starts that end, and a rule that names all that it looks at."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.declared import POLITE, Besides, Declared
from callrules.facts import CallAttempt, Kinds, Purchase, Reflection
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Call, Reason, Step
from callrules.vocabulary import Outcome, Reception
from zoo.altered import house_with
from zoo.specimens import Specimen

OPENS = dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
A_FORTNIGHT, FOR_THE_FAIR = 14, 800


@attrs.frozen
class FairAndFresh:
    """Before the fair everybody who waits comes first; and who fell due today a fortnight before the others."""

    name: ClassVar[str] = "fair_and_fresh"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> list[float]:
        """Both end: at the fair, and after two weeks."""
        since = step.since if isinstance(step, Call) else None
        waited = max(0, (now - since).days) if since else 0
        return [-3.0 * min(waited, A_FORTNIGHT), FOR_THE_FAIR if now < OPENS else 0]


@attrs.frozen
class BigOrdersAMonthAhead:
    """Did they spend much? A day of waiting for each thousand, and a month at most."""

    name: ClassVar[str] = "big_orders_a_month_ahead"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def priority(self, history: History) -> float:
        """Never more than a month."""
        spent = sum(float(each.amount) for each in history.still_bought if each.amount is not None)
        return min(30.0, spent / 1000)


@attrs.frozen
class LongestGoneFirst:
    """How long ago did they last buy? Everybody grows older alike, so it has no end, and nobody is overtaken for it."""

    name: ClassVar[str] = "longest_gone_first"
    declares: ClassVar[tuple[Declared, ...]] = ()
    only_with: ClassVar[Kinds] = (Purchase, Outcome.ORDER)

    @hookimpl
    def priority(self, history: History, now: dt.datetime) -> float | None:
        """As long ago as it is."""
        bought = history.bought_at
        return (now - bought[-1]) / DAY if bought else None


@attrs.frozen
class PeaceAfterABadCall:
    """Did a call annoy them, or did they refuse one? Then two weeks of peace."""

    name: ClassVar[str] = "peace_after_a_bad_call"
    waits: ClassVar[str] = "a call went badly"
    only_with: ClassVar[Kinds] = (Reflection, CallAttempt)
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="two weeks of peace after a bad call", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """Not within two weeks of either."""
        if reason.is_first_return(history):
            return None
        bad = [each.at for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        bad += [call.at for call in history.attempts if call.is_refusal]
        return outside([(each, each + A_FORTNIGHT * DAY) for each in bad], at, "two weeks of peace", yields=True)


ODD_TURNS = (
    Specimen(
        id="fair-and-fresh",
        group="herd",
        says="Until the fair everybody is due for longer, and for a fortnight who fell due last comes first.",
        make=house_with(FairAndFresh),
    ),
    Specimen(
        id="big-orders-a-month-ahead",
        group="herd",
        says="Who spends much comes up to a month sooner, and no sooner than that.",
        make=house_with(BigOrdersAMonthAhead),
    ),
    Specimen(
        id="longest-gone-first",
        group="herd",
        says="Who bought long ago comes first, before they forget us.",
        make=house_with(LongestGoneFirst),
    ),
    Specimen(
        id="peace-after-a-bad-call",
        group="herd",
        says="After a call that went badly they have two weeks of peace, whoever noted it.",
        make=house_with(PeaceAfterABadCall),
    ),
)
"""Odd but lawful policies about turns, and about who is asked."""
