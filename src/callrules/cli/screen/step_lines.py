"""How a step is told to a person who is about to ring: what, when there, on which number, and why."""

from __future__ import annotations

import datetime as dt

from callrules.calendars import Calendar, calendar_of, possible_calendars, possible_zones
from callrules.contact import Contact
from callrules.day_names import dated, month, weekday, weekday_and_day
from callrules.script import Script
from callrules.step import Because, Call, DatedStep, Prepare, Rest, SeekIntroduction, Step, WalkAway, Write

TITLES = {
    "returned_call": "call back",
    "promise": "a promised call",
    "their_promise_lapsed": "they meant to be in touch",
    "red_phone": "a call that can change our year",
    "recently_met": "we have just met",
    "follow_up": "follow up",
    "insight": "something worth telling them",
    "simple_reason": "a simple reason",
    "lapsed_customer": "used to buy, stopped",
    "dormant_customer": "not talked to in a long while",
    "competitor_customer": "buys elsewhere",
    "prospect": "never bought yet",
}
HOURS_A_DAY = 24


def title(reason: str) -> str:
    """A reason in a few words."""
    return TITLES.get(reason, reason.replace("_", " "))


def what(step: Step) -> str:
    """The step in a few words."""
    if isinstance(step, Call):
        return f"call: {title(step.reason.name)}"
    if isinstance(step, Write):
        by = {"handwritten": "by hand", "email": "by e-mail", None: ""}
        channel = step.channel.value if step.channel else None
        return f"write a note {by.get(channel, f'by {channel}')}".rstrip()
    if isinstance(step, Prepare):
        return f"find out first: {', '.join(each.replace('_', ' ') for each in step.missing)}"
    if isinstance(step, SeekIntroduction):
        return f"ask for an introduction{': ' + ' → '.join(step.path) if step.path else ''}"
    if isinstance(step, WalkAway):
        return f"walk away: {step.grounds.replace('_', ' ')}"
    return "rest"


def clock_of(step: Step, contact: Contact) -> Calendar:
    """The calendar by which the moment of a step is told: that of the number, else of the person."""
    number = step.number if isinstance(step, Call) else None
    return next(iter(possible_calendars(contact, number)), calendar_of(contact))


def when(step: Step, contact: Contact, now: dt.datetime) -> str:
    """The moment of a step as the person's clock shows it."""
    calendar = clock_of(step, contact)
    if step.at is None:
        return "when something happens" if isinstance(step, Rest) else "no more"
    if step.at > now:
        return f"{on_the_day(step.at, calendar)} {_there(contact)}, {in_how_long(step.at - now)}"
    until = step.until if isinstance(step, Call) else None
    then = f", until {_until(until, now, calendar)}" if until else ""
    return f"now, {on_the_day(now, calendar)} {_there(contact)}{then}"


def _there(contact: Contact) -> str:
    return "there" if possible_zones(contact) else "UTC"


def _until(until: dt.datetime, now: dt.datetime, calendar: Calendar) -> str:
    same_day = calendar.day(until) == calendar.day(now)
    return f"{calendar.local(until):%H:%M}" if same_day else on_the_day(until, calendar)


def on_the_day(at: dt.datetime, calendar: Calendar) -> str:
    """A moment with its weekday, on that calendar."""
    local = calendar.local(at)
    return f"{weekday_and_day(local)} {local:%Y, %H:%M}"


def in_how_long(gap: dt.timedelta) -> str:
    """A length of time as people say it."""
    minutes = round(gap.total_seconds() / 60)
    if minutes < 60:  # noqa: PLR2004 - minutes in an hour
        return f"in {_many(minutes, 'minute')}"
    hours = round(minutes / 60)
    return f"in {_many(hours, 'hour')}" if hours < 2 * HOURS_A_DAY else f"in {_many(round(hours / HOURS_A_DAY), 'day')}"


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def since(step: Step, now: dt.datetime, calendar: Calendar) -> str | None:
    """How long it has been due, where that is a day or more."""
    due = step.since if isinstance(step, DatedStep) else None
    days = (calendar.day(now) - calendar.day(due)).days if due else 0
    return f"due for {_many(days, 'day')}" if days > 0 else None


def number(step: Step) -> str | None:
    """The number to ring, spaced for the eye, where the step is a call."""
    if not isinstance(step, Call):
        return None
    return step.number or "as you have it (the book holds none)"


def reasons(step: Step) -> list[str]:
    """Why, each in a sentence."""
    return [each.says for each in step.because]


def lines(step: Step, contact: Contact, now: dt.datetime) -> list[tuple[str, str]]:
    """The step as a few labelled lines."""
    says = reasons(step)
    told = [("what", what(step)), ("when", when(step, contact, now)), ("number", number(step))]
    told += [("late", since(step, now, clock_of(step, contact)))] if step.is_due(now) else []
    told += [("why", says[0] if says else None), *((_label(each), each.says) for each in step.because[1:])]
    told += _promises(step)
    return [(label, text) for label, text in told if text]


def _label(because: Because) -> str:
    return "mind" if because.code == "caution" else "because"


def _promises(step: Step) -> list[tuple[str, str | None]]:
    if isinstance(step, Write) and step.promises:
        return [("promises", f"a call on {weekday(step.promises)} {step.promises.day} {month(step.promises)}")]
    if isinstance(step, WalkAway) and step.revisit:
        return [("again", f"look again from {dated(step.revisit)}")]
    return []


def spoken(step: Step, script: Script) -> list[tuple[str, str]]:
    """How the call could begin, and whether to leave a voicemail where nobody answers."""
    if not isinstance(step, Call):
        return []
    left = script.voicemail.text if script.voicemail else "none this time: the last attempt left one"
    told = (("begin", script.opener.text if script.opener else None), ("message", left))
    return [(label, text) for label, text in told if text]


def one_line(step: Step, contact: Contact, now: dt.datetime) -> str:
    """The step in one line."""
    says = reasons(step)
    because = f" — {says[0]}" if says else ""
    return f"{contact.called}: {what(step)}, {when(step, contact, now)}{because}"
