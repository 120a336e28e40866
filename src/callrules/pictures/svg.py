"""Lines of a story drawn as an SVG picture: no text is wider than its place, whatever somebody typed."""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

import attrs

OURS, THEIRS, AHEAD, AGAINST = "ours", "theirs", "ahead", "against"
COLOURS = {OURS: "#2b6cb0", THEIRS: "#2f855a", AHEAD: "#b7791f", AGAINST: "#c53030"}
LEGEND = {OURS: "us", THEIRS: "them", AHEAD: "next"}
RULED = {OURS: "us", THEIRS: "them", AGAINST: "against"}
"""The legend where a line says what the rules would have said of it."""
STYLE = "text { font: 13px 'DejaVu Sans', Verdana, sans-serif; fill: #1a202c } .when { fill: #718096 }"
WIDTH, EDGE, AXIS, GAP = 760, 16, 206, 20
TOP, LINE, AFTER = 60, 18, 10
"""Of the picture, in pixels."""
MOST_LINES = 3
ENOUGH = 1_000
"""More letters than go into so many lines, whatever they are."""
SIZE, TITLE_SIZE = 13, 16


@attrs.frozen
class Row:
    """One line of the story: when, what, and whose doing it was."""

    when: str
    says: str = attrs.field(repr=False)
    side: str


def drawn(title: str, rows: Sequence[Row]) -> str:
    """The rows below a title, along a line that time runs down."""
    wrapped = [(row, wrap(row.says, WIDTH - AXIS - GAP - EDGE)) for row in rows]
    height = TOP + sum(_height(lines) for _, lines in wrapped) + AFTER
    picture = _canvas(title, height, RULED if any(row.side == AGAINST for row in rows) else LEGEND)
    y = TOP
    for row, lines in wrapped:
        _row(picture, y, row, lines)
        y += _height(lines)
    return ET.tostring(picture, encoding="unicode")


def wrap(says: str, room: float, size: int = SIZE) -> list[str]:
    """The words in lines that fit into that room; what needs too many lines is shortened."""
    lines = list(_lines(" ".join(says.split())[:ENOUGH], room, size))
    if len(lines) <= MOST_LINES:
        return lines or [""]
    return [*lines[: MOST_LINES - 1], shortened(" ".join(lines[MOST_LINES - 1 :]), room, size)]


def shortened(says: str, room: float, size: int = SIZE) -> str:
    """As much of the words as fits, with an ellipsis where that is not all."""
    if width_of(says, size) <= room:
        return says
    ends = accumulate(width_of(letter, size) for letter in says)
    room -= width_of("…", size)
    return f"{says[: sum(1 for _ in takewhile(lambda end: end <= room, ends))].rstrip()}…"


def width_of(says: str, size: int = SIZE) -> float:
    """How wide the words are at most, in pixels; wide fonts are reckoned with."""
    return sum(map(_ems, says)) * size


def _ems(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.25
    if letter in "ijl.,:;'|!()[] ftrI":
        return 0.45
    return 1.0 if letter.isupper() or letter in "mwœæ%@—…" else 0.66


def _lines(says: str, room: float, size: int) -> Iterator[str]:
    line = ""
    for word in says.split():
        longer = f"{line} {word}".strip()
        if width_of(longer, size) <= room:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _broken(word, room, size)
        yield from whole
    if line:
        yield line


def _broken(word: str, room: float, size: int) -> Iterator[str]:
    part = ""
    for letter in word:
        if width_of(part + letter, size) > room:
            yield part
            part = ""
        part += letter
    yield part


def _height(lines: list[str]) -> int:
    return LINE * len(lines) + AFTER


def _canvas(title: str, height: int, legend: Mapping[str, str]) -> ET.Element:
    size = {"viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": str(height)}
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size})
    ET.SubElement(picture, "title").text = title
    ET.SubElement(picture, "style").text = STYLE
    ET.SubElement(picture, "rect", width="100%", height="100%", fill="white")
    room = WIDTH - 2 * EDGE - 210
    _text(picture, EDGE, 30, shortened(title, room, TITLE_SIZE), style=f"font-weight: bold; font-size: {TITLE_SIZE}px")
    _legend(picture, legend)
    axis = {"x1": str(AXIS), "x2": str(AXIS), "y1": str(TOP - 4), "y2": str(height - AFTER), "stroke": "#cbd5e0"}
    ET.SubElement(picture, "line", axis)
    return picture


def _legend(picture: ET.Element, legend: Mapping[str, str]) -> None:
    for x, (side, says) in zip(range(WIDTH - EDGE - 170, WIDTH, 60), legend.items(), strict=False):
        _dot(picture, x, 26, side)
        _text(picture, x + 11, 30, says, **{"class": "when"})


def _row(picture: ET.Element, y: int, row: Row, lines: list[str]) -> None:
    _text(picture, EDGE, y + 14, row.when, **{"class": "when"})
    _dot(picture, AXIS, y + 9, row.side)
    for place, says in enumerate(lines):
        _text(picture, AXIS + GAP, y + 14 + place * LINE, says)


def _dot(picture: ET.Element, x: int, y: int, side: str) -> None:
    fill = "white" if side == AHEAD else COLOURS[side]
    shape = {"cx": str(x), "cy": str(y), "r": "6", "fill": fill, "stroke": COLOURS[side], "stroke-width": "2"}
    ET.SubElement(picture, "circle", shape)


def _text(picture: ET.Element, x: int, y: int, says: str, **more: str) -> None:
    ET.SubElement(picture, "text", {"x": str(x), "y": str(y), **more}).text = says
