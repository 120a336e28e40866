"""All deeds, and the subjects to which a life can keep."""

from __future__ import annotations

from callrules.testing.lives import Dice, Life, on_the_calendar
from callrules.testing.lives.events.calls import (
    Event,
    ask_for_a_call,
    attempt,
    bad_moment,
    dead_line,
    dial,
    ring_in,
    talk,
    vain,
)
from callrules.testing.lives.events.interruptions import enter_twice, gave_up_on_us, talk_with_more, wants_nothing
from callrules.testing.lives.events.neighbours import neighbour, ring_a_neighbour
from callrules.testing.lives.events.partings import never_answered
from callrules.testing.lives.events.records import import_a_past, log_again, put_the_clock_back, record_twice, retract
from callrules.testing.lives.events.sequences import (
    hang_up_after_a_note,
    leave_for_good,
    ring_after_a_hang_up,
    tell_by_mail,
    tell_in_a_talk,
    type_in_late,
    write_after_a_hang_up,
)
from callrules.testing.lives.events.steps import late_work, persist, work
from callrules.testing.lives.events.wishes import come_round, farewell, refuse, snooze
from callrules.testing.lives.events.words import (
    buy,
    call_off,
    learn,
    meet,
    note,
    our_word,
    reflect,
    reply,
    tell_a_date,
    their_word,
)


def rest(_: Life, __: Dice) -> None:
    """Nothing happens."""


def long_silence(life: Life, _: Dice) -> None:
    """Half a year passes."""
    life.at = on_the_calendar(life.at, life.zone, months=6)


EVERYTHING: tuple[Event, ...] = (
    rest, work, vain, talk, bad_moment, ask_for_a_call, ring_in, note, reply, our_word, their_word, meet, buy, snooze,
    learn, farewell, dead_line, dial, refuse, come_round, retract, log_again, neighbour, attempt, persist, long_silence,
    late_work, record_twice, import_a_past, ring_a_neighbour, call_off, enter_twice, talk_with_more,
    tell_a_date, reflect,
)  # fmt: skip

NEXT: tuple[Event, ...] = (
    vain, talk, bad_moment, our_word, ask_for_a_call, note, ring_in, reply, snooze, refuse, dead_line, dial, work,
    record_twice, learn, their_word, hang_up_after_a_note, write_after_a_hang_up, ring_after_a_hang_up, tell_by_mail,
    tell_in_a_talk, leave_for_good, type_in_late, call_off, enter_twice, talk_with_more, gave_up_on_us,
)  # fmt: skip
"""What may well happen next to anybody."""

THEMES: tuple[tuple[Event, ...], ...] = (
    EVERYTHING,
    (rest, persist, persist, never_answered, never_answered, never_answered, vain, never_answered, our_word, reply),
    (rest, our_word, talk, ask_for_a_call, work, work, our_word, snooze, their_word, refuse),
    (rest, bad_moment, bad_moment, work, work, note, reply, talk, long_silence),
    (rest, buy, buy, talk, work, long_silence, never_answered, meet),
    (rest, refuse, come_round, come_round, retract, log_again, neighbour, our_word, work, reply, buy),
    (rest, dial, dial, vain, never_answered, work, attempt, neighbour, retract, log_again),
    (rest, dial, dead_line, work, vain, ring_in, neighbour, dial, talk),
    (rest, log_again, log_again, vain, talk, our_word, retract, bad_moment, neighbour, neighbour, work),
    (rest, their_word, their_word, their_word, ring_in, work, talk, snooze, ask_for_a_call),
    (rest, late_work, late_work, record_twice, dial, put_the_clock_back, work, neighbour, talk, our_word, bad_moment),
    (rest, talk, our_word, their_word, learn, dial, talk, note, work, their_word, meet),
    (rest, learn, learn, talk, note, work, meet, long_silence, learn, work),
    (rest, tell_a_date, buy, talk, talk, reflect, learn, work, long_silence, buy, dead_line, ring_in),
    (rest, ring_a_neighbour, ring_a_neighbour, work, vain, talk, neighbour, our_word, dial),
    (rest, hang_up_after_a_note, write_after_a_hang_up, ring_after_a_hang_up, tell_by_mail, tell_in_a_talk,
     leave_for_good, type_in_late, work, long_silence),
    (rest, call_off, call_off, our_word, ask_for_a_call, meet, talk_with_more, work, their_word, their_word),
    (rest, enter_twice, enter_twice, talk_with_more, gave_up_on_us, wants_nothing, vain, ring_in, reply, retract, work),
    (rest, import_a_past, import_a_past, work, never_answered, log_again, record_twice, refuse, come_round, reply, buy),
)  # fmt: skip
"""Lives that keep to one subject reach its ends; the first holds everything."""
