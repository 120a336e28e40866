"""How figures are put into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from zoo.report.figures import PARTS

MEASURE = "PYTHONPATH=tests:docs python -m zoo.report measure --part"


def share(part: float, of: float = 1) -> str:
    """A share in per cent; no more than 99.9 where something is missing."""
    if not of or part >= of:
        return "100 %"
    rounded = min(99.9, round(100 * part / of, 1))
    return f"{rounded:g} %" if rounded or not part else "< 0.1 %"


def number(count: int, one: str, many: str | None = None) -> str:
    """A count and what is counted."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def names(known_by: Iterable[str], most: int | None = None) -> str:
    """Ids as code, not more than so many; a word where there is none."""
    told = [f"`{each}`" for each in known_by]
    if not told:
        return "none"
    rest = f" and {len(told) - most} more" if most and len(told) > most else ""
    return ", ".join(told[:most]) + rest


def command(part: str, asked: dict[str, Any] | None = None) -> str:
    """The command that measures a part as it was measured, as a block."""
    usual = PARTS[part].usual.as_json()
    asked = asked or usual
    more = "".join(f" --{name} {each}" for name, each in asked.items() if each != 1 or usual[name] != 1)
    return f"```sh\n{MEASURE} {part}{more}\n```"


def percentile(values: Sequence[float], of_a_hundred: int) -> float:
    """The value that so many of a hundred do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * of_a_hundred // 100) - 1)]
