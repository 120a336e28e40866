"""The map as a picture: towards the person sought, and the warmest way stands out."""

import xml.etree.ElementTree as ET

from callrules.influence import InfluenceMap, Person
from callrules.pictures.influence_picture import MOST, influence_picture
from helpers.accounts import a_map

SVG = "{http://www.w3.org/2000/svg}"
MAP = a_map("ana 0.9 bo", "bo 0.8 zoe", "cy 0.3 zoe", "zoe 0.1 ana", "dee 0.2 dan", warm=["ana"], decide=["zoe"])


def drawn(seen=MAP, sought="zoe"):
    return ET.fromstring(influence_picture(seen, sought, seen.warmest_path(sought)))  # noqa: S314 - our own


def boxes(picture):
    """Who stands where: the height of each box by name."""
    groups = [each for each in picture.iter(f"{SVG}g") if each.find(f"{SVG}rect") is not None]
    return {each.find(f"{SVG}text").text: float(each.find(f"{SVG}rect").attrib["y"]) for each in groups}


def kinds(picture, part):
    return [each.attrib["class"] for each in picture.iter(f"{SVG}g") if each.find(f"{SVG}{part}") is not None]


def test_everybody_is_drawn_and_who_is_nearer_stands_nearer():
    at = boxes(drawn())
    assert set(at) == {"ana", "bo", "cy", "zoe", "dee", "dan"}
    assert at["dee"] == at["dan"] < at["ana"] < at["bo"] == at["cy"] < at["zoe"]


def test_the_warmest_way_stands_out():
    picture = drawn()
    assert kinds(picture, "path").count("way") == 2
    assert sorted(each for each in kinds(picture, "rect") if "way" in each) == ["sought way", "warm way", "way"]


def test_of_many_people_the_way_and_its_neighbours_are_drawn():
    many = a_map("ana 0.9 bo", "bo 0.8 zoe", *(f"p{each:02} 0.{each:02} zoe" for each in range(1, 90)), warm=["ana"])
    picture = drawn(many)
    assert len(boxes(picture)) == MOST
    assert {"ana", "bo", "zoe"} <= set(boxes(picture))
    assert f"{MOST} of 92 people are shown" in "".join(picture.itertext())


def test_nobody_who_types_oddly_breaks_it():
    odd = InfluenceMap(people=[Person(id="zoe", name='<b>&"\x1b\u202e' + "x" * 500), Person(id="y", name="\x00")])
    picture = drawn(odd)
    assert len(boxes(picture)) == 2
    assert drawn(InfluenceMap(people=[]), "nobody") is not None


def test_all_boxes_are_inside_the_picture_and_none_covers_another():
    many = a_map(*(f"p{each:02} 0.5 zoe" for each in range(1, 15)))
    picture = drawn(many)
    *_, width, height = map(float, picture.attrib["viewBox"].split())
    rects = [each.attrib for each in picture.iter(f"{SVG}rect")]
    at = [(float(each["x"]), float(each["y"])) for each in rects]
    assert all(0 <= x <= width - 150 and 0 <= y <= height - 44 for x, y in at)
    assert all(abs(x - u) >= 150 or abs(y - v) >= 44 for x, y in at for u, v in at if (x, y) != (u, v))
    assert len(set(at)) == len(at) == 15
