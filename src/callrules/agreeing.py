"""On which number and when all guards agree about a reason, and what is said where no moment is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from callrules.asking import Asked
from callrules.moments import START_OF_TIME, Agreement, Window, first_agreement, next_agreement
from callrules.promises import Named
from callrules.step import (
    Because,
    Reason,
)  # fmt: skip

if TYPE_CHECKING:
    from callrules.occasions import Occasion

HOUR = dt.timedelta(hours=1)
"""A named hour lasts one hour (design, *Named moments*)."""
NOT_FOUND_YET = "no_moment_found_yet"
"""The code of those who did not agree before the questions ran out."""


def numbers_in_order(asked: Asked) -> list[str | None]:
    """Their numbers: those we talked on or they rang from first, then the least tried in vain, then as listed."""
    if asked.number:
        return [asked.number]
    contact, history = asked.contact, asked.history
    talked_on = {call.number for call in history.conversations} | {call.from_number for call in history.inbound}
    in_vain = [call.number for call in history.row_of_unanswered]
    numbers = [phone.number for phone in contact.phones]
    return sorted(numbers, key=lambda each: (each not in talked_on, in_vain.count(each))) or [None]


def agree(asked: Asked, occasion: Occasion, number: str | None) -> Agreement[str]:
    """The first window for that reason and number, inside the moment they named where that is possible."""
    guards = asked.guards(occasion.reason, number)
    start = max(asked.now, occasion.reason.due or START_OF_TIME, occasion.waits)
    if occasion.reason.named is None:
        return next_agreement(guards, start)
    named_end = _named_end(asked, occasion.reason)
    if start >= named_end:
        return next_agreement(guards, start)
    firm = first_agreement([(rule, _firm(ask)) for rule, ask in guards], start)
    if not firm.conflict and firm.start < named_end:
        return attrs.evolve(firm, end=min(firm.end, named_end))
    later = next_agreement(guards, named_end)
    return attrs.evolve(later, binding=(*(firm.conflict or firm.binding), *later.binding))


def _named_end(asked: Asked, reason: Reason) -> dt.datetime:
    due = reason.due or START_OF_TIME
    return due + HOUR if reason.named is Named.HOUR else asked.history.calendar.ends(due)


def _firm(ask: Callable[[dt.datetime], Window | None]) -> Callable[[dt.datetime], Window | None]:
    def firm(at: dt.datetime) -> Window | None:
        window = ask(at)
        return None if window is None or window.yields else window

    return firm


def not_found_yet(tired: Agreement[str]) -> tuple[Because, ...]:
    """Who did not agree in all that was looked at, and from when on it is worth asking again."""
    looked = "no moment that suits everybody was found as far as we looked: look on from there"
    apart = [Because(rule, NOT_FOUND_YET, window.says) for rule, window in tired.conflict]
    return (*apart, Because("playbook", NOT_FOUND_YET, looked, tired.start))


def opening(window: Window) -> dt.datetime | None:
    """When it opens; `None` where it never does."""
    return None if window.is_never else window.start
