"""Somebody with a step that is due, and whose turn it is."""

from __future__ import annotations

import attrs

from callrules.contact import Contact
from callrules.desk.errands import Owed
from callrules.desk.reps import Rep
from callrules.step import Call


@attrs.frozen
class Due:
    """A call that is due, its place in the order of the day, and who makes it (`None`: the desk knows no reps)."""

    key: str
    contact: Contact
    call: Call
    rep: Rep | None


@attrs.frozen
class Planned:
    """An errand that is due, its place, and who does it."""

    key: str
    contact: Contact
    step: Owed
    rep: Rep | None
