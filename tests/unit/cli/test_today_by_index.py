"""The index of who is due: it saves questions, never changes an answer, and is thrown away whenever in doubt."""

import datetime as dt
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from callrules import Playbook
from callrules.cli.book.due.day import Asked, day_of
from callrules.cli.book.due.store import NAME
from callrules.cli.commands.today import written
from callrules.desk.absences import Absence
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep
from callrules.rules.pace import Pace

MORNING = dt.datetime(2026, 11, 18, 15, tzinfo=dt.UTC)
NOON = MORNING + dt.timedelta(hours=2)
ASKED = Asked(playbook=Playbook(), desk=Desk(), now=MORNING, rep=None, most=5, errands=20)
PEOPLE = ("ann", "bob", "cleo", "dan")
SHARED = {"ann": "+442079460001", "bob": "+442079460002", "cleo": "+442079460003", "dan": "+442079460003"}


def told(contact, **fact):
    return json.dumps({"contact": contact, **fact}) + "\n"


def bought(contact, day):
    return told(contact, type="purchase", at=f"{day}T12:00:00Z")


@pytest.fixture
def book(tmp_path):
    """Four people in London, of whom two share a telephone; only Ann does not want to be left in peace."""
    rows = [f"{who},Europe/London,{SHARED[who]}\n" for who in PEOPLE]
    (tmp_path / "contacts.csv").write_text("id,timezone,phones\n" + "".join(rows))
    quiet = [told(who, type="snooze", at="2026-11-10T12:00:00Z", until="2027-01-12") for who in PEOPLE[1:]]
    (tmp_path / "history.jsonl").write_text(bought("ann", "2024-01-10") + "".join(quiet))
    return tmp_path


@pytest.fixture
def looked_at(book):
    """Ask about a day, compare it with the day of the whole book, and give who was looked at."""

    def ask(now=NOON, **changes):
        asked, seen = attrs.evolve(ASKED, now=now, **changes), []

        def watch(people, _):
            for contact, history in people:
                seen.append(contact.id)
                yield contact, history

        found = day_of(asked, book, watch, few=0)
        whole = of_the_whole(asked, book)
        assert written(found.day, asked.desk, None) == written(whole.day, asked.desk, None)
        assert found.talk_rate() == whole.talk_rate()
        return seen

    return ask


def of_the_whole(asked, book):
    """The day as if there had never been an index."""
    index = book / NAME
    kept = index.read_bytes() if index.is_file() else None
    index.unlink(missing_ok=True)
    found = day_of(asked, book, lambda people, _: people, few=10**9)
    assert not index.exists()
    if kept is not None:
        index.write_bytes(kept)
    return found


def append(book, line):
    with (book / "history.jsonl").open("a") as file:
        file.write(line)


def test_the_second_list_of_a_day_asks_about_who_is_due(looked_at):
    assert looked_at(MORNING) == list(PEOPLE)
    assert looked_at() == ["ann"]


def test_whoever_has_new_facts_is_asked_about(looked_at, book):
    looked_at(MORNING)
    append(book, told("bob", type="call_attempt", at="2026-11-18T16:00:00Z", disposition="callback_requested"))
    assert looked_at() == ["ann", "bob"]
    assert looked_at(NOON + dt.timedelta(minutes=5)) == ["ann", "bob"]


def test_a_no_on_a_shared_telephone_is_asked_about_with_whoever_shares_it(looked_at, book):
    looked_at(MORNING)
    append(book, told("cleo", type="opt_out", at="2026-11-18T16:00:00Z", number=SHARED["cleo"]))
    assert looked_at() == ["ann", "cleo", "dan"]
    assert looked_at(NOON + dt.timedelta(days=3)) == ["ann"]


def test_whoever_falls_due_later_is_asked_about_then(looked_at):
    looked_at(MORNING)
    assert set(looked_at(MORNING + dt.timedelta(days=400))) == set(PEOPLE)


def test_a_day_before_the_last_one_is_asked_about_whole(looked_at):
    looked_at(NOON)
    assert looked_at(MORNING) == list(PEOPLE)


def test_a_rep_sees_their_own_and_another_is_asked_about_later(looked_at, book):
    rows = (book / "contacts.csv").read_text().splitlines()
    owners = ["owner", "kim", "lee", "", "lee"]
    (book / "contacts.csv").write_text("".join(f"{row},{owner}\n" for row, owner in zip(rows, owners, strict=True)))
    assert looked_at(MORNING, rep="kim") == ["ann", "cleo"]
    assert looked_at(rep="kim") == ["ann"]
    assert looked_at(rep="lee") == ["bob", "dan"]
    assert looked_at() == ["ann"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda book: (book / "contacts.csv").write_text((book / "contacts.csv").read_text() + "eve,Europe/London,\n"),
        lambda book: os.utime(book / "contacts.csv", (1, 1)),
        lambda book: (book / "history.jsonl").write_text(bought("bob", "2024-01-10")),
        lambda book: append(book, bought("bob", "2026-11-11").rstrip()),
        lambda book: append(book, "no fact\n"),
        lambda book: append(book, bought("nobody", "2026-11-11")),
        lambda book: (book / "influence.json").write_text("[]"),
        lambda book: (book / NAME).write_bytes(b"no index at all"),
        lambda book: (book / NAME).write_bytes((book / NAME).read_bytes()[:5_000]),
        lambda book: (book / NAME).write_bytes(b""),
    ],
)
def test_anything_else_is_read_whole(looked_at, book, edit):
    looked_at(MORNING)
    edit(book)
    try:
        seen = looked_at()
    except ValueError as refused:
        assert "no fact" not in str(refused)  # noqa: PT017 - the book itself is refused, as without an index
        return
    assert set(PEOPLE) - {"dan", "bob"} <= set(seen)
    assert len(seen) > 1


def test_another_playbook_is_asked_about_everybody(looked_at):
    looked_at(MORNING)
    changed = ASKED.playbook.with_rules(Pace(least_hours=48))
    assert looked_at(playbook=changed) == list(PEOPLE)
    assert looked_at(playbook=changed) == ["ann"]


def test_an_index_that_was_cut_is_made_anew(looked_at, book):
    looked_at(MORNING)
    whole = (book / NAME).read_bytes()
    for end in (0, 100, len(whole) // 2, len(whole) - 4_096, len(whole) - 1):
        (book / NAME).write_bytes(whole[:end])
        assert looked_at() == list(PEOPLE)


def test_a_small_book_keeps_no_index(book):
    day_of(ASKED, book, lambda people, _: people)
    assert not (book / NAME).exists()


def test_a_desk_of_reps_asks_about_who_is_due_as_well(looked_at):
    desk = Desk(reps=[Rep(name="kim", timezone="Europe/London")])
    assert looked_at(MORNING, desk=desk) == list(PEOPLE)
    assert looked_at(desk=desk) == looked_at(desk=desk, rep="kim") == ["ann"]


AWAY = {"first": dt.date(2026, 11, 16), "last": dt.date(2026, 11, 20)}


@pytest.mark.parametrize("stand_in", ["lee", None])
@pytest.mark.parametrize("rep", ["kim", "lee", "mia", None])
def test_what_an_absent_rep_has_promised_for_later_is_on_the_list_of_who_stands_in(looked_at, book, rep, stand_in):
    rows = [f"{who},Europe/London,{SHARED[who]},kim\n" for who in PEOPLE]
    (book / "contacts.csv").write_text("id,timezone,phones,owner\n" + "".join(rows))
    later = [told(who, type="commitment", at="2026-11-10T12:00:00Z", by="us", due="2026-12-10") for who in PEOPLE]
    (book / "history.jsonl").write_text("".join(later))
    kim = Rep(name="kim", timezone="Europe/London", away=[Absence(**AWAY, stand_in=stand_in)])
    desk = Desk(reps=[kim, *(Rep(name=name, timezone="Europe/London") for name in ("lee", "mia"))])
    assert looked_at(MORNING, desk=desk, rep=rep) == list(PEOPLE)
    assert looked_at(desk=desk, rep=rep) == []
    assert looked_at(NOON + dt.timedelta(days=3), desk=desk, rep=rep) == []


def test_another_desk_looks_at_everybody_anew(looked_at):
    kim, lee = (Rep(name=name, timezone="Europe/London") for name in ("kim", "lee"))
    looked_at(MORNING, desk=Desk(reps=[kim]))
    assert looked_at(desk=Desk(reps=[kim, lee])) == list(PEOPLE)
    assert looked_at(desk=Desk(reps=[kim, lee], live=dt.date(2026, 11, 2))) == ["ann"]


def test_somebody_elses_index_is_let_alone(looked_at, book):
    looked_at(MORNING)
    other = sqlite3.connect(book / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    day = day_of(attrs.evolve(ASKED, now=NOON), book, lambda people, _: people, few=0).day
    other.execute("ROLLBACK")
    other.close()
    assert len(day) == len(PEOPLE)
    assert looked_at() == ["ann"]


KILLED = """
import os, signal, sys
from pathlib import Path
from callrules.cli.book.due.store import NewIndex
from callrules.cli.book.due.kept import KeptDay
from test_today_by_index import ASKED, NOON, attrs, day_of
def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)
where = {"making": NewIndex, "keeping": NewIndex, "answering": KeptDay}[sys.argv[2]]
if sys.argv[2] == "making":
    watch = lambda people, _: killed()
else:
    watch = lambda people, _: people
    setattr(where, {"keeping": "keep", "answering": "commit"}[sys.argv[2]], killed)
day_of(attrs.evolve(ASKED, now=NOON), Path(sys.argv[1]), watch, few=0)
"""


@pytest.mark.parametrize("when", ["making", "keeping", "answering"])
def test_whoever_is_killed_leaves_an_index_that_holds_or_none(looked_at, book, when):
    if when == "answering":
        looked_at(MORNING)
    here = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(book), when], env={**os.environ, "PYTHONPATH": here}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert looked_at() == (["ann"] if when == "answering" else list(PEOPLE))
