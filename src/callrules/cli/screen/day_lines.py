"""How the list of the day is told: the calls, then who is not on it and why, counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click

from callrules.calendars import Calendar
from callrules.cli.screen.drawing import heading, table
from callrules.cli.screen.step_lines import clock_of, in_how_long, on_the_day, since, title
from callrules.contact import Contact
from callrules.desk.day_list import DayList, LeftOut
from callrules.step import Call

LATER = "hours"
"""The code of those who are merely outside their hours."""


def show_day(day: DayList, talk_rate: str | None = None, begin: str | None = None) -> None:
    """Print the day, best call first, under a line that says what the next call is worth, and how it could begin."""
    heading(_headline(day))
    if talk_rate and day.calls:
        click.echo(f"  {talk_rate}")
    if day.calls:
        table(_rows(day), bold=1)
        click.echo(f"  To begin with 1: “{begin}”" if begin else "")
    elif day.left_out:
        click.echo(f"  {_nobody_now(day)}")
    if day.left_out:
        heading(f"\nNot on the list: {sum(each.count for each in day.left_out):,}")
        table([_counted(each, day.at) for each in day.left_out])


def _headline(day: DayList) -> str:
    moment = f"{on_the_day(day.at, Calendar())} UTC"
    if not day.calls and not day.left_out:
        return f"{moment} — the book is empty"
    calls = {0: "no call right now", 1: "one call"}.get(len(day.calls), f"{len(day.calls):,} calls")
    return f"{moment} — {calls}"


def _nobody_now(day: DayList) -> str:
    ahead = [each.next_at for each in day.left_out if each.next_at and each.next_at > day.at]
    sleeping = sum(each.count for each in day.left_out if each.code == LATER)
    if not ahead:
        return "Nobody can be rung now, and nothing is planned; below is why."
    soon = f"the next moment is {in_how_long(min(ahead) - day.at)}"
    if sleeping:
        return f"Not done yet: {sleeping:,} {'is' if sleeping == 1 else 'are'} merely outside their hours; {soon}."
    return f"Nobody can be rung now; {soon}."


def _rows(day: DayList) -> Iterator[list[str]]:
    numbers = any(call.number for _, call in day.calls)
    for place, (contact, call) in enumerate(day.calls, start=1):
        there = f"{clock_of(call, contact).local(day.at):%a %H:%M} there"
        why = f"{title(call.reason.name)}: {_why(contact, call, day.at)}"
        number = [call.number or "no number"] if numbers else []
        yield [str(place), _named(contact), *number, there, why]


def _named(contact: Contact) -> str:
    return contact.called if contact.called == contact.id else f"{contact.called} ({contact.id})"


def _why(contact: Contact, call: Call, now: dt.datetime) -> str:
    late = since(call, now, clock_of(call, contact))
    return f"{call.reason.says}{f'; {late}' if late else ''}"


def _counted(each: LeftOut, now: dt.datetime) -> list[str]:
    return [f"{each.count:,}", each.says, _next(each, now)]


def _next(each: LeftOut, now: dt.datetime) -> str:
    if each.next_at is None:
        return ""
    return "due now" if each.next_at <= now else f"the next {in_how_long(each.next_at - now)}"
