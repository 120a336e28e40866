"""D3, A7: call and note go hand in hand, and a true line for the fear of the call."""

import pytest

from callrules import Call, Reason
from callrules.desk.courage import Fear, courage_for
from callrules.desk.day_list import DayList
from callrules.desk.note_cards import note_cards
from callrules.step import WalkAway, Write
from callrules.vocabulary import RANK
from helpers.people import a_business

LIFE = a_business().rung("2026-05-01 10:00", "hung_up", rep="rita")
LIFE = LIFE.rung("2026-05-10 10:00", "not_interested", rep="sam").rung("2026-05-12 10:00", rep="rita")
NOW = LIFE.at("2026-06-02 10:00")
HISTORIES = [LIFE.history]


def a_day(calls=0, notes=0):
    call = Call(at=NOW, reason=Reason(name="prospect", says="never bought"))
    write, goodbye = Write(at=NOW, purpose="thanks"), WalkAway(at=NOW, grounds="stalled", channel="email")
    errands = ((LIFE.contact, write),) * notes + ((LIFE.contact, goodbye),)
    return DayList(at=NOW, calls=((LIFE.contact, call),) * calls, errands=errands)


@pytest.mark.parametrize(
    ("calls", "notes", "rep", "owed", "to_expect"),
    [
        (0, 0, None, 0, 0), (0, 3, None, 3, 0), (6, 1, None, 1, 4), (6, 0, "rita", 0, 3), (5, 0, "sam", 0, 5),
        (5, 0, "tom", 0, 0),
    ],
)  # fmt: skip
def test_note_cards_are_those_owed_and_those_that_ones_own_figures_let_expect(calls, notes, rep, owed, to_expect):
    cards = note_cards(a_day(calls, notes), HISTORIES, rep)
    assert (cards.owed, cards.to_expect, cards.count) == (owed, to_expect, owed + to_expect)


def test_it_says_how_many_cards_and_why():
    told = note_cards(a_day(6, 1), HISTORIES).says
    assert told == "note cards: about 5 notes (1 owed, 4 to expect from your figures)"
    assert note_cards(a_day(0, 1), HISTORIES).says.startswith("note cards: about 1 note (")
    assert note_cards(a_day(), []).says == "note cards: none owed, and your figures expect none"


@pytest.mark.parametrize(
    ("reason", "fear"),
    [
        ("prospect", Fear.REJECTION),
        ("competitor_customer", Fear.REJECTION),
        ("dormant_customer", Fear.IMPOSING),
        ("recently_met", Fear.IMPOSING),
        ("a reason of ours", Fear.IMPOSING),
        ("follow_up", Fear.THEIR_TIME),
        ("promise", Fear.THEIR_TIME),
    ],
)
def test_the_fear_that_fits_the_call_is_answered(reason, fear):
    assert courage_for(Call(at=NOW, reason=Reason(name=reason, says="because"))).fear is fear


def test_who_asked_for_the_call_is_not_imposed_on():
    named = Reason(name="insight", due=NOW, named="hour", says="because")
    assert "They asked for this call" in courage_for(Call(at=NOW, reason=named)).says
    assert "They asked" not in courage_for(Call(at=NOW, reason=Reason(name="insight", says="because"))).says


def test_every_reason_of_the_house_has_a_line_of_decent_words():
    lines = {courage_for(Call(at=NOW, reason=Reason(name=name, says="because"))).says for name in RANK}
    assert len(lines) == 4
    assert all(line.startswith("Afraid of ") and "?" in line for line in lines)
