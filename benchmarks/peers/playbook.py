"""The eight rules as guests of a callrules playbook, which answers from when on as well, and because of what."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules import Call, Contact, History, Playbook, Reason, Stop, WalkAway, Window, hookimpl
from callrules.step import Step
from peers.people import DAY
from peers.rules import REST


def last_heard(history: History) -> dt.datetime | None:
    """When we last talked, or they last bought."""
    talk = history.last_talk
    return max((*([talk.at] if talk else []), *history.bought_at[-1:]), default=None)


@attrs.frozen
class OptedOut:
    """Did they ask us to stop?"""

    name: ClassVar[str] = "opted_out"

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        no = history.opted_out
        return Stop(grounds="do_not_call", since=no.at, says="asked us to stop", firm=True) if no else None


@attrs.frozen
class SixInVain:
    """Have six calls in a row been in vain?"""

    name: ClassVar[str] = "six_in_vain"

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        row = history.row_of_unanswered
        return Stop(grounds="unanswered", since=row[5].at, says="six in vain", firm=True) if len(row) > 5 else None


@attrs.frozen
class OfficeHours:
    """Is it between nine and eight on a weekday?"""

    name: ClassVar[str] = "office_hours"

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        while day.isoweekday() > 5 or day + dt.timedelta(hours=20) <= at:
            day += DAY
        return Window(start=day + dt.timedelta(hours=9), end=day + dt.timedelta(hours=20), says="office hours")


@attrs.frozen
class Patience:
    """Are two days over since the last call?"""

    name: ClassVar[str] = "patience"

    @hookimpl
    def permits(self, history: History) -> Window | None:
        return Window(start=history.attempts[-1].at + 2 * DAY, says="two days") if history.attempts else None


@attrs.frozen
class Lapsed:
    """Have they bought nothing for a year?"""

    name: ClassVar[str] = "lapsed"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        bought = history.bought_at
        return Reason(name="lapsed_customer", due=bought[-1] + 365 * DAY, says="a year") if bought else None


@attrs.frozen
class Dormant:
    """Has nobody heard from this customer for half a year?"""

    name: ClassVar[str] = "dormant"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        heard = last_heard(history) if history.bought_at else None
        return Reason(name="dormant_customer", due=heard + 182 * DAY, says="half a year") if heard else None


@attrs.frozen
class Rivals:
    """Do they buy from a rival?"""

    name: ClassVar[str] = "rivals"

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        heard = last_heard(history)
        due = heard + 182 * DAY if heard else None
        return Reason(name="competitor_customer", due=due, says="a rival's") if contact.buys_from else None


@attrs.frozen
class NotYet:
    """Have they never bought?"""

    name: ClassVar[str] = "not_yet"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        heard = last_heard(history)
        due = heard + 182 * DAY if heard else None
        return None if history.bought_at else Reason(name="prospect", due=due, says="new to us")


GUESTS = (OptedOut(), SixInVain(), OfficeHours(), Patience(), Lapsed(), Dormant(), Rivals(), NotYet())


def eight_guests() -> Playbook:
    """The floor of every playbook, and the eight."""
    return Playbook(rules=GUESTS, strict=True)


def in_a_word(step: Step, now: dt.datetime) -> str:
    """As much of a step as the other engines can tell: what is to be done now."""
    if isinstance(step, WalkAway):
        return f"walk away: {step.grounds}"
    return f"call: {step.reason.name}" if isinstance(step, Call) and step.is_due(now) else REST
