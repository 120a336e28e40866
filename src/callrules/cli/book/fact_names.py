"""The names that facts may have on a line of a book."""

from __future__ import annotations

import attrs

from callrules.wire import KINDS, MOMENTS

KNOWN = {
    word: frozenset({"type", *fields, *({"zone"} if fields.intersection(MOMENTS) else ())})
    for word, fields in ((word, frozenset(attrs.fields_dict(kind))) for word, kind in KINDS.items())
}
"""The names that a fact of each kind may have."""
