"""Two imports at the same moment, as when two people press the button, or a nightly one meets a slow one."""

import json
import subprocess
import sys

import pytest

from callrules.cli.book.additions import add_people
from callrules.cli.book.lock import sole_writer
from callrules.cli.front import run

ROWS = 300
CALLS = "id,contact,at,disposition\n" + "".join(
    f"{place},c{place % 7},2026-11-{1 + place % 20:02}T10:00:00Z,no_answer\n" for place in range(ROWS)
)
CONTACTS = "id,phones,timezone,stop\n" + "".join(
    f"c{place},+3315550{place:04},Europe/Paris,yes\n" for place in range(ROWS)
)
FACTS = "".join(
    json.dumps({"contact": "c1", "type": "purchase", "at": "2026-10-28T10:00:00Z", "amount": f"{place}"}) + "\n"
    for place in range(ROWS)
)
MAP = """
name = "ours"
[calls]
id = "id"
contact = "contact"
at = "at"
disposition = "disposition"
[contacts]
id = "id"
phones = "phones"
timezone = "timezone"
do_not_call = "stop"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "calls.csv").write_text(CALLS)
    (tmp_path / "contacts.csv").write_text(CONTACTS)
    (tmp_path / "map.toml").write_text(MAP)
    add_people(tmp_path / "book", [{"id": "c1", "timezone": "Europe/Paris"}])
    return tmp_path


def both(folder, *command):
    """Two of them, each begun before either may write, and what each answered."""
    whole = [sys.executable, "-m", "callrules", *command, "--json"]
    started = []
    try:
        with sole_writer(folder / "book"):
            started = [
                subprocess.Popen(whole, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                for _ in range(2)
            ]
            begun = [each.stderr.readline() for each in started]
    finally:
        told = [each.communicate(timeout=60) for each in started]
    assert all("waiting for it" in each for each in begun), (begun, told)
    return [json.loads(out) for out, _ in told]


def lines(folder):
    return (folder / "book" / "history.jsonl").read_text().splitlines()


def test_two_imports_of_the_same_calls_write_each_call_once(folder):
    answers = both(folder, "import", "calls", "calls.csv", "--into", "book", "--map", "map.toml")
    assert len(lines(folder)) == len(set(lines(folder))) == ROWS
    assert sorted((each["new"], each["there"]) for each in answers) == [(0, ROWS), (ROWS, 0)]


def test_two_imports_of_the_same_people_write_each_person_and_each_no_once(folder):
    answers = both(folder, "import", "contacts", "contacts.csv", "--into", "book", "--map", "map.toml")
    people = (folder / "book" / "contacts.csv").read_text().splitlines()
    assert len(people) == len(set(people)) == 1 + ROWS
    assert len({json.loads(each)["contact"] for each in lines(folder)}) == len(lines(folder)) == ROWS
    assert sorted((each["new"], each["there"]) for each in answers) == [(0, ROWS), (ROWS - 1, 1)]


def test_two_logs_of_the_same_file_write_each_fact_once(folder):
    (folder / "facts.jsonl").write_text(FACTS)
    answers = both(folder, "log", "book", "--from", "facts.jsonl")
    assert len(lines(folder)) == ROWS
    assert sorted(each["new"] for each in answers) == [0, ROWS]


def test_a_call_may_be_logged_while_an_import_goes_on(folder):
    with sole_writer(folder / "book", ".import.lock"):
        assert run(["log", str(folder / "book"), "c1", "no_answer"]) == 0


def test_a_dry_run_waits_for_nobody(folder):
    command = ["import", "calls", str(folder / "calls.csv"), "--into", str(folder / "book")]
    with sole_writer(folder / "book", ".import.lock"):
        assert run([*command, "--map", str(folder / "map.toml"), "--dry-run"]) == 0
    assert not (folder / "book" / "history.jsonl").exists()
