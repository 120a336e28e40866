"""A map of who moves whom as an SVG picture: layers towards the person sought, and the warmest path stands out."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from itertools import pairwise

from callrules.influence import InfluenceMap, Path, Person
from callrules.pictures.arrows import BOX, GAP, HIGH, RISE, Place, across, along
from callrules.pictures.svg import shortened

MOST = 15
"""People who can be taken in at a glance; of more the neighbourhood of the path is drawn."""
EDGE, LOW, TOP = 16, 34, 44
"""The edge of the picture, the room for a line below, and that for arcs above the first row, in pixels."""
WIDEST = 5
"""Boxes in one row: more of a layer go into the next."""
STYLE = """
.influence { --ink: #1a202c; --quiet: #5a6675; --line: #b6c0cc; --box: #fff; --halo: #f6f7f9;
  --warm: #2f855a; --path: #c05621;
  color-scheme: light dark; max-width: 100%; height: auto }
.influence text { font: 13px system-ui, 'DejaVu Sans', sans-serif; fill: var(--ink); text-anchor: middle }
.influence .quiet { fill: var(--quiet); font-size: 11px }
.influence .share { font-size: 11px; fill: var(--quiet); paint-order: stroke; stroke: var(--halo); stroke-width: 4px }
.influence rect { fill: var(--box); stroke: var(--line) }
.influence .warm rect { stroke: var(--warm); stroke-width: 2 }
.influence .sought rect { stroke: var(--path); stroke-width: 2.5 }
.influence .sought text, .influence .way text { font-weight: 600 }
.influence path { fill: none; stroke: var(--line); stroke-width: 1.3 }
.influence .way path { stroke: var(--path); stroke-width: 3.2 }
.influence .tip { fill: var(--line); stroke: none } .influence .way .tip { fill: var(--path) }
@media (prefers-color-scheme: dark) { .influence { --ink: #e6eaf0; --quiet: #9aa7b5; --line: #55616e; --box: #232a33;
  --halo: #1d232a;
  --warm: #68d391; --path: #f6ad55 } }
@media print { .influence { --ink: #000; --quiet: #444; --line: #888; --box: #fff; --halo: #fff; --warm: #2f855a;
  --path: #c05621 } }
"""


def influence_picture(seen: InfluenceMap, sought: str, path: Path | None = None) -> str:
    """The map as SVG that needs nothing else to be looked at, in light and dark.

    Whoever is nearer to the person sought stands nearer to them, at the bottom; who takes our calls is marked. Of more
    than 15 people the path and those nearest to it are drawn.
    """
    way = path.people if path else (sought,)
    near = seen.around(way, MOST)
    rows = _rows(near, sought)
    places = _places(rows)
    ways = set(pairwise(way))
    picture = _canvas(seen, near, sought, rows)
    for each in sorted(near.influences, key=lambda each: (each.who, each.whom) in ways):
        _influence(picture, places[each.who], places[each.whom], f"{each.strength:.2g}", (each.who, each.whom) in ways)
    for person in near.people:
        _person(picture, person, places[person.id], _kind(person, sought, way))
    _legend(picture, seen, near)
    return ET.tostring(picture, encoding="unicode")


def _rows(near: InfluenceMap, sought: str) -> list[list[Person]]:
    """People by the length of their strongest way to the person sought, the longest first; without one above all."""
    steps = {path.people[-1]: len(path.people) - 1 for path in near.ways_to(sought)}
    far = max(steps.values(), default=0) + 1
    layers: dict[int, list[Person]] = {}
    for person in near.people:
        layers.setdefault(steps.get(person.id, far), []).append(person)
    return [row for layer in sorted(layers, reverse=True) for row in _broken(layers[layer])]


def _broken(layer: Sequence[Person]) -> list[list[Person]]:
    return [list(layer[start : start + WIDEST]) for start in range(0, len(layer), WIDEST)]


def _width(rows: Iterable[Sequence[Person]]) -> int:
    return 2 * EDGE + max((3, *map(len, rows))) * (BOX + GAP) - GAP


def _places(rows: Sequence[Sequence[Person]]) -> dict[str, Place]:
    width = _width(rows)
    places: dict[str, Place] = {}
    for down, row in enumerate(rows):
        left = (width - len(row) * (BOX + GAP) + GAP) / 2
        for place, person in enumerate(row):
            places[person.id] = Place(left + place * (BOX + GAP), TOP + down * (HIGH + RISE))
    return places


def _canvas(seen: InfluenceMap, near: InfluenceMap, sought: str, rows: Sequence[Sequence[Person]]) -> ET.Element:
    width, height = _width(rows), TOP + EDGE + len(rows) * (HIGH + RISE) - RISE + LOW
    size = {"viewBox": f"0 0 {width} {height}", "width": str(width), "height": str(height)}
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "class": "influence", **size})
    ET.SubElement(picture, "title").text = f"Who moves {seen.called(sought)}"
    ET.SubElement(picture, "desc").text = "; ".join(
        f"{near.called(each.who)} moves {near.called(each.whom)} ({each.strength:.2g})" for each in near.influences
    )
    ET.SubElement(picture, "style").text = STYLE
    return picture


def _kind(person: Person, sought: str, way: Sequence[str]) -> str:
    kinds = (("sought", person.id == sought), ("warm", bool(person.takes_our_calls)), ("way", person.id in way))
    return " ".join(name for name, holds in kinds if holds) or "other"


def _person(picture: ET.Element, person: Person, place: Place, kind: str) -> None:
    group = ET.SubElement(picture, "g", {"class": kind})
    box = {"x": f"{place.x:g}", "y": f"{place.y:g}", "width": str(BOX), "height": str(HIGH), "rx": "8"}
    ET.SubElement(group, "rect", box)
    middle = place.x + BOX / 2
    role = person.role.value.replace("_", " ") if person.role.value != "unknown" else ""
    _text(group, middle, place.y + (19 if role else 27), shortened(person.called, BOX - 16))
    if role:
        _text(group, middle, place.y + 35, role, "quiet")


def _influence(picture: ET.Element, start: Place, end: Place, strength: str, stands_out: bool) -> None:  # noqa: FBT001
    group = ET.SubElement(picture, "g", {"class": "way" if stands_out else "link"})
    draw = along if start.y == end.y else across
    curve, tip, (x, y) = draw(start, end)
    ET.SubElement(group, "path", {"d": curve})
    ET.SubElement(group, "path", {"class": "tip", "d": tip})
    _text(group, x, y, strength, "share")


def _legend(picture: ET.Element, seen: InfluenceMap, near: InfluenceMap) -> None:
    shown = "" if near is seen else f" {len(near.people)} of {len(seen.people)} people are shown."
    width, height = (float(each) for each in picture.attrib["viewBox"].split()[2:])
    says = f"Green: takes our calls. Orange: the warmest way.{shown}"
    _text(picture, width / 2, height - 12, says, "quiet")


def _text(parent: ET.Element, x: float, y: float, says: str, kind: str = "name") -> None:
    ET.SubElement(parent, "text", {"x": f"{x:g}", "y": f"{y:g}", "class": kind}).text = says
