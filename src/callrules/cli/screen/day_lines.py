"""How the list of the day is told: the calls, then who is not on it and why, counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click

from callrules.calendars import Calendar
from callrules.cli.screen.desk_lines import AtHand, block_line
from callrules.cli.screen.drawing import heading, table
from callrules.cli.screen.step_lines import clock_of, in_how_long, on_the_day, since, title, what
from callrules.contact import Contact
from callrules.day_names import short_weekday
from callrules.desk.courage import courage_for
from callrules.desk.day_list import ONE_REP, DayList, LeftOut
from callrules.desk.desks import Desk
from callrules.desk.errands import Owed
from callrules.redaction import on_one_line
from callrules.script import Script
from callrules.step import Call, WalkAway
from callrules.vocabulary import GROUNDS
from callrules.words.fact_lines import BY

LATER = "hours"
"""The code of those who are merely outside their hours."""


def show_day(
    day: DayList,
    desk: Desk = ONE_REP,
    at_hand: AtHand | None = None,
    talk_rate: str | None = None,
    script: Script | None = None,
) -> None:
    """Print the day, best call first, under lines that say what to have at hand and what the next call is worth."""
    heading(_headline(day, desk, at_hand))
    for line in _above(day, at_hand, talk_rate):
        click.echo(f"  {on_one_line(line)}")
    if day.calls:
        table(_rows(day), bold=1)
        for line in _below(script, day.calls[0][1]):
            click.echo(f"  {on_one_line(line)}")
    elif day.left_out or day.errands:
        click.echo(f"  {_nobody_now(day)}")
    show_errands(day)
    if day.left_out:
        heading(f"\nNot on the list: {sum(each.count for each in day.left_out):,}")
        table([_counted(each, day.at) for each in day.left_out])


def _above(day: DayList, at_hand: AtHand | None, talk_rate: str | None) -> Iterator[str]:
    if at_hand and (line := block_line(at_hand, day.at)):
        yield line[:1].upper() + line[1:]
    if day.calls and talk_rate:
        yield talk_rate


def _below(script: Script | None, first: Call) -> Iterator[str]:
    if script and script.opener:
        yield f"To begin with 1: “{script.opener.text}”"
    if script and script.for_them:
        yield f"For them: {script.for_them}"
    yield courage_for(first).says


def _headline(day: DayList, desk: Desk, at_hand: AtHand | None) -> str:
    calendar = at_hand.rep.calendar if at_hand else Calendar()
    moment = f"{on_the_day(day.at, calendar)} {calendar.zone.key}"
    if not len(day):
        return f"{moment} — the book is empty"
    calls = {0: "no call right now", 1: "one call"}.get(len(day.calls), f"{len(day.calls):,} calls")
    errands = {0: "", 1: ", one errand"}.get(len(day.errands), f", {len(day.errands):,} errands")
    whose = f"{at_hand.rep.name}: " if at_hand and len(desk.reps) > 1 else ""
    return f"{moment} — {whose}{calls}{errands}"


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
        local = clock_of(call, contact).local(day.at)
        there = f"{short_weekday(local)} {local:%H:%M} there"
        why = f"{title(call.reason.name)}: {_why(contact, call, day.at)}"
        number = [call.number or "no number"] if numbers else []
        yield [str(place), _named(contact), *number, there, why, *_whose(day, contact)]


def show_errands(day: DayList) -> None:
    """Print what is owed beside the calls, oldest first."""
    if not day.errands:
        return
    heading(f"\nErrands: {len(day.errands):,}")
    table([_errand(day, contact, step) for contact, step in day.errands], bold=0, right=())


def _errand(day: DayList, contact: Contact, step: Owed) -> list[str]:
    late = since(step, day.at, clock_of(step, contact))
    said = "; ".join(filter(None, (step.because[0].says if step.because else None, late)))
    return [_named(contact), _to_do(step), said, *_whose(day, contact)]


def _to_do(step: Owed) -> str:
    if isinstance(step, WalkAway) and step.channel:
        return f"say goodbye by {BY.get(step.channel.value, step.channel.value)}"
    return what(step)


def _whose(day: DayList, contact: Contact) -> list[str]:
    """Say whose turn it is, where that is worth telling: one of several reps, or somebody who stands in."""
    reps = set(day.reps.values())
    named = day.reps.get(contact.id, "")
    handed_over = contact.owner is not None and contact.owner != named
    several = len(reps) > 1
    if not any(_is_handed_over(day, each) for each, _ in (*day.calls, *day.errands)) and not several:
        return []
    return [f"{named}, for {contact.owner}" if handed_over and named else named if several else ""]


def _is_handed_over(day: DayList, contact: Contact) -> bool:
    return contact.owner is not None and day.reps.get(contact.id, contact.owner) != contact.owner


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
    if each.next_at <= now:
        return "" if each.code in GROUNDS else "due now"
    return f"the next {in_how_long(each.next_at - now)}"
