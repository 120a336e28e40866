"""A plain, slow reading of a contact and the facts, made without the engine: what laws compare its answers with."""

from callrules.testing.oracle.clock import zones
from callrules.testing.oracle.grounds import in_vain, is_dead, said_goodbye
from callrules.testing.oracle.hang_ups import cycle, notes_since, other_channel, owed_a_note
from callrules.testing.oracle.noes import is_refused_number, refused
from callrules.testing.oracle.occasion import Occasion, is_first_return, is_inside, is_later_word
from callrules.testing.oracle.patience import waited_for, waits
from callrules.testing.oracle.person import Person
from callrules.testing.oracle.promises import Promised, kept_by, promised
from callrules.testing.oracle.their_turn import their_open

__all__ = [
    "Occasion",
    "Person",
    "Promised",
    "cycle",
    "in_vain",
    "is_dead",
    "is_first_return",
    "is_inside",
    "is_later_word",
    "is_refused_number",
    "kept_by",
    "notes_since",
    "other_channel",
    "owed_a_note",
    "promised",
    "refused",
    "said_goodbye",
    "their_open",
    "waited_for",
    "waits",
    "zones",
]
