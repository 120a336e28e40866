"""What comes first, or is owed anyway: notes, thanks, a word after a missed meeting, preparing, an introduction."""

from __future__ import annotations

from collections.abc import Iterator

from floor import bad_moments
from floor.agreeing import Agreements
from floor.clock import DAY
from floor.plain import Plain
from floor.promises import after_a_morning, failed_in_the_morning, start_of
from floor.reading import Reading
from floor.why import BEFORE_A_PROMISE, Why

TWO_WEEKS = 14 * DAY
NEEDS = ("why", "outcome", "insight", "common_ground", "buy_in")


class Errand:
    """Something to do that is no call."""

    __slots__ = ("at", "channel", "kind", "missing", "promises", "purpose", "since")

    def __init__(self, kind: str, at: int, since: int | None, **more) -> None:
        self.kind, self.at, self.since = kind, at, since
        self.purpose, self.channel = more.get("purpose", ""), more.get("channel")
        self.promises, self.missing = more.get("promises"), more.get("missing", ())


def first_things(reading: Reading, why: Why, at: int, now: int) -> list[Errand]:
    """What must be there before a call on our own initiative."""
    card = reading.card
    if not card.prepares or why.named or why.name in BEFORE_A_PROMISE:
        return []
    when = max(min(at - TWO_WEEKS, at), now)
    since = None if why.due is None else min(why.due, when)
    found = []
    if card.decides and not (reading.two_way or "Introduction" in reading.by or reading.bought):
        found.append(Errand("seek_introduction", when, since))
    missing = unprepared(reading, at) if card.red_phone else ()
    if missing:
        found.append(Errand("prepare", when, since, missing=missing))
    return found


def unprepared(reading: Reading, at: int) -> tuple[str, ...]:
    """The topics that are not there for a call at that moment."""
    there = {fact.topic for fact in reading.by.get("Research", ())}
    if any(each.at > at - 90 * DAY for each in reading.untold):
        there.add("insight")
    if reading.card.common_ground:
        there.add("common_ground")
    return tuple(topic for topic in NEEDS if topic not in there)


def owed(agreements: Agreements, *, names_days: bool) -> Iterator[Errand]:
    """The notes that are owed now."""
    guards = agreements.guards
    reading = guards.reading
    if guards.unanswered is not None:
        yield from note(agreements, guards.unanswered, names_days=names_days)
    orders, now = reading.orders, guards.now
    if orders and now < orders[-1].at + TWO_WEEKS and not reading.wrote("thanks", orders[-1].at):
        yield from written(reading, "thanks", orders[-1].at, now)
    if guards.meeting and now < guards.met + TWO_WEEKS:
        yield from written(reading, "missed_meeting", guards.met, now)


def written(reading: Reading, purpose: str, due: int, now: int) -> Iterator[Errand]:
    """A note by the best channel, where there is one."""
    for channel in bad_moments.open_channels(reading)[:1]:
        yield Errand("write", max(due, now), due, purpose=purpose, channel=channel)


def note(agreements: Agreements, bad: Plain, *, names_days: bool) -> Iterator[Errand]:
    """The note that owns a bad moment and names the day of the next call."""
    reading, now = agreements.guards.reading, agreements.guards.now
    channel = bad_moments.channel_for(reading, bad)
    if channel:
        due = max(bad.at, start_of(reading, reading.snooze.until)) if reading.snooze else bad.at
        at, hung_up = max(due, now), bad.kind == "CallAttempt" and bad.ended == "hung_up"
        purpose = "after_hang_up" if hung_up else "after_brush_off"
        day = day_to_name(agreements, at, posted=channel == "handwritten") if names_days else None
        yield Errand("write", at, due, purpose=purpose, channel=channel, promises=day)


def day_to_name(agreements: Agreements, written: int, *, posted: bool) -> int | None:
    """The first day, from the one that the rule names on and within thirty, on which the call may be made."""
    reading = agreements.guards.reading
    clock = reading.clock
    day = bad_moments.promised_day(reading, clock.day(written), posted=posted)
    at_noon = failed_in_the_morning(reading, written)
    last = day + 30
    while day <= last:
        due = after_a_morning(reading, day) if at_noon else clock.starts[day]
        moment = first_permitted(agreements, due)
        if moment is None or clock.day(moment) == day:
            return day if moment is not None else None
        day = clock.day(moment)
    return None


def first_permitted(agreements: Agreements, due: int) -> int | None:
    """The first moment from then on at which a call promised for it may be made, on any number."""
    guards = agreements.guards
    why = Why("", "promise", due, "the call that is named", "to be promised")
    lines = map(guards.line, guards.reading.card.numbers)
    asked = (agreements.ordinary(why, line, but_hang_ups=True) for line in lines)
    found = [each.first(max(due, guards.now)) for each in asked]
    return min((each[0] for each in found if each), default=None)
