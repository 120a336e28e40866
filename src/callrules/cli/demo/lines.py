"""The days of the demo as lines: who, why, and how it ended. Every "why" is the library's own answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import attrs

from callrules.calendars import Calendar, calendar_of
from callrules.cli.demo.host import Day, Entry
from callrules.contact import Contact
from callrules.day_names import day_and_month, weekday_and_day
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Introduction, Snooze
from callrules.step import Call, Step, WalkAway, Write
from callrules.vocabulary import Kind, Outcome, Party
from callrules.words.fact_lines import BY, how, told

NAMES = {"write": "note", "prepare": "find out", "seek_introduction": "introduction", "walk_away": "walk away"}
PLANS = {Kind.CALL: "call", Kind.SEND: "send", Kind.MEET: "meet", Kind.OTHER: "do"}
NOBODY = "nobody is due"
GOOD, BAD, QUIET = "green", "red", "dim"
STYLES = {"came in": "magenta", "walk away": "yellow", "clocks": "yellow"}


@attrs.frozen
class Line:
    """One line of a day; `style` colours how it ended."""

    day: str
    what: str = ""
    who: str = ""
    why: str = ""
    ended: str = ""
    style: str = ""


def lines(days: Sequence[Day], people: Sequence[Contact]) -> Iterator[Line]:
    """Every day that had something in it, and the quiet ones folded together."""
    moved = dict(_clock_changes([day.date for day in days], people))
    for is_quiet, several in groupby(days, key=lambda day: not day.entries and day.date not in moved):
        if is_quiet:
            yield _quiet([day.date for day in several])
        else:
            for day in several:
                yield from _one_day(day, moved.get(day.date))


def _one_day(day: Day, clocks: str | None) -> Iterator[Line]:
    told = [Line("", "clocks", why=clocks if day.entries else f"{clocks}; {NOBODY}")] if clocks else []
    told += map(_line, day.entries)
    yield attrs.evolve(told[0], day=_date(day.date))
    yield from told[1:]


def _quiet(dates: Sequence[dt.date]) -> Line:
    named = _date(dates[0]) if len(dates) == 1 else f"{_date(dates[0])} – {_date(dates[-1])}"
    return Line(named, why=NOBODY, style=QUIET)


def _clock_changes(dates: Sequence[dt.date], people: Iterable[Contact]) -> Iterator[tuple[dt.date, str]]:
    calendars = {calendar_of(each) for each in people}
    for last, day in pairwise(dates):
        moved = sorted(place(each) for each in calendars if _offset(each, last) != _offset(each, day))
        if moved:
            yield day, f"changed in {', '.join(moved)}: promised hours stay"


def _offset(calendar: Calendar, day: dt.date) -> dt.timedelta | None:
    return calendar.local(calendar.wall(day, dt.time(12))).utcoffset()


def _line(entry: Entry) -> Line:
    who, calendar = entry.contact.called, calendar_of(entry.contact)
    if entry.step is None:
        return Line("", "came in", who, _came_in(entry, calendar), _now(entry, calendar))
    if isinstance(entry.step, Call):
        rang = f"call {calendar.local(entry.at):%H:%M} {place(calendar)}"
        return Line(
            "", rang, who, entry.step.reason.says, "; ".join(_outcome(entry.facts, calendar)), _style(entry.facts)
        )
    return Line("", NAMES[entry.step.type], who, entry.step.says, _result(entry, entry.step, calendar))


def place(calendar: Calendar) -> str:
    """The city after which a zone is named."""
    return calendar.zone.key.rpartition("/")[2].replace("_", " ")


def _style(facts: Iterable[Fact]) -> str:
    for fact in facts:
        if isinstance(fact, CallAttempt):
            bad = fact.disposition in {Disposition.HUNG_UP, Disposition.DO_NOT_CALL}
            good = fact.outcome in {Outcome.ORDER, Outcome.ADVANCE}
            return BAD if bad else GOOD if good else ""
    return ""


def _came_in(entry: Entry, calendar: Calendar) -> str:
    said = [told(fact, calendar) for fact in entry.facts if not isinstance(fact, Introduction)]
    return "; ".join(said or ["we are introduced"])


def _now(entry: Entry, calendar: Calendar) -> str:
    """Say what the library makes of it."""
    off = ""
    if isinstance(entry.before, Call) and entry.before.at and entry.after.at is None:
        off = f"; the call of {_date(calendar.day(entry.before.at))} is off"
    return f"{_step(entry.after, entry.at, calendar)}{off}"


def _step(step: Step, now: dt.datetime, calendar: Calendar) -> str:
    if step.at is None or not isinstance(step, Call):
        return step.says
    return f"call from {calendar.local(step.at):%H:%M} there" if step.at > now else "call at once"


def _result(entry: Entry, step: Step, calendar: Calendar) -> str:
    if isinstance(step, Write) and step.channel:
        return f"written by {BY.get(step.channel.value, step.channel.value)}"
    return _farewell(step, entry.after, calendar) if isinstance(step, WalkAway) else entry.ended


def _farewell(step: WalkAway, after: Step, calendar: Calendar) -> str:
    by = f" by {BY.get(step.channel.value, step.channel.value)}" if step.channel else ""
    rest = f"; rest until {day_and_month(calendar.day(after.at))}" if after.type == "rest" and after.at else ""
    return f"goodbye{by}{rest}"


def _outcome(facts: Iterable[Fact], calendar: Calendar) -> Iterator[str]:
    for fact in facts:
        if isinstance(fact, CallAttempt):
            yield f"they ask for a call {_moment(fact.callback_at, calendar)}" if fact.callback_at else how(fact)
        elif isinstance(fact, Commitment) and fact.due:
            who = f"they {PLANS[fact.kind]} by" if fact.by is Party.THEM else PLANS[fact.kind]
            yield f"{who} {_moment(fact.due, calendar)}"
        elif isinstance(fact, Snooze):
            yield f"wants peace until {_moment(fact.until, calendar)}"


def _moment(moment: dt.date, calendar: Calendar) -> str:
    if not isinstance(moment, dt.datetime):
        return day_and_month(moment)
    local = calendar.local(moment)
    return f"{day_and_month(local)}, {local:%H:%M}"


def _date(day: dt.date) -> str:
    return weekday_and_day(day)
