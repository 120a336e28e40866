"""Bars from left to right, one or two for each name."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import attrs

from callrules.pictures.chart import WIDTH, box, canvas, text, written

LABELS, COUNTS, HIGH, GAP, EDGE = 170, 80, 14, 10, 8
"""The room for names and for counts, the height of a bar, and the gaps, in pixels."""
LEGEND = 20
"""The room for a legend, where there is one."""


@attrs.frozen
class Bar:
    """One name and how much of it there is; `other` is how much the other side has."""

    says: str
    value: float
    other: float | None = None


def bars_picture(title: str, bars: Sequence[Bar], sides: tuple[str, str] | None = None) -> str:
    """Draw the bars below one another; `sides` names the two where each has two."""
    top = EDGE + (LEGEND if sides else 0)
    each = HIGH * (2 if sides else 1) + GAP
    told = "; ".join(f"{bar.says}: {_told(bar)}" for bar in bars)
    picture = canvas(title, top + each * len(bars) + EDGE, told)
    for x, kind, side in zip((LABELS, LABELS + 160), ("one", "bad"), sides or (), strict=False):
        box(picture, (x, EDGE), 11, 11, kind)
        text(picture, x + 16, EDGE + 10, side, "quiet", room=140)
    most = max((max(bar.value, bar.other or 0) for bar in bars), default=0) or 1
    for place, bar in enumerate(bars):
        _bar(picture, top + place * each, bar, most)
    return written(picture)


def _told(bar: Bar) -> str:
    return f"{bar.value:,g}" if bar.other is None else f"{bar.value:,g} and {bar.other:,g}"


def _bar(picture: ET.Element, y: float, bar: Bar, most: float) -> None:
    values = [(bar.value, "one"), *([(bar.other, "bad")] if bar.other is not None else [])]
    text(picture, LABELS - 8, y + HIGH * len(values) / 2 + 4, bar.says, "end", room=LABELS - 12)
    for place, (value, kind) in enumerate(values):
        wide = (WIDTH - LABELS - COUNTS) * value / most
        box(picture, (LABELS, y + place * HIGH), wide, HIGH - 1, kind)
        text(picture, LABELS + wide + 6, y + place * HIGH + 11, f"{value:,g}", "quiet", room=COUNTS)
