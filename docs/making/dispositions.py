"""How a call can end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from callrules.dispositions import Disposition, Traits
from making.markdown import doc, page, table

TRAITS = (
    "The other columns are `disposition.traits`, as in `disposition.traits.rang`. A rule asks these, and lists no "
    "dispositions itself: [What a call was](../how-to/write-rules.md#what-a-call-was)."
)


def dispositions_page() -> str:
    """How a call can end, and what follows."""
    traits = [field.name for field in attrs.fields(Traits)]
    heads = ("disposition", "attempt", "unanswered", "refusal", *traits)
    rows = [
        (f"`{each.value}`", *map(_tick, (each.is_attempt, each.is_unanswered, each.is_refusal)), *_traits(each, traits))
        for each in Disposition
    ]
    meaning = "\n".join(
        f"* `{name.removeprefix('is_')}`, in code `disposition.{name}`: {doc(getattr(Disposition, name))}"
        for name in ("is_attempt", "is_unanswered", "is_refusal")
    )
    return page(
        "Dispositions", "How a call ended, and what that tells us.", table(heads, rows), meaning, TRAITS, doc(Traits)
    )


def _tick(says: bool) -> str:  # noqa: FBT001 - a mark in a table
    return "✓" if says else ""


def _traits(disposition: Disposition, traits: Iterable[str]) -> Iterator[str]:
    return (_tick(getattr(disposition.traits, name)) for name in traits)
