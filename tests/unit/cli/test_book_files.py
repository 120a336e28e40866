"""What a book's files can be, and what writing to them leaves alone: nothing hangs, and nothing is lost."""

import errno
import json
import os
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from callrules import BadInput
from callrules.cli.book import journal, lock
from callrules.cli.book.additions import add
from callrules.cli.book.contacts_file import read_contacts
from callrules.cli.book.history_file import read_lines
from callrules.cli.book.journal import append
from callrules.cli.book.reading import Book
from callrules.cli.front import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and modes are words of POSIX")

CONTACTS = "id,timezone\nann,Europe/London\nbob,Europe/London\n"
FACT = {"contact": "ann", "id": "1", "type": "purchase", "at": "2026-01-05T12:00:00Z"}


@pytest.fixture
def book(tmp_path):
    (tmp_path / "contacts.csv").write_text(CONTACTS)
    return tmp_path


def ids(path):
    return [json.loads(each)["id"] for each in path.read_text().splitlines()]


def is_refused_at_once(capsys, *arguments):
    began = time.monotonic()
    assert run([str(each) for each in arguments]) == 2
    said = capsys.readouterr().err
    assert time.monotonic() - began < 1
    assert said.count("\n") == 1
    return said


# --- what is no file -------------------------------------------------------------------------------------------


def _leads_nowhere(path):
    path.symlink_to("gone")


def _leads_to_itself(path):
    path.symlink_to(path.name)


def _is_a_device(path):
    path.symlink_to("/dev/zero")


def _is_a_socket(path):
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(path.name)
    os.chdir(here)


NO_FILES = [_leads_nowhere, _leads_to_itself, os.mkdir, os.mkfifo, _is_a_device, _is_a_socket]


@pytest.mark.parametrize("make", NO_FILES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("name", ["history.jsonl", "contacts.csv", "contacts.json", "history.torn"])
def test_what_is_no_file_is_refused_at_once_and_never_taken_for_an_empty_one(book, capsys, make, name):
    if name.startswith("contacts"):
        (book / "contacts.csv").unlink()
    make(book / name)
    assert name in is_refused_at_once(capsys, "today", book)
    assert name in is_refused_at_once(capsys, "log", book, "ann", "busy")


@pytest.mark.parametrize("make", NO_FILES, ids=lambda make: make.__name__)
def test_a_case_that_is_no_file_is_refused_at_once(tmp_path, capsys, make):
    make(tmp_path / "case.json")
    assert "case.json" in is_refused_at_once(capsys, "next", tmp_path / "case.json")


@pytest.mark.parametrize("make", NO_FILES, ids=lambda make: make.__name__)
def test_a_playbook_that_is_no_file_is_refused_at_once(book, capsys, make):
    make(book / "own.toml")
    assert "own.toml" in is_refused_at_once(capsys, "today", book, "--playbook", book / "own.toml")


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=lambda make: make.__name__)
def test_nothing_is_written_into_what_is_no_file(book, make):
    make(book / "history.jsonl")
    with pytest.raises((BadInput, IsADirectoryError)):
        append(book, [FACT])


def test_nothing_is_written_through_a_link_that_leads_nowhere(book):
    (book / "history.jsonl").symlink_to(book / "elsewhere")
    with pytest.raises(BadInput, match="a link that leads nowhere"):
        append(book, [FACT])
    assert not (book / "elsewhere").exists()


def test_a_link_to_a_history_elsewhere_is_followed_and_stays_a_link(book, tmp_path_factory):
    there = tmp_path_factory.mktemp("there") / "history"
    there.write_text("")
    (book / "history.jsonl").symlink_to(there)
    append(book, [FACT])
    assert (book / "history.jsonl").is_symlink()
    assert ids(there) == ["1"]


# --- the lock --------------------------------------------------------------------------------------------------


@pytest.fixture
def held(book):
    """The book's lock is held by another process."""
    holding = "import sys, time; from pathlib import Path; from callrules.cli.book.lock import sole_writer\n"
    holding += "with sole_writer(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", holding, str(book)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    yield holder
    holder.kill()
    holder.communicate()


def test_a_held_lock_is_waited_for_and_that_is_said(book, held, capsys, monkeypatch):
    monkeypatch.setattr(lock, "SAID_AFTER", 0.05)
    threading.Timer(0.3, held.kill).start()
    append(book, [FACT])
    assert capsys.readouterr().err == f"callrules: {book / '.lock'}: held by another command, waiting for it\n"
    assert ids(book / "history.jsonl") == ["1"]


def test_it_is_not_waited_for_for_ever(book, held, monkeypatch):
    monkeypatch.setattr(lock, "GIVEN_UP_AFTER", 0.2)
    with pytest.raises(BadInput, match=r"\.lock: held by another command for 0 seconds, expected it to let go"):
        append(book, [FACT])
    assert not (book / "history.jsonl").exists()


def test_one_wonders_after_a_second_and_gives_up_after_ten():
    assert (lock.SAID_AFTER, lock.GIVEN_UP_AFTER) == (1, 10)


def test_a_lock_that_was_thrown_away_is_no_lock(book, monkeypatch):
    took, times = lock._took, []

    def thrown_away(file):
        if not times:
            (book / ".lock").unlink()
        times.append(file)
        return took(file)

    monkeypatch.setattr(lock, "_took", thrown_away)
    append(book, [FACT])
    assert len(times) == 2


# --- what is acknowledged is there -----------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["replaced", "unlinked"])
def test_a_history_that_is_replaced_or_unlinked_while_it_is_written_to_is_written_again(book, monkeypatch, how):
    append(book, [FACT])
    history, sync, times = book / "history.jsonl", os.fsync, []

    def synced(file):
        sync(file)
        if not times:
            copy = book / "copy"
            copy.write_text(history.read_text().splitlines()[0] + "\n")
            copy.replace(history) if how == "replaced" else (copy.unlink(), history.unlink())
        times.append(file)

    monkeypatch.setattr(journal.os, "fsync", synced)
    append(book, [{**FACT, "id": "2"}])
    assert ids(history)[-1] == "2"


def test_who_puts_another_file_there_each_time_is_told(book, monkeypatch):
    monkeypatch.setattr(journal, "is_still", lambda *_: False)
    monkeypatch.setattr(journal, "TRIES", 3)
    with pytest.raises(BadInput, match="replaced 3 times while it was written to"):
        append(book, [FACT])


# --- adding people ---------------------------------------------------------------------------------------------

ODD = ["a\rb", "a\nb", "a\r\nb", 'say "no"', "a,b", "'", "é\u2028ü", "a;b", "ann|bob"]


def facts_of(who):
    return [{"contact": who, "id": "o-1", "type": "purchase", "at": "2026-01-05T12:00:00Z"}]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", ["contacts.csv", "contacts.json"])
def test_returns_newlines_and_quotes_in_ids_and_names_survive_every_round_trip(tmp_path, odd, name):
    (tmp_path / name).write_text("id,name\nbob,Bob\n" if name.endswith("csv") else '[{"id": "bob"}]')
    for turn in (odd, f"{odd}2"):
        add(tmp_path, [{"id": turn, "name": f"{turn} Doe"}], facts_of(turn))
    assert add(tmp_path, [{"id": odd, "name": odd}], facts_of(odd)) == (0, 0)
    contact, history = Book(tmp_path).person(odd)
    assert (contact.name, len(history.purchases)) == (f"{odd} Doe", 1)
    assert [line.contact for line in read_lines(tmp_path)] == [odd, f"{odd}2"]
    assert len(Book(tmp_path)) == 3


def test_an_import_leaves_every_byte_that_it_does_not_own(tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_bytes(b'\xef\xbb\xbf"id","Name"\r\n\r\n ann ,"Ann ""A"" Lee"\r\nbob\r\n"c\r\ny","Cy"')
    before = path.read_bytes()
    add(tmp_path, [{"id": "dan"}], [])
    assert path.read_bytes() == before + b"\r\ndan,\r\n"


def test_a_new_column_grows_at_the_end_of_each_row_and_nowhere_else(tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_bytes(b'"id","Name"\r\n\r\n ann ,"Ann ""A"" Lee"\r\nbob\r\n"c\r\ny","Cy"\r\n')
    add(tmp_path, [{"id": "dan", "timezone": "Europe/Paris"}], [])
    assert path.read_bytes() == (
        b'"id","Name",timezone\r\n\r\n ann ,"Ann ""A"" Lee",\r\nbob,,\r\n"c\r\ny","Cy",\r\ndan,,Europe/Paris\r\n'
    )
    assert [row.id for row in read_contacts(tmp_path)] == ["ann", "bob", "c\r\ny", "dan"]


def test_an_import_into_json_leaves_what_is_there_as_it_is(tmp_path):
    path = tmp_path / "contacts.json"
    path.write_bytes(b'\xef\xbb\xbf[\n\t{"id":"ann",   "name":"\\u0041nn"}\n]\n\n')
    add(tmp_path, [{"id": "bob"}], [])
    assert path.read_bytes() == b'\xef\xbb\xbf[\n\t{"id":"ann",   "name":"\\u0041nn"},\n {"id": "bob"}\n]\n\n'
    assert len(Book(tmp_path)) == 2


def test_an_import_changes_no_mode_and_no_link(book, tmp_path_factory):
    there = tmp_path_factory.mktemp("there") / "people.csv"
    (book / "contacts.csv").rename(there)
    there.chmod(0o640)
    (book / "contacts.csv").symlink_to(there)
    add(book, [{"id": "cy"}], [])
    assert (book / "contacts.csv").is_symlink()
    assert stat.S_IMODE(there.stat().st_mode) == 0o640
    assert there.read_text() == CONTACTS + "cy,\n"


def test_a_new_file_has_the_mode_that_the_user_gives_to_new_files(tmp_path):
    (tmp_path / "plain").write_text("")
    add(tmp_path / "new", [{"id": "cy"}], [])
    mode = stat.S_IMODE((tmp_path / "new" / "contacts.csv").stat().st_mode)
    assert mode == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_an_import_writes_under_a_name_that_nobody_had_and_leaves_nothing_behind(book):
    (book / "contacts.csv.new").write_text("mine")
    add(book, [{"id": "cy"}], [])
    assert (book / "contacts.csv.new").read_text() == "mine"
    assert sorted(each.name for each in book.iterdir()) == [".lock", "contacts.csv", "contacts.csv.new"]


def test_an_import_onto_a_full_disk_leaves_the_file_as_it_was(book, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(journal.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        add(book, [{"id": "cy"}], [])
    assert (book / "contacts.csv").read_text() == CONTACTS
    assert sorted(each.name for each in book.iterdir()) == [".lock", "contacts.csv"]
