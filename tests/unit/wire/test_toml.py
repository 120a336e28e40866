"""A playbook for people who do not write Python."""

import datetime as dt

import pytest

from callrules import BadInput, Playbook
from callrules.deciding.admission import name_of
from callrules.rules import Caps, Hours, Pace


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "playbook.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_a_file_that_changes_nothing_is_the_house(written):
    assert Playbook.from_toml(written('extends = "house"')) == Playbook()
    assert Playbook.from_toml(written('extends = "house"')).fingerprint == Playbook().fingerprint


def test_one_table_per_rule_changes_its_numbers(written):
    playbook = Playbook.from_toml(
        written("""
        extends = "house"
        [pace]
        least_hours = 24
        days_between = [3, 3, 5]
        [hours]
        opens = 08:30:00
        closes = "19:00"
        closed_days = [2026-12-25, "2026-12-26"]
        [snoozes]
    """)
    )
    assert playbook["pace"] == Pace(least_hours=24, days_between=(3, 3, 5))
    christmas = (dt.date(2026, 12, 25), dt.date(2026, 12, 26))
    assert playbook["hours"] == Hours(opens=dt.time(8, 30), closes=dt.time(19), closed_days=christmas)
    assert playbook["caps"] == Caps()
    assert hash(playbook)


def test_off_leaves_a_rule_out_and_its_opposite_does_not(written):
    playbook = Playbook.from_toml(written("[caps]\noff = true\n[pace]\noff = false\n"))
    assert playbook == Playbook().without("caps")


def test_a_strict_file_is_a_strict_playbook(written):
    assert Playbook.from_toml(written(""), strict=True).strict
    assert not Playbook.from_toml(str(written(""))).strict


def test_a_file_asks_for_the_rules_of_installed_packages_and_changes_their_numbers(written):
    heard = Playbook.from_toml(written("installed = true\n[quiet_fridays]\nfrom_hour = 15\n[pace]\nleast_hours = 24\n"))
    assert heard["quiet_fridays"].from_hour == 15
    assert heard["pace"].least_hours == 24
    assert [name_of(rule) for rule in heard.rules] == [name_of(rule) for rule in Playbook.with_installed_rules().rules]


def test_an_installed_rule_is_left_out_by_a_file_like_any_other(written):
    heard = Playbook.from_toml(written("installed = true\n[quiet_fridays]\noff = true\n"))
    assert "quiet_fridays" not in {name_of(rule) for rule in heard.rules}


def test_a_file_that_does_not_ask_for_installed_rules_gets_none_and_is_told_how(written):
    assert Playbook.from_toml(written("installed = false\n")) == Playbook()
    with pytest.raises(BadInput, match=r"quiet_fridays: found no such rule, expected installed = true before"):
        Playbook.from_toml(written("[quiet_fridays]\nfrom_hour = 15\n"))


@pytest.mark.parametrize("day", ["2026-11-01", '"2026-11-01"'])
def test_the_day_of_going_live_stands_before_the_tables(written, day):
    assert Playbook.from_toml(written(f"owes_from = {day}\n")) == Playbook(owes_from=dt.date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('owes_from = "soon"', "owes_from: found 'soon', expected a date from 1900 to 2200, such as"),
        ("owes_from = 2026-11-01T10:00:00Z", "owes_from: found .*, expected a date from 1900 to 2200, such as"),
        ("owes_from = 0001-01-01", "owes_from: found '0001-01-01', expected a date from 1900 to 2200"),
        ('installed = "yes"', "installed: found 'yes', expected true or false"),
    ],
)
def test_what_stands_before_the_tables_is_refused_by_its_name(written, text, told):
    with pytest.raises(BadInput, match=told):
        Playbook.from_toml(written(text))


def test_the_order_of_the_tables_decides_nothing(written):
    one = Playbook.from_toml(written("[caps]\nin_7_days = 2\n[pace]\nleast_hours = 24"))
    assert Playbook.from_toml(written("[pace]\nleast_hours = 24\n[caps]\nin_7_days = 2")) == one


MISTAKES = [
    ('extends = "home"', "extends: found 'home', expected 'house'"),
    ("extends = 1", "extends: found 1, expected 'house'"),
    ("[paces]\nleast_hours = 3", "paces: found no such rule"),
    ("[paces]\nleast_hours = 3", "did you mean 'pace'?"),
    ("strict = true", "strict: found no such rule"),
    ("pace = 3", "pace: found 3, expected a table, such as [pace]"),
    ("[[pace]]\nleast_hours = 3", "pace: found"),
    ("[pace]\nleast_hour = 3", "pace.least_hour: found no such parameter"),
    ("[pace]\nleast_hour = 3", "did you mean 'least_hours'?"),
    ('[pace]\nname = "tempo"', "pace.name: found no such parameter"),
    ('[pace]\nleast_hours = "20"', "pace.least_hours: found '20', expected a whole number"),
    ("[pace]\nleast_hours = 20.5", "pace.least_hours: found 20.5, expected a whole number"),
    ("[pace]\nleast_hours = true", "pace.least_hours: found True, expected a whole number"),
    ("[pace]\ndays_between = 2", "pace.days_between: found 2, expected a list, each a whole number"),
    ('[pace]\ndays_between = ["2"]', "pace.days_between: found a list, expected a list, each a whole number"),
    ('[pace]\ndays_between = "22"', "pace.days_between: found '22', expected a list, each a whole number"),
    ("[hours]\nopens = 9", "hours.opens: found 9, expected a time of day, such as 09:00"),
    ('[hours]\nopens = "nine"', "hours.opens: found 'nine', expected a time of day, such as 09:00"),
    ("[hours.opens]\nhour = 9", "hours.opens: found an object, expected a time of day, such as 09:00"),
    ("[hours]\nclosed_days = 2026-12-25", "hours.closed_days: found"),
    (
        "[hours]\nclosed_days = [2026-12-25T10:00:00]",
        "expected a list, each a date from 1900 to 2200, such as 2026-12-25",
    ),
    ('[hours]\nclosed_days = ["Christmas"]', "expected a list, each a date from 1900 to 2200, such as 2026-12-25"),
    ("[hours]\ncloses = 09:00:00", "hours: Hours.closes: found '09:00', expected a time other than the opening time"),
    ("[caps]\noff = 1", "caps.off: found 1, expected true or false"),
    ('[caps]\noff = "true"', "caps.off: found 'true', expected true or false"),
    ("[caps]\nin_7_days = -1", "in_7_days: found -1, expected"),
    ("[pace]\nleast_hours = -20", "least_hours: found -20, expected"),
    ("[pace]\ndays_between = [2, -2]", "days_between"),
    ("[caps\noff = true", "expected a TOML file"),
    ("[caps]\n[caps]", "expected a TOML file"),
    (b"\xff\xfe", "expected a TOML file"),
    ("[opt_out]\noff = true", "opt_out.off: found true, expected the floor of every playbook to stay"),
    ("[live_numbers]\noff = true", "floor"),
]


@pytest.mark.parametrize(("text", "says"), MISTAKES, ids=[says for _, says in MISTAKES])
def test_a_mistake_is_one_line_with_the_file_the_table_the_key_what_was_found_and_expected(written, text, says):
    path = written(text)
    with pytest.raises(BadInput) as refused:
        Playbook.from_toml(path)
    line = str(refused.value)
    assert line.startswith(f"{path}: ")
    assert says in line
    assert "\n" not in line


def test_a_file_that_is_not_there_is_bad_input(tmp_path):
    with pytest.raises(BadInput, match=r"missing\.toml"):
        Playbook.from_toml(tmp_path / "missing.toml")
    with pytest.raises(BadInput, match="expected a TOML file"):
        Playbook.from_toml(tmp_path)
