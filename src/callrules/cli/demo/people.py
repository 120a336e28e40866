"""Who is in the book of the demo, and what is going to happen: everything is written down beforehand."""

from __future__ import annotations

import datetime as dt
import json
from importlib import resources
from typing import Any

import attrs

from callrules.calendars import Calendar
from callrules.checks import timezone, zone
from callrules.contact import Contact
from callrules.facts import Fact
from callrules.history import History
from callrules.script import Sender
from callrules.wire import read_contact, read_fact, write_moment

NOBODY_ANSWERS = {"ended": {"disposition": "no_answer"}}


@attrs.define
class Person:
    """One person of the book: what has happened, and what will, in turn."""

    contact: Contact
    history: History
    calls: list[dict[str, Any]]
    errands: list[dict[str, Any]]
    comes_in: list[Fact]

    def next_call(self, at: dt.datetime, **about: Any) -> list[Fact]:
        """How their next call ends, and what is agreed in it."""
        scripted = self.calls.pop(0) if self.calls else NOBODY_ANSWERS
        return [_fact({"type": "call_attempt", **about, **scripted["ended"]}, at), *_then(scripted, at)]

    def next_errand(self, at: dt.datetime) -> tuple[str, list[Fact]]:
        """How our next errand for them ends, and what it brings."""
        scripted = self.errands.pop(0) if self.errands else {"says": ""}
        return scripted["says"], _then(scripted, at)

    def heard_by(self, now: dt.datetime) -> list[Fact]:
        """Give what has come in by itself since somebody last looked."""
        heard = [fact for fact in self.comes_in if fact.at <= now]
        self.comes_in = [fact for fact in self.comes_in if fact.at > now]
        return heard


@attrs.frozen
class Setting:
    """The book, the desk at which it is worked, and the days on which that is shown."""

    people: dict[str, Person]
    sender: Sender
    calendar: Calendar
    opens: dt.time
    closes: dt.time
    a_while: dt.timedelta
    calls_a_day: int
    days: list[dt.date]
    words_of: str
    timeline_of: str


def setting() -> Setting:
    """The demo as it is written down, fresh for one run."""
    told = json.loads(resources.files("callrules.cli.demo").joinpath("demo.json").read_text("utf-8"))
    desk = told["desk"]
    calendar = Calendar(zone=zone(timezone(desk["timezone"], "desk.timezone")))
    return Setting(
        people={each["contact"]["id"]: _person(each) for each in told["people"]},
        sender=Sender(**told["sender"]),
        calendar=calendar,
        opens=dt.time.fromisoformat(desk["opens"]),
        closes=dt.time.fromisoformat(desk["closes"]),
        a_while=dt.timedelta(minutes=desk["minutes"]),
        calls_a_day=desk["calls_a_day"],
        days=_working_days(calendar, dt.date.fromisoformat(told["from"]), dt.date.fromisoformat(told["to"])),
        words_of=told["words_of"],
        timeline_of=told["timeline_of"],
    )


def _person(told: dict[str, Any]) -> Person:
    return Person(
        contact=read_contact(told["contact"]),
        history=History(read_fact(each) for each in told["history"]),
        calls=list(told.get("calls", ())),
        errands=list(told.get("errands", ())),
        comes_in=[read_fact(each) for each in told.get("comes_in", ())],
    )


def _working_days(calendar: Calendar, first: dt.date, last: dt.date) -> list[dt.date]:
    days = (first + dt.timedelta(days=each) for each in range((last - first).days + 1))
    return [day for day in days if calendar.is_working(day)]


def _then(scripted: dict[str, Any], at: dt.datetime) -> list[Fact]:
    return [_fact(each, at) for each in scripted.get("then", ())]


def _fact(told: dict[str, Any], at: dt.datetime) -> Fact:
    return read_fact({**told, "at": write_moment(at)})
