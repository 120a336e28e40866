"""`desk.toml`: who calls, in which hours, who is away, and one clear error for every wrong line."""

import datetime as dt
import re

import pytest

from callrules import BadInput
from callrules.cli.book.desk_file import desk_of
from callrules.desk.desks import Desk

WHOLE = """# Three of us.
live = 2026-11-02
timezone = "Europe/Berlin"
capacity = 6

[reps.rita]
capacity = 8
blocks = [
  { days = "mon-fri", from = "09:00", to = "11:30" },
  { days = "tue, thu", from = "14:00", to = "15:30", every = "other day", since = 2026-11-03 },
]

[reps.sam]
prospects = 0.4
away = [{ from = 2026-12-24, to = 2027-01-03, stand_in = "rita" }]

[reps."Tom B."]
timezone = "Europe/Lisbon"
customers = 0
"""


@pytest.fixture
def read(tmp_path):
    def written(text):
        (tmp_path / "desk.toml").write_text(text, encoding="utf-8")
        return desk_of(tmp_path)

    return written


def test_a_book_without_a_desk_has_one_rep_with_five_calls(tmp_path, read):
    assert desk_of(tmp_path) == Desk() == read("") == read("# nobody yet\n")
    assert Desk().capacity == 5


def test_a_desk_is_read_as_it_is_written(read):
    desk = read(WHOLE)
    assert (desk.live, [each.name for each in desk.reps]) == (dt.date(2026, 11, 2), ["rita", "sam", "Tom B."])
    rita, sam, tom = desk.reps
    assert [rita.capacity, sam.capacity, tom.capacity] == [8, 6, 6]
    assert [each.timezone for each in desk.reps] == ["Europe/Berlin", "Europe/Berlin", "Europe/Lisbon"]
    assert (sam.prospects, tom.customers) == (0.4, 0)
    assert [len(each.blocks) for each in desk.reps] == [2, 0, 0]
    assert [f"{at:%H:%M}" for block in rita.blocks_on(dt.date(2026, 11, 3)) for at in block] == [
        "08:00", "10:30", "13:00", "14:30",
    ]  # fmt: skip
    assert sam.away[0].stand_in == "rita"


def test_one_rep_of_any_name_may_have_another_capacity(read):
    assert read("capacity = 12").capacity == 12


WRONG = {
    "live = 'soon'": r"desk.toml:1: live: found 'soon', expected a day, such as 2026-11-20",
    "capacity = 0": r":1: capacity: found 0, expected a whole number from 1 to 1,000",
    "capacity = true": r":1: capacity: found True, expected a whole number",
    "\ntimezone = 'Berlin'": r":2: timezone: found 'Berlin', expected an IANA",
    "prospects = 2": r":1: prospects: found 2, expected a share from 0 to 0.8",
    "prospects = nan": r":1: prospects: found a number, expected a share from 0 to 0.8",
    "prospects = 0.5\ncustomers = 0.5": r":2: customers: found 0.5 and 0.5, expected shares .* at most 0.8",
    "rep = 1": r":1: rep: found an unknown name, expected one of live, .*; did you mean 'reps'",
    "reps = 3": r":1: reps: found 3, expected a table for each rep, such as \[reps.rita\]",
    "[reps]\nrita = 3": r":2: reps.rita: found 3, expected a table, such as \[reps.rita\]",
    "[reps.rita]\n\ncapacty = 3": r":3: reps.rita.capacty: found an unknown name, .*; did you mean 'capacity'",
    "[reps.ann]\ncapacity = 3\n[reps.rita]\ncapacity = 'x'": r":4: reps.rita.capacity: found 'x', expected a whole",
    "[reps.rita]\nblocks = 'mon'": r":2: reps.rita.blocks: found a text, expected a list, such as \[\{ days",
    "[reps.rita]\nblocks = ['mon']": r":2: reps.rita.blocks\[0\]: found 'mon', expected a table, such as \{ days",
    "[reps.rita]\nblocks = [{ days = 'mon', from = '09:00' }]": r":2: reps.rita.blocks\[0\].to: found nothing",
    "[reps.rita]\nblocks = [\n{ days = 'mon', from = '09:00', to = '08:00' }]": r":3: .*\[0\].to: found '?08:00",
    "[reps.rita]\nblocks = [{ days = 'mon', from = 9, to = '10:00' }]": r"\[0\].from: found 9, expected a time",
    "[reps.rita]\nblocks = [{ days = 'moon', from = '09:00', to = '10:00' }]": r"\[0\].days: found 'moon', expected",
    "[reps.rita]\nblocks = [{ days = 'mon', from = '09:00', to = '10:00', every = 'month' }]": r"\[0\].every: found",
    "[reps.rita]\nblocks = [{ days = 'mon', from = '9:00', to = '10:00', every = 'other day' }]": r"since: found no",
    "[reps.rita]\naway = [{ to = 2026-11-02 }]": r"reps.rita.away\[0\].from: found nothing, expected a value",
    "[reps.rita]\naway = [{ from = 2026-11-02, to = 2026-11-01 }]": r"away\[0\].to: found .*, expected 2026-11-02 or",
    "[reps.rita]\naway = [{ from = 2026-11-02, stand_in = 'sam' }]": r":2: reps.rita.away\[0\].stand_in: found 'sam'",
    "[reps.rita]\naway = 2026-11-02": r"reps.rita.away: found .*, expected a list, such as \[\{ from = 2026-12-24 \}\]",
    "[reps.'']": r"name: found an empty text, expected",
    "live = ": r"desk.toml: .*, expected a TOML file",
    "[reps.rita]\n[reps.rita]": r"desk.toml: .*expected a TOML file",
}


@pytest.mark.parametrize("text", WRONG)
def test_every_wrong_line_has_one_clear_error(read, text):
    with pytest.raises(BadInput, match=WRONG[text]) as refused:
        read(text)
    assert "\n" not in str(refused.value)


BLOCK = "blocks = [{{{{ days = {days}, from = {begins}, to = {ends}, every = {every}, since = {since} }}}}]"
USUAL = {"days": "'mon'", "begins": "'08:00'", "ends": "'10:00'", "every": "'other day'", "since": "2026-11-02"}
OF_A_REP = {
    "capacity": ("capacity = {}", {"3"}),
    "timezone": ("timezone = {}", set()),
    "prospects": ("prospects = {}", {"0", "0.5"}),
    "customers": ("customers = {}", {"0", "0.5"}),
    "blocks": ("blocks = {}", {"[]"}),
    "away": ("away = {}", {"[]"}),
    "blocks[0].days": (BLOCK.format(**USUAL | {"days": "{}"}), {"[1]", "'mon'"}),
    "blocks[0].from": (BLOCK.format(**USUAL | {"begins": "{}"}), {"'09:00'", "09:00:00"}),
    "blocks[0].to": (BLOCK.format(**USUAL | {"ends": "{}"}), {"'09:00'", "09:00:00"}),
    "blocks[0].every": (BLOCK.format(**USUAL | {"every": "{}"}), set()),
    "blocks[0].since": (BLOCK.format(**USUAL | {"since": "{}"}), {"2026-11-02"}),
    "away[0].from": ("away = [{{ from = {} }}]", {"2026-11-02"}),
    "away[0].to": ("away = [{{ from = 2026-11-01, to = {} }}]", {"2026-11-02"}),
    "away[0].stand_in": ("away = [{{ from = 2026-11-01, stand_in = {} }}]", set()),
}
"""Each field of `[reps.NAME]`: how it is written, and which of the values below it takes."""
VALUES = [
    "true", "3", "0", "-1", "0.5", "nan", "inf", "99999999999999999999", "'x'", "''", "' '", "'mon'", "'09:00'",
    "'2026-11-02'", "[]", "[1]", "['mon']", "{}", "{ a = 1 }", "[{}]", "2026-11-02", "09:00:00",
    "2026-11-02T10:00:00", "2026-11-02T10:00:00Z",
]  # fmt: skip


@pytest.mark.parametrize("field", OF_A_REP)
def test_every_field_of_a_rep_takes_its_own_values_and_refuses_all_others_in_one_line(read, field):
    written, taken = OF_A_REP[field]
    for value in VALUES:
        text = f"[reps.rita]\n{written.format(value)}\n"
        if value in taken:
            assert read(text).reps
            continue
        with pytest.raises(
            BadInput, match=rf"desk\.toml:2: reps\.rita\.{re.escape(field)}.*: found .+, expected .+"
        ) as no:
            read(text)
        assert "\n" not in str(no.value)


def test_a_desk_that_is_a_folder_is_refused_at_once(tmp_path):
    (tmp_path / "desk.toml").mkdir()
    with pytest.raises((BadInput, OSError), match=r"desk\.toml"):
        desk_of(tmp_path)
