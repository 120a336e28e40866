"""What a rule author tests with; `callrules.testing.strategies` holds the strategies."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callrules.testing.conformance import LawWarning, laws
    from callrules.testing.judging.exemptions import Relax
    from callrules.testing.lawbook import Broken, law
    from callrules.testing.machine import cadence_machine
    from callrules.testing.situations import Situation
    from callrules.testing.stories.examples_table import examples

_HOMES = {
    "Broken": "lawbook",
    "LawWarning": "conformance",
    "Relax": "judging.exemptions",
    "Situation": "situations",
    "cadence_machine": "machine",
    "examples": "stories.examples_table",
    "law": "lawbook",
    "laws": "conformance",
}

__all__ = ["Broken", "LawWarning", "Relax", "Situation", "cadence_machine", "examples", "law", "laws"]


def __getattr__(name: str) -> Any:
    """Looked up when first used: pytest loads our plugin in every session, also where nobody asks for a law."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
