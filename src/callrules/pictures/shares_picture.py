"""Shares as dots on a scale from nothing to all, each with its interval."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import attrs

from callrules.pictures.chart import canvas, line, text, written

WIDTH, LABELS, COUNTS, ROW, TOP, LOW = 980, 400, 150, 22, 8, 26
"""The width, the room for names and for counts, the height of a row, and what is above and below, in pixels."""
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@attrs.frozen
class Dot:
    """One share: how it is called, k of n, and its interval."""

    says: str
    k: int
    n: int
    low: float
    high: float


def shares_picture(title: str, dots: Sequence[Dot]) -> str:
    """Draw one row for each share; a share of none is left out."""
    shown = [dot for dot in dots if dot.n]
    ends = TOP + ROW * len(shown)
    told = "; ".join(f"{dot.says}: {dot.k} of {dot.n}" for dot in shown)
    picture = canvas(title, ends + LOW, told, WIDTH)
    for part in QUARTERS:
        line(picture, [(_x(part), TOP), (_x(part), ends)])
        text(picture, _x(part), ends + 16, f"{part * 100:.0f} %", "quiet mid")
    for place, dot in enumerate(shown):
        _row(picture, TOP + ROW * place + ROW / 2, dot)
    return written(picture)


def _x(part: float) -> float:
    return LABELS + part * (WIDTH - LABELS - COUNTS - 16)


def _row(picture: ET.Element, y: float, dot: Dot) -> None:
    text(picture, LABELS - 12, y + 4, dot.says, "end", room=LABELS - 16)
    line(picture, [(_x(dot.low), y), (_x(dot.high), y)], "span")
    shape = {"cx": f"{_x(dot.k / dot.n):g}", "cy": f"{y:g}", "r": "4.5", "class": "one"}
    ET.SubElement(picture, "circle", shape)
    text(picture, WIDTH - 4, y + 4, f"{dot.k:,} of {dot.n:,}", "quiet end", room=COUNTS)
