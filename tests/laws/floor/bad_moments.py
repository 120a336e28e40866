"""Hang-ups and brush-offs: the cycle of them, the note that answers one, and the rest that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from floor.clock import NOON
from floor.plain import Plain
from floor.promises import POSTED
from floor.reading import Reading
from floor.why import Why

FRIDAY = 5


def notes_since(reading: Reading, at: int) -> list[Plain]:
    """Our notes since then."""
    return [each for each in reading.written if each.at >= at and each.note]


def without_a_note(reading: Reading, bad: list[Plain]) -> Plain | None:
    """The one bad moment that no note has answered."""
    if len(bad) != 1 or reading.came > bad[0].at or notes_since(reading, bad[0].at):
        return None
    return bad[0]


def announced(reading: Reading) -> Iterator[Why]:
    """A call that our last note announced without a day."""
    bad = reading.bad_moments
    for note in notes_since(reading, bad[0].at)[-1:] if len(bad) == 1 else ():
        clock = reading.clock
        day = promised_day(reading, clock.day(note.at), posted=note.channel in POSTED)
        due = clock.wall(day, NOON) if clock.part(bad[0].at) == 0 else clock.starts[day]
        if note.promises is None and reading.settled < due:
            yield Why("hang_ups", "follow_up", due, "our note announced a call", note.key)


def promised_day(reading: Reading, written: int, *, posted: bool) -> int:
    """Friday where it is near, but not too near; else the third working day."""
    clock, weekday = reading.clock, (written - 1) % 7 + 1
    friday = written + (FRIDAY - weekday - 1) % 7 + 1
    away = sum(clock.works[day] for day in range(written + 1, friday + 1))
    if (3 if posted else 2) <= away <= 5 and clock.works[friday]:
        return friday
    return clock.working_days_on(written, 3)


def channel_for(reading: Reading, bad: Plain) -> str | None:
    """Another channel than theirs; none where they rang and hung up on us."""
    if bad.kind == "CallAttempt" and bad.inbound and bad.ended == "hung_up":
        return None
    used = bad.channel if bad.kind == "Message" else None
    return next((each for each in open_channels(reading) if each != used), None)


BOX = {"handwritten": "letter"}


def open_channels(reading: Reading) -> Sequence[str]:
    """The written channels that are known, not refused, and did not bounce, best first."""
    channels = reading.card.channels
    if not channels:
        return ()
    if not (reading.bounces or reading.others or "OptOut" in reading.by):
        return channels
    closed = {no.box for no in reading.by.get("OptOut", ()) if no.box}
    if reading.others:
        closed |= {no.box for no in reading.others.on_another_card if no.box}
    if reading.bounces:
        bounced = {each.box: each.at for each in reading.bounces}
        heard = {each.box: each.at for each in reading.messages if each.from_them}
        closed |= {box for box, at in bounced.items() if box not in heard or heard[box] <= at}
    return [each for each in channels if BOX.get(each, each) not in closed]
