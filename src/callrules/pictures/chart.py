"""The canvas of charts: colours for light, dark and paper, and the few shapes that they are drawn with."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from callrules.pictures.svg import shortened

WIDTH = 640
"""The width of every chart, in pixels; a page makes it smaller where it must."""
STYLE = """
.chart { --ink: #1a202c; --quiet: #5a6675; --line: #d3dae2; --one: #2b6cb0; --two: #2f855a; --soft: #a9c6e8;
  --bad: #c05621; color-scheme: light dark; max-width: 100%; height: auto }
.chart text { font: 12px system-ui, 'DejaVu Sans', sans-serif; fill: var(--ink) }
.chart .quiet { fill: var(--quiet); font-size: 11px } .chart .end { text-anchor: end }
.chart .mid { text-anchor: middle }
.chart .axis { stroke: var(--line); fill: none } .chart .one { fill: var(--one) } .chart .two { fill: var(--two) }
.chart .soft { fill: var(--soft) } .chart .bad { fill: var(--bad) }
.chart .line-one { stroke: var(--one); fill: none; stroke-width: 2 }
.chart .line-two { stroke: var(--bad); fill: none; stroke-width: 2; stroke-dasharray: 6 3 }
.chart .band { fill: var(--soft); opacity: .45 } .chart .span { stroke: var(--one); stroke-width: 2 }
@media (prefers-color-scheme: dark) { .chart { --ink: #e6eaf0; --quiet: #9aa7b5; --line: #3b4652; --one: #7db4f0;
  --two: #68d391; --soft: #3c5f87; --bad: #f6ad55 } }
@media print { .chart { --ink: #000; --quiet: #444; --line: #bbb; --one: #1f5fa8; --two: #2f855a; --soft: #b9cfe8;
  --bad: #c05621 } }
"""


def canvas(title: str, height: float, told: str = "", width: int = WIDTH) -> ET.Element:
    """An empty chart with its title, and in words what it shows."""
    size = {"viewBox": f"0 0 {width} {height:g}", "width": str(width), "height": f"{height:g}"}
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "class": "chart", **size})
    ET.SubElement(picture, "title").text = title
    if told:
        ET.SubElement(picture, "desc").text = told
    ET.SubElement(picture, "style").text = STYLE
    return picture


def text(parent: ET.Element, x: float, y: float, says: str, kind: str = "name", *, room: float = WIDTH) -> None:
    """Words, as many as go into the room."""
    place = {"x": f"{x:g}", "y": f"{y:g}", "class": kind}
    ET.SubElement(parent, "text", place).text = shortened(says, room, 12)


def line(parent: ET.Element, points: list[tuple[float, float]], kind: str = "axis") -> None:
    """A line through these points."""
    ET.SubElement(parent, "polyline", {"class": kind, "points": " ".join(f"{x:g},{y:g}" for x, y in points)})


def box(parent: ET.Element, corner: tuple[float, float], width: float, height: float, kind: str) -> None:
    """A bar, by its left upper corner."""
    x, y = corner
    shape = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{max(width, 0):g}", "height": f"{max(height, 0):g}"}
    ET.SubElement(parent, "rect", {**shape, "class": kind})


def written(picture: ET.Element) -> str:
    """The chart as text."""
    return ET.tostring(picture, encoding="unicode")
