"""Who takes a step today: its owner, who stands in for them, or nobody yet."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.contact import Contact
from callrules.desk.day_order import is_asked_for
from callrules.desk.desks import Desk, dealt
from callrules.desk.left_out import AWAY, BETWEEN_BLOCKS, Group
from callrules.desk.reps import Rep
from callrules.history import History
from callrules.step import Call, Step, Write


@attrs.frozen
class Turn:
    """The rep whose turn it is; with `waits`, why it is nobody's turn yet, and until when."""

    rep: Rep | None = None
    waits: Group | None = None
    until: dt.datetime | None = None


def turn_of(desk: Desk, contact: Contact, history: History, step: Step, now: dt.datetime) -> Turn:
    """Find whose turn that step is at that moment.

    What was promised, what is returned and what is owed in writing is handed over while its rep is away (rulebook
    F12), and kept outside their blocks. All else waits for the rep, and calls of ours for a block.
    """
    owner = desk.owner_of(contact, history)
    if owner is None:
        return Turn()
    if is_there(owner, now):
        return _in_blocks(owner, step, now)
    stand_in = _stand_in(desk, owner, contact, now) if is_owed(step) else None
    return Turn(stand_in) if stand_in else Turn(owner, AWAY, _back(owner, now))


def is_owed(step: Step) -> bool:
    """Whether somebody waits for it: a call that was asked for, or a note."""
    return is_asked_for(step) if isinstance(step, Call) else isinstance(step, Write)


def _in_blocks(rep: Rep, step: Step, now: dt.datetime) -> Turn:
    if not isinstance(step, Call) or is_asked_for(step) or rep.calls_on(now):
        return Turn(rep)
    coming = rep.next_block(now)
    return Turn(rep, BETWEEN_BLOCKS, coming[0] if coming else None)


def _stand_in(desk: Desk, owner: Rep, contact: Contact, now: dt.datetime) -> Rep | None:
    """The rep who was named to stand in, or, where these are away as well or nobody was, one of those who are there."""
    return named_stand_in(desk, owner, now) or dealt(contact, there_of(desk, now))


def named_stand_in(desk: Desk, owner: Rep, now: dt.datetime) -> Rep | None:
    """The rep who was named to stand in for one who is away, where that one is there."""
    absence = owner.absence_on(owner.calendar.day(now))
    named = desk.rep(absence.stand_in) if absence else None
    return named if named and is_there(named, now) else None


def there_of(desk: Desk, now: dt.datetime) -> tuple[Rep, ...]:
    """The reps of a desk who are there."""
    return tuple(each for each in desk.reps if is_there(each, now))


def is_there(rep: Rep, now: dt.datetime) -> bool:
    """Whether a rep is not away on the day that it is for them."""
    return rep.absence_on(rep.calendar.day(now)) is None


def _back(rep: Rep, now: dt.datetime) -> dt.datetime | None:
    day = rep.back_from(rep.calendar.day(now))
    return rep.calendar.starts(day) if day else None
