"""A dial as figures need it: who rang, and what came of it. A book of many keeps these, and lets go of histories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.dispositions import Disposition
from callrules.history import History

BAD_MOMENTS = frozenset({Disposition.HUNG_UP, Disposition.NOT_INTERESTED})
"""After these a note is written (rulebook D3)."""


@attrs.frozen
class Dialled:
    """One call of ours: when, by whom, and whether it was a talk, or a bad moment after which a note is written."""

    at: dt.datetime
    rep: str | None
    talked: bool
    bad: bool


def dialled(history: History) -> Iterator[Dialled]:
    """Yield our calls to one person, in order."""
    for call in history.attempts:
        yield Dialled(call.at, call.rep, call.talked, call.disposition in BAD_MOMENTS)
