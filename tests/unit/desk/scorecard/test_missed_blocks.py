"""D1: calls happen on schedule. A block in which nobody was rung was missed, and that is counted."""

import datetime as dt
import json

import pytest

from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep
from callrules.desk.scorecard.card import scorecard
from callrules.desk.scorecard.period import Period
from callrules.desk.scorecard.report_page import report_page
from callrules.desk.scorecard.shares import Share
from callrules.desk.scorecard.tables import tables
from callrules.desk.scorecard.written import write_scorecard
from helpers.people import FRI, MON, THU, TUE, WED, somebody

MONDAY, SUNDAY = dt.date(2026, 6, 1), dt.date(2026, 6, 7)
MORNINGS = Block(days="mon-fri", opens="09:00", closes="11:00")


def rita(*blocks, zone="Europe/Berlin", **more):
    return Rep(name="rita", timezone=zone, blocks=blocks or (MORNINGS,), **more)


def desk(*reps, live=MONDAY):
    return Desk(reps=reps or (rita(),), live=live)


def card_of(*lives, desk, since=MONDAY, until=SUNDAY):
    times = {name: dt.datetime.combine(day, dt.time(), dt.UTC) for name, day in (("since", since), ("until", until))}
    return scorecard([(life.contact, life.history) for life in lives], Period(**times), desk=desk)


def missed(*lives, desk, **more):
    return card_of(*lives, desk=desk, **more).totals.share("missed_blocks_share")


def rang(*whens, rep="rita", how="no_answer", **more):
    life = somebody(**more)
    for when in whens:
        life = life.rung(when, how, rep=rep)
    return life


def test_a_block_without_a_dial_was_missed():
    assert missed(rang(f"{MON} 09:00", f"{WED} 10:59"), desk=desk()) == Share(3, 5)


@pytest.mark.parametrize("when", [f"{MON} 08:59", f"{MON} 11:00"])
def test_a_dial_outside_the_block_does_not_keep_it(when):
    assert missed(rang(when), desk=desk()) == Share(5, 5)


def test_somebody_elses_dial_does_not_keep_it_and_one_that_nobody_signed_is_the_owners():
    assert missed(rang(f"{MON} 10:00", rep="tom"), desk=desk()).k == 5
    assert missed(rang(f"{MON} 10:00", rep=None, owner="rita"), desk=desk()).k == 4


def test_a_fault_of_the_line_and_a_call_of_theirs_are_no_dials():
    theirs = somebody().rang_us(f"{TUE} 10:00", "conversation", rep="rita")
    assert missed(rang(f"{MON} 10:00", how="technical"), theirs, desk=desk()).k == 5


def test_whoever_is_away_misses_nothing():
    away = rita(away=[Absence(first=dt.date(2026, 6, 2), last=dt.date(2026, 6, 3))])
    assert missed(rang(f"{MON} 10:00"), desk=desk(away)) == Share(2, 3)


def test_a_block_is_on_the_clock_of_its_rep():
    """10:00 in Berlin is 17:00 in Tokyo and 01:00 in Los Angeles."""
    life = rang(f"{THU} 10:00")
    evenings = Block(days="thu", opens="17:00", closes="18:00")
    assert missed(life, desk=desk(rita(evenings, zone="Asia/Tokyo"))) == Share(0, 1)
    assert missed(life, desk=desk(rita(evenings, zone="Europe/Berlin"))) == Share(1, 1)
    assert missed(life, desk=desk(rita(evenings, zone="America/Los_Angeles"))) == Share(1, 1)


def test_of_half_a_week_only_the_blocks_that_were_over_in_it_are_counted():
    wednesday = dt.date(2026, 6, 3)
    assert missed(rang(f"{MON} 10:00"), desk=desk(), until=wednesday) == Share(1, 2)
    assert missed(rang(f"{MON} 10:00"), desk=desk(), since=wednesday) == Share(3, 3)


def test_a_block_that_is_still_on_is_not_missed_yet():
    life = rang(f"{MON} 10:00")
    now = life.at(f"{TUE} 10:30")
    card = scorecard([(life.contact, life.history)], Period(until=now), desk=desk())
    assert card.totals.share("missed_blocks_share") == Share(0, 1)


def test_blocks_count_since_the_desk_is_live_else_since_the_first_dial_that_is_known():
    life = rang(f"{WED} 10:00")
    assert missed(life, desk=desk(live=dt.date(2026, 6, 2))) == Share(3, 4)
    assert missed(life, desk=desk(live=None)) == Share(2, 3)
    assert missed(somebody(), desk=desk(live=None)) == Share(0, 0)


def test_it_is_told_by_rep_and_week_and_no_kind_of_call_is_blamed():
    tom = Rep(name="tom", timezone="Europe/Berlin", blocks=[Block(days="fri", opens="09:00", closes="10:00")])
    life = rang(f"{MON} 10:00", "2026-06-08 10:00").rung(f"{FRI} 09:30", rep="tom")
    card = card_of(life, desk=desk(rita(), tom), until=dt.date(2026, 6, 9))
    assert {name: each.share("missed_blocks_share") for name, each in card.reps.items()} == {
        "rita": Share(4, 6), "tom": Share(0, 1),
    }  # fmt: skip
    assert {name: each.share("missed_blocks_share") for name, each in card.weeks.items()} == {
        "2026-W23": Share(4, 6), "2026-W24": Share(0, 1),
    }  # fmt: skip
    assert list(card.kinds) == ["not_noted"]


def test_table_page_and_json_say_the_same():
    card = card_of(rang(f"{MON} 10:00"), desk=desk())
    shown = {each.name: each for each in tables(card)}
    assert ("4 of 5 (80 %, 38–96 %)", "blocks for calling in which nobody was rung") in shown["shares"].rows
    for name in ("reps", "weeks"):
        assert shown[name].rows[0][shown[name].heads.index("missed blocks")] == "4 of 5"
    assert "missed blocks" not in shown["kinds"].heads
    assert "blocks for calling in which nobody was rung" in report_page(card)
    told = json.loads(json.dumps(write_scorecard(card)))
    assert told["totals"]["missed_blocks_share"] == told["reps"]["rita"]["missed_blocks_share"]
    assert (told["totals"]["missed_blocks_share"]["k"], told["totals"]["missed_blocks_share"]["n"]) == (4, 5)


@pytest.mark.parametrize("desk", [Desk(), Desk(reps=[Rep(name="rita")])])
def test_where_no_blocks_are_kept_nothing_is_said_of_them(desk):
    card = card_of(rang(f"{MON} 10:00"), desk=desk)
    assert write_scorecard(card)["totals"]["missed_blocks_share"] is None
    assert not any("block" in cell for each in tables(card) for row in (each.heads, *each.rows) for cell in row)
    assert "block" not in report_page(card).partition("<body")[2]
