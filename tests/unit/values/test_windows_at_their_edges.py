"""Windows at their edges: after they close, at the end of time, and in conflicts that last for years."""

import copy
import datetime as dt
import pickle
import re

import pytest

from callrules import InvalidValue, Window
from callrules.moments import Agreement, first_agreement, outside

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
THE_END_OF_TIME = dt.datetime.max.replace(tzinfo=dt.UTC)


def weekly(weekday):
    def ask(at):
        day = at.replace(hour=9, minute=0)
        while day.isoweekday() != weekday or day + HOUR <= at:
            day += DAY
        return Window(start=day, end=day + HOUR, says=f"day {weekday} of the week")

    return ask


def closed_between(start, end):
    return lambda at: Window(start=end, says="closed until then") if start <= at < end else None


def test_a_window_permits_nothing_after_it_has_closed():
    window = Window(start=NOON, end=NOON + HOUR, says="over noon")
    assert [window.permits(NOON + each * HOUR / 2) for each in (-1, 0, 1, 2, 3)] == [False, True, True, False, False]


@pytest.mark.parametrize("name", ["start", "end"])
def test_a_window_keeps_instants_in_utc_and_refuses_what_is_none(name):
    tokyo = dt.timezone(9 * HOUR)
    assert getattr(Window(**{name: NOON.astimezone(tokyo)}), name).tzinfo is dt.UTC
    with pytest.raises(InvalidValue, match=rf"^Window\.{name}: .*no zone"):
        Window(**{name: NOON.replace(tzinfo=None)})


def test_the_parts_of_a_window_are_given_by_name():
    blocked = [(NOON, NOON + HOUR)]
    for build in (
        lambda: Window(NOON, None, "from noon"),
        lambda: Window.never("closed", True),
        lambda: outside(blocked, NOON, "gap", True),
    ):
        with pytest.raises(TypeError, match="positional argument"):
            build()
    assert Window(start=NOON).says == "permitted"
    assert Agreement(start=NOON, end=NOON + HOUR).binding == ()


def test_a_window_that_says_nothing_is_refused():
    with pytest.raises(InvalidValue, match=r"^Window\.says: found an empty text"):
        Window(start=NOON, says="")


def test_a_window_that_closes_first_is_refused_with_both_its_ends():
    with pytest.raises(InvalidValue, match=re.escape("found 2026-11-20 12:00:00+00:00 to 2026-11-20 11:00:00+00:00")):
        Window(start=NOON, end=NOON - HOUR)


def test_never_is_never_in_every_copy():
    never = Window.never("closed")
    assert copy.deepcopy(never).is_never
    assert pickle.loads(pickle.dumps(never)).is_never  # noqa: S301 - our own
    assert Window(start=THE_END_OF_TIME, says="closed").is_never
    assert not Window(start=THE_END_OF_TIME - HOUR, says="closed").is_never


def test_what_is_agreed_until_the_end_of_time_has_no_end():
    assert Agreement(start=NOON, end=THE_END_OF_TIME).until is None
    assert Agreement(start=NOON, end=THE_END_OF_TIME - HOUR).until == THE_END_OF_TIME - HOUR


def test_a_conflict_names_those_who_cannot_agree_and_not_who_was_closed_for_a_week_on_the_way():
    for weeks in (10, 200, 300):
        away = closed_between(NOON + weeks * 7 * DAY, NOON + (weeks + 1) * 7 * DAY)
        guards = [("monday", weekly(1)), ("tuesday", weekly(2)), ("away", away)]
        assert {who for who, _ in first_agreement(guards, NOON).conflict} == {"monday", "tuesday"}


def test_who_opens_at_that_very_moment_holds_nobody_up():
    agreed = first_agreement([("noon", lambda at: Window(start=NOON, end=NOON + HOUR, says="over noon"))], NOON)
    assert (agreed.start, agreed.end, agreed.binding) == (NOON, NOON + HOUR, ())


def test_guards_that_agree_only_after_nine_years_of_mondays_and_tuesdays_agree():
    after = NOON + 470 * 7 * DAY
    guards = [("monday", weekly(1)), ("tuesday", lambda at: weekly(2)(at) if at < after else None)]
    agreed = first_agreement(guards, NOON)
    assert not agreed.conflict
    assert after - 8 * DAY <= agreed.start <= after + 8 * DAY


def test_a_conflict_lies_later_than_any_agreement_and_has_no_end():
    tired = first_agreement([("monday", weekly(1)), ("tuesday", weekly(2))], NOON)
    never = first_agreement([("home", lambda at: Window.never("nobody is at home"))], NOON)
    for conflict in (tired, never):
        assert conflict.start > NOON + 365 * DAY
        assert conflict.end == THE_END_OF_TIME
