"""What the rules say at the moment of a counterexample, and lines behind a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callrules.hookspecs import ORDERING
from callrules.testing.situations import Situation

MOST_SAYS = 8


def under(label: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines behind a label, which is said once."""
    for place, each in enumerate(lines):
        yield f"{'' if place else label:<8}{each}"


def said_by_the_rules(there: Situation) -> Iterator[str]:
    """Each rule that has something to say, but not whose turn it is; without an explanation, what the step says."""
    explain = getattr(there.policy, "explain", None)
    try:
        told = explain(there.contact, there.history, there.now) if explain else None
    except Exception:  # noqa: BLE001 - a broken policy may raise anything; its step has said why
        told = None
    said = [each for each in told.says if each.says and each.hook not in ORDERING] if told else []
    loud = [f"{each.rule}: {each.says}" for each in said]
    says = loud or [f"{each.rule}: {each.says}" for each in there.step.because] or ["(nothing was said)"]
    yield from says[:MOST_SAYS]
    if len(says) > MOST_SAYS:
        yield f"and {len(says) - MOST_SAYS} more"
