"""D1: calls happen in hours that are kept for them; F12: who is away is known, and so is who stands in."""

import datetime as dt

import pytest

from callrules import InvalidValue
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep

MONDAY = dt.date(2026, 6, 1)
BERLIN = "Europe/Berlin"


def later(days):
    return MONDAY + dt.timedelta(days=days)


def block(days="mon-fri", opens="09:00", closes="11:00", **more):
    return Block(days=days, opens=opens, closes=closes, **more)


def days_of(each, count=14):
    return [place for place in range(count) if each.is_on(later(place))]


def test_a_block_is_kept_on_each_of_its_days():
    assert days_of(block()) == [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]


def test_every_other_day_counts_the_days_of_the_block_and_no_others():
    assert days_of(block(every="other day", since=MONDAY)) == [0, 2, 4, 8, 10]
    assert days_of(block("daily", every="other_day", since=later(1))) == [1, 3, 5, 7, 9, 11, 13]


def test_every_other_day_goes_on_evenly_over_the_weeks():
    each = block("tue, thu", every="other day", since=MONDAY)
    assert [(day // 7, day % 7) for day in days_of(each, 28)] == [(0, 1), (1, 1), (2, 1), (3, 1)]


def test_a_weekly_block_is_on_one_day():
    assert days_of(block("wed", every="week")) == [2, 9]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"closes": "09:00"}, "a time after 09:00"),
        ({"days": "someday"}, "days of the week"),
        ({"every": "month"}, "day, other_day, week"),
        ({"every": "week"}, "one day of the week"),
        ({"every": "other day"}, "the date from which"),
    ],
)
def test_a_block_that_is_none_is_refused_in_words(fields, says):
    with pytest.raises(InvalidValue, match=says):
        block(**fields)


def test_a_rep_keeps_their_blocks_on_their_own_clock():
    rita = Rep(name="rita", timezone=BERLIN, blocks=[block(), block("mon", "14:00", "15:00")])
    assert [[f"{at:%H:%M}" for at in each] for each in rita.blocks_on(MONDAY)] == [
        ["07:00", "09:00"],
        ["12:00", "13:00"],
    ]


def test_a_block_in_the_hour_that_does_not_exist_moves_forward_and_one_that_the_clocks_swallow_is_none():
    rita = Rep(name="rita", timezone=BERLIN, blocks=[block("sun", "02:00", "02:30"), block("sun", "02:30", "03:00")])
    assert [[f"{at:%H:%M}" for at in each] for each in rita.blocks_on(dt.date(2026, 3, 29))] == [["01:00", "01:30"]]


def test_who_is_away_keeps_no_block_and_comes_back_the_day_after():
    away = [Absence(first=later(1), last=later(3)), Absence(first=later(4), last=later(4))]
    rita = Rep(name="rita", blocks=[block()], away=away)
    assert [bool(rita.blocks_on(later(day))) for day in range(5)] == [True, False, False, False, False]
    assert (rita.back_from(MONDAY), rita.back_from(later(1))) == (MONDAY, later(5))
    assert Rep(name="sam", away=[Absence(first=MONDAY)]).back_from(later(99)) is None


def test_the_desk_says_which_blocks_a_rep_had_on_a_day():
    desk = Desk(reps=[Rep(name="rita", blocks=[block()]), Rep(name="sam")])
    assert [f"{at:%d %H:%M}" for at in desk.blocks_of("rita", MONDAY)[0]] == ["01 09:00", "01 11:00"]
    assert (desk.blocks_of("rita", later(5)), desk.blocks_of("sam", MONDAY)) == ((), ())
    with pytest.raises(InvalidValue, match="found 'rota', expected one of rita, sam; did you mean 'rita'"):
        desk.blocks_of("rota", MONDAY)


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: Absence(first=later(1), last=MONDAY), "or a later day"),
        (lambda: Rep(name="rita", capacity=0), "a whole number from 1"),
        (lambda: Rep(name="rita", prospects=1.5), "a share from 0"),
        (lambda: Rep(name="rita", prospects=0.5, customers=0.5), "at most 0.8 together"),
        (lambda: Rep(name="rita", timezone="Berlin"), "timezone"),
        (lambda: Rep(name="rita", blocks=["mon"]), "class Block"),
        (lambda: Desk(reps=[Rep(name="rita")] * 2), "each rep once"),
        (lambda: Desk(reps=[Rep(name="a", away=[Absence(first=MONDAY, stand_in="b")])]), "another rep of the desk"),
    ],
)
def test_a_desk_that_cannot_be_is_refused_in_words(build, says):
    with pytest.raises(InvalidValue, match=says):
        build()
