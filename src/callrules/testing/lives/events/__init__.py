"""What can happen next in a life: each event adds the facts of one idea, moments and fields by the dice."""

from __future__ import annotations

from callrules.testing.lives.events.calls import (
    VAIN,
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
from callrules.testing.lives.events.records import import_a_past, log_again, put_the_clock_back, record_twice, retract
from callrules.testing.lives.events.sequels import SEQUELS
from callrules.testing.lives.events.steps import late_work, persist, work
from callrules.testing.lives.events.themes import EVERYTHING, NEXT, THEMES, long_silence, rest
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

__all__ = [
    "EVERYTHING",
    "NEXT",
    "SEQUELS",
    "THEMES",
    "VAIN",
    "Event",
    "ask_for_a_call",
    "attempt",
    "bad_moment",
    "buy",
    "call_off",
    "come_round",
    "dead_line",
    "dial",
    "enter_twice",
    "farewell",
    "gave_up_on_us",
    "import_a_past",
    "late_work",
    "learn",
    "log_again",
    "long_silence",
    "meet",
    "neighbour",
    "note",
    "our_word",
    "persist",
    "put_the_clock_back",
    "record_twice",
    "reflect",
    "refuse",
    "reply",
    "rest",
    "retract",
    "ring_a_neighbour",
    "ring_in",
    "snooze",
    "talk",
    "talk_with_more",
    "tell_a_date",
    "their_word",
    "vain",
    "wants_nothing",
    "work",
]
