"""Everything to and from JSON. Field names are the attributes'; `type` is the class in snake case.

Instants are ISO 8601 with an offset and are written in UTC. `due`, `callback_at`, `until` and `promises` may
also be a day, or a wall time with its `zone` beside it: then wall time and zone win, and are written back.
"""

from __future__ import annotations

from callrules.wire.answers import read_step, read_verdict
from callrules.wire.case import KINDS, Case, word
from callrules.wire.moments import MOMENTS, read_instant, read_moment
from callrules.wire.reading import BESIDE, read_case, read_contact, read_fact
from callrules.wire.writing import (
    write_case,
    write_contact,
    write_explanation,
    write_fact,
    write_finding,
    write_moment,
    write_script,
    write_step,
    write_verdict,
)

__all__ = [
    "BESIDE", "KINDS", "MOMENTS", "Case", "read_case", "read_contact", "read_fact", "read_instant", "read_moment",
    "read_step", "read_verdict", "word", "write_case", "write_contact", "write_explanation", "write_fact",
    "write_finding", "write_moment", "write_script", "write_step", "write_verdict",
]  # fmt: skip
