"""A plain, slow reading of a contact and the facts, made without the engine: what laws compare its answers with."""

from callrules.testing.plain.clock import zones
from callrules.testing.plain.grounds import in_vain, is_dead, said_goodbye
from callrules.testing.plain.hang_ups import cycle, notes_since, other_channel, owed_a_note
from callrules.testing.plain.noes import is_refused_number, refused
from callrules.testing.plain.occasion import Occasion, is_first_return, is_inside, is_later_word
from callrules.testing.plain.opening import is_open
from callrules.testing.plain.patience import waited_for, waits
from callrules.testing.plain.person import Person
from callrules.testing.plain.promises import Promised, kept_by, promised
from callrules.testing.plain.restraints import forbids
from callrules.testing.plain.their_turn import their_open

__all__ = [
    "Occasion",
    "Person",
    "Promised",
    "cycle",
    "forbids",
    "in_vain",
    "is_dead",
    "is_first_return",
    "is_inside",
    "is_later_word",
    "is_open",
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
