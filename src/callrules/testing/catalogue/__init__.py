"""The catalogue: every law, in the order in which they are told."""

from __future__ import annotations

from callrules.testing.catalogue.composition.several_rules import COMPOSITION
from callrules.testing.catalogue.composition.windows import windows_stand
from callrules.testing.catalogue.consent.opt_outs import CONSENT
from callrules.testing.catalogue.consent.would_be import WOULD_BE
from callrules.testing.catalogue.endings.last_words import LEAVING
from callrules.testing.catalogue.endings.silence import SILENCE
from callrules.testing.catalogue.endings.talks import TALKS
from callrules.testing.catalogue.endings.walking_away import ENDINGS
from callrules.testing.catalogue.notes.thanks import thanked_the_same_day
from callrules.testing.catalogue.notes.written import WRITTEN
from callrules.testing.catalogue.promises.any_promise import any_promise_stands
from callrules.testing.catalogue.promises.appointments import APPOINTMENTS
from callrules.testing.catalogue.promises.our_promises import KEEPING
from callrules.testing.catalogue.promises.standing_calls import FORGETTING
from callrules.testing.catalogue.purity.asking import PURITY_LAWS
from callrules.testing.catalogue.purity.misfiled import MISFILED
from callrules.testing.catalogue.purity.sameness import SAMENESS
from callrules.testing.catalogue.rhythm.rhythm import RHYTHM
from callrules.testing.catalogue.time.waking import WAKING
from callrules.testing.catalogue.truth.coming_round import COMING_ROUND
from callrules.testing.catalogue.truth.readiness import READINESS
from callrules.testing.catalogue.truth.reasons import TRUTH
from callrules.testing.catalogue.truth.seasons import SEASONS
from callrules.testing.catalogue.truth.subjects import SUBJECTS
from callrules.testing.catalogue.words.words import WORDS
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
