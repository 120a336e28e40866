"""Boxes in rows, and the arrows between them."""

from __future__ import annotations

import attrs

BOX, HIGH, GAP, RISE = 150, 44, 20, 64
"""The width and height of a box, and the gaps beside and below it, in pixels."""
TIP = 8
"""The length of an arrow's tip."""


@attrs.frozen
class Place:
    """Place of the box of somebody: its left upper corner."""

    x: float
    y: float


def across(start: Place, end: Place) -> tuple[str, str, tuple[float, float]]:
    """The line from one row to another, its tip, and where its strength stands."""
    aside = max(-1.0, min(1.0, (end.x - start.x) / (2 * BOX))) * BOX / 4
    down = 1 if end.y > start.y else -1
    x, y = start.x + BOX / 2 + aside, start.y + (HIGH if down > 0 else 0)
    to_x, to_y = end.x + BOX / 2 - aside, end.y + (0 if down > 0 else HIGH) - down * TIP
    bend = down * RISE / 2
    curve = f"M{x:g},{y:g} C{x:g},{y + bend:g} {to_x:g},{to_y - bend:g} {to_x:g},{to_y:g}"
    tip = f"M{to_x:g},{to_y + down * TIP:g} l-5,{-down * TIP:g} h10 z"
    return curve, tip, (x + (to_x - x) * 0.3 + 12, y + (to_y - y) * 0.3 + 4)


def along(start: Place, end: Place) -> tuple[str, str, tuple[float, float]]:
    """The same within a row: an arc above the boxes."""
    side = 1 if end.x > start.x else -1
    x, to_x, y = start.x + BOX / 2 + side * 30, end.x + BOX / 2 - side * 30, start.y
    curve = f"M{x:g},{y:g} C{x:g},{y - 30:g} {to_x:g},{y - 30:g} {to_x:g},{y - TIP:g}"
    return curve, f"M{to_x:g},{y:g} l-5,{-TIP} h10 z", ((x + to_x) / 2, y - 26)
