"""All that is kept: the zoo, whose policies the laws must catch, and the herd, which they must leave alone."""

from __future__ import annotations

from zoo.addressed_wrongly import ADDRESSED_WRONGLY
from zoo.appointments import APPOINTMENTS
from zoo.by_our_clock import BY_OUR_CLOCK
from zoo.closed_files import CLOSED_FILES
from zoo.composition import COMPOSITION
from zoo.consent import CONSENT
from zoo.endings import ENDINGS
from zoo.forgotten import FORGOTTEN
from zoo.held_up import HELD_UP
from zoo.herd import HERD
from zoo.hurtful_words import HURTFUL_WORDS
from zoo.indecent import INDECENT
from zoo.loose_steps import LOOSE_STEPS
from zoo.lost_calls import LOST_CALLS
from zoo.never_said import NEVER_SAID
from zoo.notes import NOTES
from zoo.off import OFF
from zoo.off_the_calendar import OFF_THE_CALENDAR
from zoo.old_counts import OLD_COUNTS
from zoo.overtaken import OVERTAKEN
from zoo.own_lines import OWN_LINES
from zoo.partings import PARTINGS
from zoo.peace import PEACE
from zoo.promises import PROMISES
from zoo.purity import PURITY
from zoo.refused_ways import REFUSED_WAYS
from zoo.rhythm import CAPS
from zoo.sliding import SLIDING
from zoo.spacing import PACES
from zoo.specimens import Specimen
from zoo.thresholds import THRESHOLDS
from zoo.truth import TRUTH
from zoo.turns import TURNS
from zoo.unmindful import UNMINDFUL
from zoo.waking import WAKING
from zoo.wall_clocks import WALL_CLOCKS
from zoo.words import WORDS
from zoo.written_instead import WRITTEN_INSTEAD
from zoo.zones import ZONES

ZOO: tuple[Specimen, ...] = (
    *ZONES, *CONSENT, *PROMISES, *ENDINGS, *PARTINGS, *NOTES, *CAPS, *PACES, *WAKING, *LOOSE_STEPS,
    *TRUTH, *PURITY, *COMPOSITION, *ADDRESSED_WRONGLY,
    *OFF_THE_CALENDAR, *FORGOTTEN, *APPOINTMENTS, *CLOSED_FILES, *SLIDING, *BY_OUR_CLOCK, *INDECENT, *WORDS,
    *THRESHOLDS, *OVERTAKEN, *REFUSED_WAYS, *NEVER_SAID, *LOST_CALLS, *TURNS, *UNMINDFUL,
    *OFF, *OWN_LINES, *PEACE, *HELD_UP, *WALL_CLOCKS, *OLD_COUNTS, *WRITTEN_INSTEAD, *HURTFUL_WORDS,
)  # fmt: skip

SPECIMENS: dict[str, Specimen] = {each.id: each for each in (*ZOO, *HERD)}
"""Everything by id."""
