"""A day out of an index is the day out of the whole book, to the letter, whatever was written or edited before."""

import datetime as dt
import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from callrules import Playbook
from callrules.cli.book.due.day import Asked, day_of
from callrules.cli.book.due.store import NAME
from callrules.cli.commands.today import written
from callrules.desk.desks import Desk
from callrules.testing.strategies import books
from callrules.wire import write_contact, write_fact

HOUSE, DESK = Playbook(), Desk()
ALWAYS, NEVER = 0, 10**9
HOURS = st.lists(st.integers(-30, 30 * 24), min_size=2, max_size=5)


def _asked(now, rep):
    return Asked(playbook=HOUSE, desk=DESK, now=now, rep=rep, most=2, errands=2)


def _told(found, desk=DESK):
    return written(found.day, desk, None), found.talk_rate(), found.book.warnings


def _write(folder, people, facts):
    (folder / "contacts.json").write_text(json.dumps(people))
    (folder / "history.jsonl").write_text("")
    _append(folder, facts)


def _append(folder, facts):
    with (folder / "history.jsonl").open("a") as file:
        file.writelines(json.dumps({"contact": fact.contact, **write_fact(fact)}) + "\n" for fact in facts)


def _facts_of(book):
    known = {contact.id for contact, _ in book}
    facts = {repr(fact): fact for _, history in book for fact in history.entries if fact.contact in known}
    return list(facts.values())


def _agree(folder, now, rep):
    by_index = day_of(_asked(now, rep), folder, lambda people, _: people, ALWAYS)
    kept = (folder / NAME).rename(folder / "aside") if (folder / NAME).exists() else None
    assert _told(by_index) == _told(day_of(_asked(now, rep), folder, lambda people, _: people, NEVER))
    if kept:
        kept.rename(folder / NAME)


@given(books(max_contacts=6), HOURS, st.randoms(use_true_random=False))
def test_a_day_by_index_is_the_day_of_the_whole_book(book, hours, dice):
    facts, people = _facts_of(book), [write_contact(contact) for contact, _ in book]
    owners = [dice.choice([None, "kim", "lee"]) for _ in people]
    people = [{**each, "owner": owner} for each, owner in zip(people, owners, strict=True)]
    dice.shuffle(facts)
    began = max((fact.at for fact in facts), default=dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = dice.randrange(len(facts) + 1)
        _write(folder, people, facts[:first])
        for hour in hours:
            _agree(folder, began + dt.timedelta(hours=hour), dice.choice([None, None, "kim"]))
            more = dice.randrange(len(facts) - first + 1)
            _edit(folder, facts[first : first + more], people, dice)
            first += more
        _agree(folder, began + dt.timedelta(hours=max(hours)), None)


def _edit(folder, facts, people, dice):
    """Append facts; now and then edit the cards, write the journal anew, or leave half an index."""
    _append(folder, facts)
    what = dice.choice(["nothing"] * 5 + ["cards", "journal", "half"])
    if what == "cards":
        dice.shuffle(people)
        (folder / "contacts.json").write_text(json.dumps(people))
    if what == "journal":
        lines = (folder / "history.jsonl").read_text().splitlines(keepends=True)
        (folder / "history.jsonl").write_text("".join(sorted(lines)))
    if what == "half" and (folder / NAME).exists():
        whole = (folder / NAME).read_bytes()
        (folder / NAME).write_bytes(whole[: dice.randrange(len(whole))])
