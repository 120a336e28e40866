"""The catalogue: every law, in the order in which they are told."""

from __future__ import annotations

from callrules.testing.catalogue.appointments import APPOINTMENTS
from callrules.testing.catalogue.coming_round import COMING_ROUND
from callrules.testing.catalogue.composition import COMPOSITION
from callrules.testing.catalogue.consent import CONSENT
from callrules.testing.catalogue.endings import ENDINGS
from callrules.testing.catalogue.forgetting import FORGETTING
from callrules.testing.catalogue.keeping import KEEPING
from callrules.testing.catalogue.leaving import LEAVING
from callrules.testing.catalogue.misfiled import MISFILED
from callrules.testing.catalogue.purity import PURITY_LAWS
from callrules.testing.catalogue.readiness import READINESS
from callrules.testing.catalogue.rhythm import RHYTHM
from callrules.testing.catalogue.sameness import SAMENESS
from callrules.testing.catalogue.seasons import SEASONS
from callrules.testing.catalogue.silence import SILENCE
from callrules.testing.catalogue.standing import any_promise_stands
from callrules.testing.catalogue.subjects import SUBJECTS
from callrules.testing.catalogue.talks import TALKS
from callrules.testing.catalogue.thanking import thanked_the_same_day
from callrules.testing.catalogue.truth import TRUTH
from callrules.testing.catalogue.waking import WAKING
from callrules.testing.catalogue.windows import windows_stand
from callrules.testing.catalogue.words import WORDS
from callrules.testing.catalogue.would_be import WOULD_BE
from callrules.testing.catalogue.written import WRITTEN
from callrules.testing.lawbook import Law

VERSION = "1.0"
"""The newest version of the catalogue. A law that is newer than the version asked for only warns."""

LAWS: tuple[Law, ...] = (
    *PURITY_LAWS,
    *SAMENESS,
    *MISFILED,
    *CONSENT,
    *WRITTEN,
    thanked_the_same_day,
    *WOULD_BE,
    *TALKS,
    *RHYTHM,
    *KEEPING,
    any_promise_stands,
    *APPOINTMENTS,
    *FORGETTING,
    *TRUTH,
    *SUBJECTS,
    *READINESS,
    *SEASONS,
    *COMING_ROUND,
    *ENDINGS,
    *LEAVING,
    *SILENCE,
    *WAKING,
    *COMPOSITION,
    *WORDS,
    windows_stand,
)

TOTAL, PURITY = "total", "asking-is-free"
"""The laws that tell of a policy that raises, and of one that answers the same question in two ways."""
