"""The catalogue: every law, in the order in which they are told. A law file holds all that is to say about its laws.

What several laws ask stands in `shared`; no law file knows another.
"""

from __future__ import annotations

from importlib import import_module

from callrules.testing.lawbook import Law
from callrules.testing.lives import events
from callrules.testing.lives.events import Event

VERSION = "1.0"
"""The newest version of the catalogue. A law that is newer than the version asked for only warns."""

FILES = (
    "purity.asking",
    "purity.sameness",
    "purity.misfiled",
    "purity.voices",
    "time.clocks",
    "time.zones",
    "time.wall_clocks",
    "time.waking",
    "consent.opt_outs",
    "consent.dead_numbers",
    "consent.open_dials",
    "consent.refused_channels",
    "consent.would_be",
    "notes.note_first",
    "notes.written",
    "notes.missed_meetings",
    "notes.thanks",
    "notes.day_of_ours",
    "endings.departures",
    "endings.talks",
    "endings.walking_away",
    "endings.last_words",
    "endings.own_grounds",
    "endings.silence",
    "decency.whole_cadences",
    "decency.what_they_ask",
    "decency.kept_waiting",
    "decency.peace",
    "decency.letters",
    "decency.head_starts",
    "hours.opening_hours",
    "rhythm.cap",
    "rhythm.gap",
    "rhythm.telephones",
    "rhythm.spacing",
    "rhythm.another_part",
    "rhythm.left_in_peace",
    "promises.waits_for_them",
    "promises.our_promises",
    "promises.any_promise",
    "promises.appointments",
    "promises.standing_calls",
    "promises.what_can_be_promised",
    "truth.reasons",
    "truth.subjects",
    "truth.what_is_off",
    "truth.lost_dates",
    "truth.told_apart",
    "truth.readiness",
    "truth.seasons",
    "truth.simple_reasons",
    "truth.coming_round",
    "composition.several_rules",
    "composition.gates",
    "composition.windows",
    "composition.turns",
    "composition.who_is_not_asked",
    "words.words",
    "words.words_again",
    "words.own_words",
)
"""The law files, by the folder of their group."""

_MODULES = [import_module(f"{__name__}.{each}") for each in FILES]

LAWS: tuple[Law, ...] = tuple(each for one in _MODULES for each in vars(one).values() if isinstance(each, Law))

SEQUELS: tuple[Event, ...] = (*events.SEQUELS, *(each for one in _MODULES for each in getattr(one, "SEQUELS", ())))
"""What may come after a life: of every kind, and what law files bring so that their own moments come."""

TOTAL, PURITY, VOICES = "total", "asking-is-free", "rules-speak"
"""The laws that tell of a policy that raises, of one that answers a question in two ways, and of rules never heard."""
