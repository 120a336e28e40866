"""A picture of bars on a scale of tens, in the letters and colours of the project's own pictures."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from callrules.pictures.svg import COLOURS, EDGE, OURS, STYLE, THEIRS, WIDTH, shortened

LEFT, TOP, LINE, BAR = 250, 52, 26, 16
ROOM = WIDTH - LEFT - EDGE - 60


def bars(title: str, rows: Sequence[tuple[str, float, bool]]) -> str:
    """One bar for each row of name, number and whether it is ours; each gap between lines is ten times more."""
    height = TOP + LINE * len(rows) + EDGE
    size = {"viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": str(height)}
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size})
    ET.SubElement(picture, "title").text = title
    ET.SubElement(picture, "style").text = STYLE
    ET.SubElement(picture, "rect", width="100%", height="100%", fill="white")
    _text(picture, EDGE, 28, shortened(title, WIDTH - 2 * EDGE), style="font-weight: bold")
    tens = math.ceil(math.log10(max(number for _, number, _ in rows)))
    for ten in range(tens + 1):
        _grid(picture, LEFT + ROOM * ten / tens, height - EDGE)
    for place, (name, number, is_ours) in enumerate(rows):
        _bar(picture, TOP + LINE * place, name, number, is_ours=is_ours, tens=tens)
    return ET.tostring(picture, encoding="unicode") + "\n"


def _bar(picture: ET.Element, y: int, name: str, number: float, *, is_ours: bool, tens: int) -> None:
    long = max(2.0, ROOM * math.log10(max(number, 1)) / tens)
    shape = {"x": str(LEFT), "y": str(y), "width": f"{long:.0f}", "height": str(BAR)}
    ET.SubElement(picture, "rect", {**shape, "fill": COLOURS[OURS if is_ours else THEIRS]})
    _text(picture, EDGE, y + 13, shortened(name, LEFT - EDGE))
    _text(picture, round(LEFT + long + 6), y + 13, f"{number:,.0f}", **{"class": "when"})


def _grid(picture: ET.Element, x: float, bottom: int) -> None:
    line = {"x1": f"{x:.0f}", "x2": f"{x:.0f}", "y1": str(TOP - 8), "y2": str(bottom), "stroke": "#cbd5e0"}
    ET.SubElement(picture, "line", line)


def _text(picture: ET.Element, x: int, y: int, says: str, **more: str) -> None:
    ET.SubElement(picture, "text", {"x": str(x), "y": str(y), **more}).text = says
