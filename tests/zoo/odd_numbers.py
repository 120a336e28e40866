"""House rules with numbers that nobody expects, and that are lawful all the same."""

from __future__ import annotations

from functools import partial

from callrules.rules import LiveNumbers, OpenDials, Persistence, Stalling
from zoo.altered import house_with
from zoo.specimens import Specimen

ODD_NUMBERS = (
    Specimen(
        id="eight-or-four",
        group="herd",
        says="Eight tries that nobody answers are enough, and so are four of any kind without a talk.",
        make=house_with(partial(Persistence, most=8, most_without_a_talk=4)),
    ),
    Specimen(
        id="looks-again-at-once",
        group="herd",
        says="We let go after six tries in vain, and are free to look again the same day.",
        make=house_with(partial(Persistence, revisit_days=0)),
    ),
    Specimen(
        id="one-talk-is-enough",
        group="herd",
        says="One talk that leads nowhere, and we take it off the table.",
        make=house_with(partial(Stalling, times=1)),
    ),
    Specimen(
        id="sixteen-talks-in-a-month",
        group="herd",
        says="We like to talk: only sixteen talks in one month that lead nowhere are too many.",
        make=house_with(partial(Stalling, times=16, within_months=1)),
    ),
    Specimen(
        id="a-week-and-an-hour",
        group="herd",
        says="A number that did not work rests for a week, and a dial is held for an hour.",
        make=house_with(partial(LiveNumbers, bad_rests_days=7), partial(OpenDials, open_hours=1)),
    ),
)
"""Lawful playbooks with numbers of their own."""
