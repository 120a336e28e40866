"""Nothing that was acknowledged is lost: two logs at once, and a kill in the middle of one."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from callrules.cli.book.journal import append
from callrules.cli.front import run

CONTACTS = "id,timezone\nann,Europe/London\nbob,Europe/London\n"
WHOLE = '{"contact": "ann", "type": "purchase", "at": "2026-01-05T12:00:00Z"}'
APPENDER = """
import sys
from pathlib import Path
from callrules.cli.book.journal import append
for place in range(10_000):
    fact = {"contact": "ann", "id": f"{sys.argv[2]}-{place}", "type": "meeting", "place": "x" * 3_000}
    append(Path(sys.argv[1]), [fact])
    print(fact["id"], flush=True)
"""


@pytest.fixture
def book(tmp_path):
    (tmp_path / "contacts.csv").write_text(CONTACTS)
    return tmp_path


def log(book, who, *more):
    command = [sys.executable, "-m", "callrules.cli", "log", str(book), who, "no_answer", *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def ids(book):
    return [json.loads(each).get("id") for each in (book / "history.jsonl").read_text().splitlines()]


def test_two_logs_at_once_lose_nothing(book):
    with ThreadPoolExecutor(4) as reps:
        answers = list(reps.map(lambda place: log(book, "ann" if place % 2 else "bob"), range(8)))
    acknowledged = [answer.stdout.splitlines()[0] for answer in answers]
    assert sorted(ids(book)) == sorted(acknowledged)
    assert len(set(acknowledged)) == 8


def test_two_writers_in_a_hurry_never_mix_their_lines(book):
    with ThreadPoolExecutor(4) as reps:
        facts = [{"contact": "ann", "id": str(place), "text": "x" * 20_000} for place in range(200)]
        list(reps.map(lambda fact: append(book, [fact]), facts))
    assert sorted(ids(book)) == sorted(fact["id"] for fact in facts)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a word of POSIX")
def test_a_kill_in_the_middle_loses_nothing_that_was_acknowledged(book):
    acknowledged = []
    for turn in range(4):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", APPENDER, str(book), f"{turn}{rep}"], stdout=subprocess.PIPE, text=True
            )
            for rep in "ab"
        ]
        heard = [writer.stdout.readline().strip() for writer in writers for _ in range(2)]
        time.sleep(0.05 + 0.03 * turn)
        for writer in writers:
            os.kill(writer.pid, signal.SIGKILL)
            acknowledged += [*heard, *writer.communicate()[0].splitlines()]
    assert run(["log", str(book), "bob", "busy"]) == 0
    written = set(ids(book))
    assert len(acknowledged) >= 16
    assert set(acknowledged) <= written


@pytest.mark.parametrize("cut", range(1, len(WHOLE)))
def test_a_line_cut_off_anywhere_is_moved_aside_before_the_next_is_written(book, cut):
    (book / "history.jsonl").write_text(f"{WHOLE}\n{WHOLE[:cut]}")
    append(book, [{"contact": "bob", "id": "1", "type": "purchase"}])
    assert ids(book) == [None, "1"]
    assert (book / "history.torn").read_text() == f"{WHOLE[:cut]}\n"


def test_a_line_cut_off_inside_a_letter_is_moved_aside_too(book):
    torn = '{"contact": "ann", "remark": "é'.encode()[:-1]
    (book / "history.jsonl").write_bytes(torn)
    append(book, [{"contact": "bob", "id": "1", "type": "purchase"}])
    assert ids(book) == ["1"]
    assert (book / "history.torn").read_bytes() == torn + b"\n"


def test_a_long_torn_line_is_moved_aside_whole(book):
    torn = '{"text": "' + "x" * 200_000
    (book / "history.jsonl").write_text(f"{WHOLE}\n{torn}")
    append(book, [{"contact": "bob", "id": "1", "type": "purchase"}])
    assert ids(book) == [None, "1"]
    assert (book / "history.torn").read_text() == f"{torn}\n"


def test_a_line_that_lacks_only_its_end_is_completed(book):
    (book / "history.jsonl").write_text(WHOLE)
    append(book, [{"contact": "bob", "id": "1", "type": "purchase"}])
    assert ids(book) == [None, "1"]
    assert not (book / "history.torn").exists()


def test_a_bad_line_in_the_middle_is_left_where_it_is(book):
    (book / "history.jsonl").write_text(f"not json\n{WHOLE}\n")
    append(book, [{"contact": "bob", "id": "1", "type": "purchase"}])
    assert (book / "history.jsonl").read_text().startswith(f"not json\n{WHOLE}\n")


def test_the_command_itself_answers_bad_input_with_one_line_and_code_2(book):
    answer = log(book, "zed")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
    assert "found nobody called 'zed'" in answer.stderr


def test_nobody_minds_when_the_reader_leaves_early(book):
    (book / "contacts.csv").write_text("id,timezone\n" + "".join(f"p{place},Europe/London\n" for place in range(3_000)))
    command = f"{sys.executable} -m callrules.cli today {book} --at 2026-11-18T15:00:00Z --most 3000 | head -1"
    answer = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602 - a pipe
    assert "calls" in answer.stdout
    assert answer.stderr == ""
