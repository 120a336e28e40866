"""The page before a red-phone call, in short."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.desk.briefing import Briefing
from callrules.desk.briefing_lines import heading, sections

SHOWN = frozenset({"why_now", "for_them", "insight", "common_ground", "opener", "asks", "outcome", "not_to_say"})
"""The sections of which a glance is enough; `callrules brief` prints them all."""


def in_short(briefing: Briefing) -> Iterator[str]:
    """Yield who it is, and one line for each section that is shown."""
    yield " · ".join(heading(briefing))
    for section in sections(briefing):
        if section.name in SHOWN:
            yield f"{section.title}: {' / '.join(section.lines)}"
