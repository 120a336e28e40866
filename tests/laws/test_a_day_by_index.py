"""A day out of an index is the day out of the whole book, to the letter, whatever was written or edited before."""

import datetime as dt
import json
import random
import tempfile
from pathlib import Path

import attrs
from hypothesis import given
from hypothesis import strategies as st

from callrules import CallAttempt, Commitment, Playbook
from callrules.cli.book.due.day import Asked, day_of
from callrules.cli.book.due.store import NAME
from callrules.cli.commands.today import written
from callrules.cli.screen.desk_lines import at_hand_of
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep
from callrules.testing.strategies import books
from callrules.wire import write_contact, write_fact

HOUSE = Playbook()
ALWAYS, NEVER = 0, 10**9
A_FIFTH, A_THIRD, MOSTLY = 0.2, 1 / 3, 0.8
HOURS = st.lists(st.integers(-30, 30 * 24), min_size=3, max_size=6)
NAMES = ("kim", "lee", "mia")
DAY = dt.timedelta(days=1)
BLOCKS = (
    (),
    (Block(days="daily", opens="09:00", closes="11:30"),),
    (Block(days="mon-fri", opens="14:00", closes="15:00"), Block(days="tue", opens="08:00", closes="08:30")),
)


def _a_desk(dice, around):
    """A desk of some reps, some of whom are away about that day; or of nobody."""
    names = dice.sample(NAMES, dice.randrange(4))
    live = dice.choice([None, around - 40 * DAY])
    return Desk(reps=[_a_rep(name, names, dice, around) for name in names], live=live)


def _a_rep(name, names, dice, around):
    first = around + dice.randrange(-3, 20) * DAY
    last = dice.choice([None, first + dice.randrange(9) * DAY])
    stand_in = dice.choice([None, *(each for each in names if each != name)])
    away = dice.choice([(), [Absence(first=first, last=last, stand_in=stand_in)]])
    zone = dice.choice(["Europe/Berlin", "America/Los_Angeles"])
    return Rep(name=name, timezone=zone, capacity=dice.randrange(1, 4), blocks=dice.choice(BLOCKS), away=away)


def _asked(now, desk, rep):
    return Asked(playbook=HOUSE, desk=desk, now=now, rep=rep, most=2, errands=2)


def _told(found, desk, rep):
    at_hand = at_hand_of(found.day, desk, found.bad_moments, rep)
    rung = found.bad_moments if desk.reps else None
    return written(found.day, desk, at_hand), found.talk_rate(), rung, found.book.warnings


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


def _agree(folder, now, desk, rep):
    by_index = day_of(_asked(now, desk, rep), folder, lambda people, _: people, ALWAYS)
    kept = (folder / NAME).rename(folder / "aside") if (folder / NAME).exists() else None
    whole = day_of(_asked(now, desk, rep), folder, lambda people, _: people, NEVER)
    assert _told(by_index, desk, rep) == _told(whole, desk, rep)
    if kept:
        kept.rename(folder / NAME)


@given(books(max_contacts=6), HOURS, st.integers(0, 2**32).map(random.Random))
def test_a_day_by_index_is_the_day_of_the_whole_book(book, hours, dice):
    facts, people = _facts_of(book), [write_contact(contact) for contact, _ in book]
    owners = [dice.choice([None, "kim", "lee", "gone"]) for _ in people]
    facts = [_rung_by_somebody(fact, dice) for fact in facts]
    people = [{**each, "owner": owner} for each, owner in zip(people, owners, strict=True)]
    began = max((fact.at for fact in facts), default=dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC))
    facts += [_promised(contact, began, dice) for contact, _ in book if dice.random() < A_THIRD]
    dice.shuffle(facts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = dice.randrange(len(facts) + 1)
        _write(folder, people, facts[:first])
        desk = _a_desk(dice, began.date())
        for hour in sorted(hours) if dice.random() < MOSTLY else hours:
            _agree(folder, began + dt.timedelta(hours=hour), desk, _whose(desk, dice))
            more = dice.randrange(len(facts) - first + 1)
            _edit(folder, facts[first : first + more], people, dice)
            first += more
            desk = _a_desk(dice, began.date()) if dice.random() < A_FIFTH else desk
        _agree(folder, began + dt.timedelta(hours=max(hours)), desk, None)


def _promised(contact, now, dice):
    """A call that we owe some day soon: while its rep is away it is somebody else's."""
    due = now.date() + dice.randrange(1, 40) * DAY
    return Commitment(contact=contact.id, at=now - DAY, by="us", due=due)


def _rung_by_somebody(fact, dice):
    return attrs.evolve(fact, rep=dice.choice([None, *NAMES])) if isinstance(fact, CallAttempt) else fact


def _whose(desk, dice):
    """Whose list is asked for: everybody's, or that of a rep of the desk, or of anybody where it knows none."""
    return dice.choice([None, *([each.name for each in desk.reps] or ["kim"])])


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
