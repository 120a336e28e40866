"""What they promised, and when it lapses."""

from __future__ import annotations

from floor.plain import Plain
from floor.reading import Reading


def standing(reading: Reading) -> list[Plain]:
    """Their promises since which nothing came from them, and no talk was held."""
    if reading.their_turn is None:
        reading.their_turn = looked_up(reading)
    return reading.their_turn


def looked_up(reading: Reading) -> list[Plain]:
    """The same, looked up once."""
    off = reading.called_off
    theirs = [each for each in reading.commitments if not each.ours and each.key not in off]
    if not theirs:
        return theirs
    last = max(
        [reading.talked, *(call.at for call in reading.inbound), *reading.bought[-1:]]
        + [each.at for each in reading.messages if each.from_them and each.wants]
        + [no.at for no in reading.opt_outs]
    )
    return [each for each in theirs if each.at >= last]


def lapses(reading: Reading, promise: Plain) -> int:
    """One working day after its day or hour; without one, five working days are its time."""
    clock = reading.clock
    is_day, value = promise.due or (True, clock.working_days_on(clock.day(promise.at), 5))
    if is_day:
        return clock.starts[clock.working_days_on(value, 1)]
    zone, day, time = promise.wall
    if zone != clock.zone.key:
        day, time = clock.local(value)
    return max(clock.wall(clock.working_days_on(day, 1), time), value)
