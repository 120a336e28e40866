"""What a rule author tests with; `callrules.testing.strategies` holds the strategies."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callrules.testing.agreed import Relax
    from callrules.testing.examples_table import examples
    from callrules.testing.front import LawWarning, laws
    from callrules.testing.lawbook import Broken, law
    from callrules.testing.machine import cadence_machine
    from callrules.testing.situations import Situation

_HOMES = {
    "Broken": "lawbook",
    "LawWarning": "front",
    "Relax": "agreed",
    "Situation": "situations",
    "cadence_machine": "machine",
    "examples": "examples_table",
    "law": "lawbook",
    "laws": "front",
}

__all__ = ["Broken", "LawWarning", "Relax", "Situation", "cadence_machine", "examples", "law", "laws"]


def __getattr__(name: str) -> Any:
    """Looked up when first used: pytest loads our plugin in every session, also where nobody asks for a law."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
