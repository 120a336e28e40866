"""On which number and when all guards agree about a reason, and what is said where no moment is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import attrs

from callrules.deciding.question import Guards, Question
from callrules.errors import RuleFailed
from callrules.moments import START_OF_TIME, Agreement, Window, first_agreement, next_agreement
from callrules.promises import Named
from callrules.step import Because, Reason

HOUR = dt.timedelta(hours=1)
"""A named hour lasts one hour (design, *Named moments*)."""
STANDS = "a window stands until it ends"
NOT_FOUND_YET = "no_moment_found_yet"
"""The code of those who did not agree before the questions ran out."""


Movers: TypeAlias = tuple[tuple[str, Window], ...]
"""Who put a named day off, each with the window that did."""


def agreement(
    question: Question, reason: Reason, number: str | None, not_before: dt.datetime = START_OF_TIME
) -> Agreement[str]:
    """The first window for that reason and number; looked for once for each question, which remembers it."""
    asked_about = (reason, number, not_before)
    found = question.agreements.get(asked_about)
    if found is None:
        found = question.agreements[asked_about] = _agreement(question, reason, number, not_before)
    return found


def _agreement(question: Question, reason: Reason, number: str | None, not_before: dt.datetime) -> Agreement[str]:
    """The window, inside the moment they named where that is possible."""
    guards = question.guards(reason, number)
    start = max(question.now, reason.due or START_OF_TIME, not_before)
    found = next_agreement(guards, start) if reason.named is None else _agree_as_named(question, reason, number, start)
    for rule, window in found.slid:
        again = "never" if window.is_never else window.opens.isoformat()
        raise RuleFailed(
            rule, "permits", f"put the call off to {found.start.isoformat()}, and there to {again}: {STANDS}"
        )
    return found


def _agree_as_named(question: Question, reason: Reason, number: str | None, start: dt.datetime) -> Agreement[str]:
    guards = question.guards(reason, number)
    firm_guards = _firm(guards)
    opens, closes, movers = _named_span(question, reason, number)
    start = max(start, opens)
    if start >= closes:
        return next_agreement(guards, start)
    firm = first_agreement(firm_guards, start)
    if firm.slid or (not firm.conflict and firm.start < closes):
        return attrs.evolve(firm, end=min(firm.end, closes), binding=(*movers, *firm.binding))
    later = next_agreement(guards, closes)
    return attrs.evolve(later, binding=(*(firm.conflict or firm.binding), *later.binding))


def _named_span(question: Question, reason: Reason, number: str | None) -> tuple[dt.datetime, dt.datetime, Movers]:
    """From when to when a named moment lasts, and who moved it: an hour, the day named, or the first open one after it.

    A day on which they are closed, such as a holiday, moves to the next on which they open (rulebook E8, G34). What
    forbids it for another cause moves no day: else one more guard could bring a call inside pace.
    """
    due, calendar = reason.due or START_OF_TIME, question.history.calendar
    if reason.named is Named.HOUR:
        return due, due + HOUR, ()
    firm = first_agreement(_firm(question.daily_guards(reason, number)), due)
    if firm.conflict or firm.start < calendar.ends(due):
        return due, calendar.ends(due), ()
    return calendar.starts(calendar.day(firm.start)), calendar.ends(firm.start), firm.binding


def _firm(guards: Guards) -> Guards:
    """Leave out of what guards answer all that gives way to a named moment."""
    return [(rule, _but_for_what_yields(ask)) for rule, ask in guards]


def _but_for_what_yields(ask: Callable[[dt.datetime], Window | None]) -> Callable[[dt.datetime], Window | None]:
    def firm(at: dt.datetime) -> Window | None:
        window = ask(at)
        return None if window is None or window.yields else window

    return firm


def not_found_yet(undecided: Agreement[str]) -> tuple[Because, ...]:
    """Say who did not agree in all that was looked at, and from when on it is worth asking again."""
    looked = "no moment that suits everybody was found as far as we looked: look on from there"
    apart = [Because(rule, NOT_FOUND_YET, window.says) for rule, window in undecided.conflict]
    return (*apart, Because("playbook", NOT_FOUND_YET, looked, undecided.start))
