"""Whose code a class or a function is: the author's own, the house's, or that of the language."""

from __future__ import annotations

from typing import Any

HOUSE = "callrules."
LANGUAGE = ("builtins.", "datetime.", "decimal.", "enum.", "attr.", "abc.", "typing.", "pluggy.", "functools.")


def is_own(kind: Any) -> bool:
    """Whether a class or function is an author's own: neither of the house nor of the language."""
    module = getattr(kind, "__module__", None)
    return isinstance(module, str) and not f"{module}.".startswith((HOUSE, *LANGUAGE))
