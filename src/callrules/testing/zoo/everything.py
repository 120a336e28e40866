"""All that is kept: the zoo, whose policies the laws must catch, and the herd, which they must leave alone."""

from __future__ import annotations

from callrules.testing.zoo.addressed_wrongly import ADDRESSED_WRONGLY
from callrules.testing.zoo.appointments import APPOINTMENTS
from callrules.testing.zoo.composition import COMPOSITION
from callrules.testing.zoo.consent import CONSENT
from callrules.testing.zoo.endings import ENDINGS
from callrules.testing.zoo.forgotten import FORGOTTEN
from callrules.testing.zoo.herd import HERD
from callrules.testing.zoo.loose_steps import LOOSE_STEPS
from callrules.testing.zoo.notes import NOTES
from callrules.testing.zoo.off_the_calendar import OFF_THE_CALENDAR
from callrules.testing.zoo.partings import PARTINGS
from callrules.testing.zoo.promises import PROMISES
from callrules.testing.zoo.purity import PURITY
from callrules.testing.zoo.rhythm import CAPS
from callrules.testing.zoo.spacing import PACES
from callrules.testing.zoo.specimens import Specimen
from callrules.testing.zoo.truth import TRUTH
from callrules.testing.zoo.waking import WAKING
from callrules.testing.zoo.zones import ZONES

ZOO: tuple[Specimen, ...] = (
    *ZONES, *CONSENT, *PROMISES, *ENDINGS, *PARTINGS, *NOTES, *CAPS, *PACES, *WAKING, *LOOSE_STEPS,
    *TRUTH, *PURITY, *COMPOSITION, *ADDRESSED_WRONGLY,
    *OFF_THE_CALENDAR, *FORGOTTEN, *APPOINTMENTS,
)  # fmt: skip

SPECIMENS: dict[str, Specimen] = {each.id: each for each in (*ZOO, *HERD)}
"""Everything by id."""
