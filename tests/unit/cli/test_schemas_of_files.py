"""The schemas of `desk.toml` and of maps say what their readers take, and the readers say in words what is wrong."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from callrules import BadInput
from callrules.cli.book.desk_file import read_desk
from callrules.cli.book.desk_schema import desk_schema
from callrules.cli.front import run
from callrules.cli.imports.fields import LASTING
from callrules.cli.imports.map_schema import ENUMS, map_schema
from callrules.cli.imports.ready_maps import READY, own_map, ready_text
from helpers.schemas import as_json, fits

PAGES = sorted((Path(__file__).parents[3] / "docs").rglob("*.md"))
FILES = re.compile(r"^```toml +([\w./-]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(text, id=f"{page.stem}-{name.replace('/', '-')}")
    for page in PAGES
    for name, text in FILES.findall(page.read_text("utf-8"))
]
CLEAR = re.compile(r"^(?P<who>\S+\.toml(:\d+)?: \S+): found .+, expected .+$")
DESK = """
live = 2026-11-02
[reps.rita]
timezone = "Europe/Berlin"
capacity = 8
prospects = 0.4
blocks = [{ days = "mon-fri", from = "09:00", to = 11:30:00, every = "other day", since = 2026-11-03 }]
away = [{ from = 2026-12-24, to = 2027-01-03, stand_in = "sam" }]
[reps.sam]
"""
MAP = """
name = "ours"
[file]
separator = "semicolon"
[dates]
formats = ["%d.%m.%Y %H:%M", "iso"]
zone = "Europe/Berlin"
[contacts]
id = "nr"
phones = [["tel", "mobil"], "zentrale"]
[calls]
contact = "nr"
at = ["wann", "am"]
duration_in = "clock"
[calls.values.disposition]
besetzt = "busy"
"Termin" = { disposition = "conversation", outcome = "advance" }
[calls.where]
typ = ["Anruf"]
[calls.fixed]
direction = "outbound"
"""


def is_a_desk(text):
    return fits(as_json(tomllib.loads(text)), desk_schema())


def is_a_map(text):
    return fits(as_json(tomllib.loads(text)), map_schema())


def read(tmp_path, reader, text):
    (tmp_path / "file.toml").write_text(text, encoding="utf-8")
    return reader(tmp_path / "file.toml")


# --- what is right


@pytest.mark.parametrize("name", READY)
def test_a_ready_map_is_a_map(name):
    assert is_a_map(ready_text(name))


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_file_that_the_docs_show_fits_where_it_can_be_read(text, tmp_path):
    found = tomllib.loads(text)
    for shown, is_one, reader in (("reps", is_a_desk, read_desk), ("calls", is_a_map, own_map)):
        if shown in found:
            assert is_one(text) == _can_be_read(tmp_path, reader, text)


def _can_be_read(tmp_path, reader, text):
    try:
        return bool(read(tmp_path, reader, text))
    except BadInput:
        return False


def test_the_docs_show_a_desk_and_a_map_that_fit():
    assert any(is_a_desk(each.values[0]) and "reps" in each.values[0] for each in EXAMPLES)
    assert any(is_a_map(each.values[0]) for each in EXAMPLES)


def test_a_desk_and_a_map_with_everything_in_them_fit(tmp_path):
    assert is_a_desk(DESK)
    assert is_a_map(MAP)
    assert read(tmp_path, read_desk, DESK)
    assert read(tmp_path, own_map, MAP)


def test_a_map_over_a_ready_one_need_not_say_all(tmp_path):
    text = 'extends = "hubspot"\n[calls]\nrep = "Caller"\n'
    assert is_a_map(text)
    assert read(tmp_path, own_map, text).name == "hubspot"


def test_every_word_of_ours_that_a_map_may_say_is_in_the_schema():
    assert {*ENUMS, "timezone"} == set(LASTING)


# --- what is wrong

WRONG_DESKS = {
    "live = 2026-11-02": ['live = "2026-11-02 "', "live = 5", "opens = 2026-11-02"],
    "[reps.rita]\n": ["[rep.rita]\n"],
    "capacity = 8": ["capacity = 0", 'capacity = "8"', "capacity = true", "capacities = 8"],
    "prospects = 0.4": ["prospects = 0.9", "prospects = -1"],
    'days = "mon-fri", ': ["", 'days = "", ', "days = [0], ", "days = [], "],
    'from = "09:00"': ['from = "9 o\'clock"', "from = 9", 'opens = "09:00"'],
    'every = "other day"': ['every = "month"', "every = 2"],
    "since = 2026-11-03": ['since = "soon"'],
    'stand_in = "sam"': ["stand_in = 1", 'stand_in = " "'],
    "[reps.sam]": ["[reps.sam]\nname = 'Sam'"],
}
WRONG_MAPS = {
    'name = "ours"': ["", 'name = ""', 'name = "ours"\nextend = "close"', 'name = "ours"\nextends = "clos"'],
    'separator = "semicolon"': ['separator = ";"', 'seperator = "semicolon"', 'encoding = "ebcdic"', 'columns = "nr"'],
    'formats = ["%d.%m.%Y %H:%M", "iso"]': ["formats = []", 'formats = "german"', "formats = 5", 'format = "iso"'],
    'zone = "Europe/Berlin"': ["zone = 1", 'zone = ""'],
    'id = "nr"': ["", "id = 5", "id = []", 'id = ["nr", 5]', 'key = "nr"'],
    'phones = [["tel", "mobil"], "zentrale"]': ["phones = [[]]", "phones = [5]"],
    'contact = "nr"\n': ["", 'who = "nr"\n'],
    'duration_in = "clock"': [
        'duration_in = "hours"',
        "duration_in = 60",
        'salesforce_ids = "yes"',
        "nobody = 0",
        "nobody = [0]",
    ],
    'besetzt = "busy"': ['besetzt = "engaged"', "besetzt = 5", 'besetzt = { ended = "busy" }', 'besetzt = "BUSY"'],
    'typ = ["Anruf"]': ["typ = []", "typ = 5"],
    'direction = "outbound"': ['direction = "out"', "direction = 1", 'way = "outbound"'],
}


def _each(right, wrong):
    for part, others in wrong.items():
        assert right.count(part) == 1
        for other in others:
            yield pytest.param(right.replace(part, other), id=f"{part.split(' = ')[0]}-{other[:20]}")


@pytest.mark.parametrize("text", [*_each(DESK, WRONG_DESKS)])
def test_a_wrong_desk_does_not_fit_and_is_told_in_one_clear_line(text, tmp_path):
    assert not is_a_desk(text)
    with pytest.raises(BadInput) as refused:
        read(tmp_path, read_desk, text)
    assert CLEAR.match(str(refused.value)), str(refused.value)


@pytest.mark.parametrize("text", [*_each(MAP, WRONG_MAPS)])
def test_a_wrong_map_does_not_fit_and_is_told_in_one_clear_line(text, tmp_path):
    assert not is_a_map(text)
    with pytest.raises(BadInput) as refused:
        read(tmp_path, own_map, text)
    assert CLEAR.match(str(refused.value)), str(refused.value)


# --- where one gets them


@pytest.mark.parametrize(("command", "schema"), [(["today"], desk_schema), (["import", "maps"], map_schema)])
def test_the_command_that_reads_a_file_prints_its_schema(command, schema, capsys):
    assert run([*command, "--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()
