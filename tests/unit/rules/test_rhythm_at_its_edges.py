"""B5 at its edges: attempts exactly a week apart, numbers of one's own, and the sentences that a wait says."""

import datetime as dt
import inspect

import pytest

from callrules import History, InvalidValue, Reason
from callrules.rules import Caps, Pace
from helpers.people import HOUSE, MON, TUE, somebody

WHY = Reason(name="prospect", says="never bought")


def paced(**numbers):
    return HOUSE.with_rules(Pace(**numbers))


def guard(rule, life):
    """What that rule alone says at the moment of the last attempt."""
    history = History(life.facts).seen_by(life.contact)
    return _asked(rule, life.contact, history=history, reason=WHY, number=None, at=life.facts[-1].at)


def _asked(rule, contact, **scope):
    wanted = inspect.signature(rule.permits).parameters
    return rule.permits(**{name: value for name, value in {**scope, "contact": contact}.items() if name in wanted})


def test_three_attempts_of_which_the_first_is_a_week_old_block_nothing():
    life = somebody().rung("2026-06-01 10:00").rung("2026-06-03 10:00").rung("2026-06-08 10:00")
    assert guard(Caps(in_30_days=9), life) is None


def test_three_attempts_spread_over_more_than_a_week_block_nothing():
    life = somebody().rung("2026-06-01 10:00").rung("2026-06-03 10:00").rung("2026-06-09 10:00")
    assert guard(Caps(in_30_days=9), life) is None


def test_three_attempts_that_lie_a_minute_closer_block_that_minute():
    life = somebody().rung("2026-06-01 10:01").rung("2026-06-03 10:00").rung("2026-06-08 10:00")
    assert guard(Caps(in_30_days=9), life).start == life.at("2026-06-08 10:01")


def test_more_hours_after_a_busy_line_than_after_others_are_for_busy_lines_alone():
    patient = paced(busy_hours=30)
    talked = somebody().talked(f"{MON} 10:00").promised(f"{MON} 10:00", TUE, asked_by="us")
    assert talked.next(f"{MON} 11:00", patient).endswith(f"{TUE} 09:00")
    assert somebody().rung(f"{MON} 10:00", "busy").next(f"{MON} 11:00", patient).endswith(f"{TUE} 16:00")


@pytest.mark.parametrize(("attempts", "days"), [(1, 2), (2, 2), (3, 3), (4, 4), (5, 6), (6, 6), (9, 6)])
def test_each_attempt_in_a_row_has_its_own_days_whatever_weekday_follows(attempts, days):
    life = somebody()
    for day in range(attempts):
        life = life.rung(f"2026-06-{10 + day} 16:00")
    assert guard(Pace(), life).start == life.at(f"2026-06-{9 + attempts + days:02}")


def test_only_the_last_attempt_in_a_row_says_how_many_days_to_wait():
    life = somebody().rung(f"{MON} 10:00").rung(f"{TUE} 13:00")
    assert life.next(f"{TUE} 14:00", paced(days_between=(6, 1))).endswith("Wed 2026-06-03 09:00")


def test_without_days_between_only_hours_and_the_part_of_the_day_are_waited_for():
    hasty = paced(days_between=(), least_hours=1)
    assert somebody().rung(f"{MON} 10:00").next(f"{MON} 10:30", hasty).endswith(f"{MON} 12:00")


def test_a_wait_says_which_pace_and_which_caps_it_keeps():
    tried = somebody().rung(f"{MON} 10:00")
    assert tried.step(f"{MON} 11:00").says.endswith("a decent pace: some days apart, another part of the day")
    often = somebody().rung(f"{MON} 10:00", "connected").rung(f"{MON} 13:00", "connected").rung(f"{MON} 16:00", "busy")
    assert often.step(f"{MON} 17:00").says.endswith("at most 3 attempts in any 7 days and 6 in any 30")


def test_a_cap_of_ones_own_holds_for_exactly_seven_days():
    life = somebody().rung(f"{MON} 10:00", "connected")
    once = HOUSE.with_rules(Caps(in_7_days=1))
    assert life.step(f"{MON} 10:01", once).at - life.facts[-1].at == dt.timedelta(days=7)


@pytest.mark.parametrize("name", ["in_7_days", "in_30_days"])
def test_a_cap_of_one_call_is_a_cap_and_one_of_none_is_refused(name):
    assert getattr(Caps(**{name: 1}), name) == 1
    with pytest.raises(InvalidValue, match=name):
        Caps(**{name: 0})
