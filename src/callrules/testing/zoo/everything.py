"""All that is kept: the zoo, whose policies the laws must catch, and the herd, which they must leave alone."""

from __future__ import annotations

from callrules.testing.zoo.composition import COMPOSITION
from callrules.testing.zoo.consent import CONSENT
from callrules.testing.zoo.endings import ENDINGS
from callrules.testing.zoo.herd import HERD
from callrules.testing.zoo.notes import NOTES
from callrules.testing.zoo.promises import PROMISES
from callrules.testing.zoo.purity import PURITY
from callrules.testing.zoo.rhythm import CAPS
from callrules.testing.zoo.spacing import PACES
from callrules.testing.zoo.specimens import Specimen
from callrules.testing.zoo.truth import TRUTH
from callrules.testing.zoo.waking import WAKING
from callrules.testing.zoo.zones import ZONES

ZOO: tuple[Specimen, ...] = (
    *ZONES, *CONSENT, *PROMISES, *ENDINGS, *NOTES, *CAPS, *PACES, *WAKING, *TRUTH, *PURITY, *COMPOSITION,
)  # fmt: skip

SPECIMENS: dict[str, Specimen] = {each.id: each for each in (*ZOO, *HERD)}
"""Everything by id."""
