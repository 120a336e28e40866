"""A share that grows step by step, with the band in which the true one lies."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import attrs

from callrules.pictures.chart import WIDTH, canvas, line, text, written

LEFT, RIGHT, TOP, HIGH, LOW = 64, 12, 10, 170, 40
"""The edges of the chart and its height, in pixels."""
MOST = 20
"""So many steps are drawn."""


@attrs.frozen
class Step:
    """The share after one step, its interval, and how many were still counted at that step."""

    share: float
    low: float
    high: float
    counted: int


def curve_picture(title: str, steps: Sequence[Step], each: str) -> str:
    """Draw the curve from nothing on; `each` says what one step is."""
    shown = steps[:MOST]
    told = "; ".join(f"{each} {place}: {step.share * 100:.0f} %" for place, step in enumerate(shown, start=1))
    picture = canvas(title, TOP + HIGH + LOW, told)
    for part in (0, 0.25, 0.5, 0.75, 1):
        line(picture, [(LEFT, _y(part)), (WIDTH - RIGHT, _y(part))])
        text(picture, LEFT - 6, _y(part) + 4, f"{part * 100:.0f} %", "quiet end", room=LEFT)
    _band(picture, shown)
    line(picture, _stairs([step.share for step in shown], len(shown)), "line-one")
    for place, step in enumerate(shown):
        x = _x(place + 0.5, len(shown))
        text(picture, x, TOP + HIGH + 15, f"{place + 1}", "quiet mid", room=40)
        text(picture, x, TOP + HIGH + 29, f"{step.counted:,}", "quiet mid", room=(WIDTH - LEFT) / len(shown))
    text(picture, 2, TOP + HIGH + 15, each, "quiet", room=LEFT)
    text(picture, 2, TOP + HIGH + 29, "rung", "quiet", room=LEFT)
    return written(picture)


def _x(place: float, steps: int) -> float:
    return LEFT + place * (WIDTH - LEFT - RIGHT) / max(steps, 1)


def _y(share: float) -> float:
    return TOP + HIGH * (1 - share)


def _stairs(shares: Sequence[float], steps: int) -> list[tuple[float, float]]:
    points = []
    for place, share in enumerate(shares):
        points += [(_x(place, steps), _y(share)), (_x(place + 1, steps), _y(share))]
    return points


def _band(picture: ET.Element, steps: Sequence[Step]) -> None:
    upper = _stairs([step.high for step in steps], len(steps))
    lower = _stairs([step.low for step in steps], len(steps))
    points = " ".join(f"{x:g},{y:g}" for x, y in [*upper, *reversed(lower)])
    ET.SubElement(picture, "polygon", {"class": "band", "points": points})
