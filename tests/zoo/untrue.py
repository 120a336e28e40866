"""Broken policies: the reason they give is not true."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import DormantCustomers, LapsedCustomers, ReturnedCalls
from callrules.step import Reason
from callrules.vocabulary import Outcome
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen


@attrs.frozen
class SoWeSaid:
    """Did we say that we would call again? Supposes so after every talk."""

    name: ClassVar[str] = "so_we_said"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.conversations:
            return None
        talk = history.conversations[-1]
        due = history.calendar.add(talk.at, days=7)
        return Reason(name="promise", due=due, about=talk.key, says="we said we would call again")


@attrs.frozen
class NeverBoughtIsLapsed(LapsedCustomers):
    """Counts the silence of those who never bought from when we got to know them."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if history.bought_at or not history.talks:
            return super().reasons(history)
        first = history.talks[0].at
        due = history.due_again(history.calendar.add(first, months=self.months_after_one), self.return_months)
        return Reason(name="lapsed_customer", due=due, says="they have stopped buying")


@attrs.frozen
class OrdersByPhone(Altered):
    """Looks for purchases, and not for orders taken on the telephone."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, History(tuple(map(_unsold, history.entries))), now


def _unsold(fact: Fact) -> Fact:
    if isinstance(fact, CallAttempt) and fact.outcome is Outcome.ORDER:
        return attrs.evolve(fact, outcome=None)
    return fact


@attrs.frozen
class DormantSinceTheFirst(DormantCustomers):
    """Counts the six months from the first talk instead of the last."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at or not history.talks:
            return super().reasons(history)
        due = history.calendar.add(history.talks[0].at, months=self.months)
        return Reason(name="dormant_customer", due=due, says=f"nobody has talked with them for {self.months} months")


@attrs.frozen
class OutOfOffice(ReturnedCalls):
    """Takes an automatic answer for a sign of life."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        machines = [each for each in history.messages if each.is_inbound and not each.is_from_them]
        if not machines or history.settled_since(machines[-1].at):
            return super().reasons(history)
        last = machines[-1]
        return Reason(name="returned_call", due=last.at, about=last.key, says="they wrote to us")


UNTRUE = (
    Specimen(
        id="so-we-said",
        group="truthfulness",
        says="We told her that we call as promised, and nobody had promised anything.",
        make=house_with(SoWeSaid),
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="lapsed-who-never-bought",
        group="truthfulness",
        says="We asked her why she had stopped buying from us, and she never had bought.",
        make=house_with(NeverBoughtIsLapsed),
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="orders-by-phone-are-none",
        group="truthfulness",
        says="She ordered on the telephone, and our next call began with a pity that she never bought.",
        make=OrdersByPhone,
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="dormant-since-the-first-talk",
        group="truthfulness",
        says="We said we had not talked for half a year, and we had talked on Thursday.",
        make=house_with(DormantSinceTheFirst),
        breaks={"reason-is-true"},
    ),
    Specimen(
        id="out-of-office",
        group="truthfulness",
        says="His machine wrote that he is on holiday, and we rang him back for it.",
        make=house_with(OutOfOffice),
        breaks={"reason-is-true"},
    ),
)
"""Broken policies whose reasons are not true."""
