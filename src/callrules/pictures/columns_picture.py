"""Columns side by side in time: one figure of each stretch, and the part of it that matters."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import attrs

from callrules.pictures.chart import WIDTH, box, canvas, line, text, written

LEFT, RIGHT, TOP, HIGH, LOW = 48, 8, 26, 150, 24
"""The edges of the chart and the height of its columns, in pixels."""
MOST_NAMES = 8
"""So many names go below the columns."""


@attrs.frozen
class Column:
    """One stretch of time: how it is called, all of it, and the part."""

    name: str
    whole: float
    part: float


def columns_picture(title: str, columns: Sequence[Column], whole: str, part: str) -> str:
    """Draw a column for each, the part in front; `whole` and `part` say what they count."""
    told = "; ".join(f"{each.name}: {each.whole:,g} {whole}, {each.part:,g} {part}" for each in columns[-60:])
    picture = canvas(title, TOP + HIGH + LOW, told)
    most = max((each.whole for each in columns), default=0) or 1
    _scale(picture, most, whole, part)
    room = (WIDTH - LEFT - RIGHT) / max(len(columns), 1)
    named = max(1, -(-len(columns) // MOST_NAMES))
    for place, each in enumerate(columns):
        x, wide = LEFT + place * room, min(room * 0.8, 40)
        for value, kind in ((each.whole, "soft"), (each.part, "one")):
            corner = (x + (room - wide) / 2, TOP + HIGH * (1 - value / most))
            box(picture, corner, wide, HIGH * value / most, kind)
        if place % named == 0:
            text(picture, x + room / 2, TOP + HIGH + 16, each.name, "quiet mid", room=room * named)
    return written(picture)


def _scale(picture: ET.Element, most: float, whole: str, part: str) -> None:
    for share in (0, 1 / 2, 1):
        y = TOP + HIGH * (1 - share)
        line(picture, [(LEFT, y), (WIDTH - RIGHT, y)])
        text(picture, LEFT - 6, y + 4, f"{most * share:,.0f}", "quiet end", room=LEFT)
    for x, kind, says in ((LEFT, "soft", whole), (LEFT + 220, "one", part)):
        box(picture, (x, 4), 11, 11, kind)
        text(picture, x + 16, 14, says, "quiet", room=200)
