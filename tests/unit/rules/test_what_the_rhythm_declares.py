"""What pace, caps and hours declare is what they do, in the numbers that were given to them."""

import datetime as dt

from callrules.declared import AnotherPart, Cap, Dated, Gap, Lift, Open, Spacing
from callrules.rules import Caps, Hours, Pace

A_NAMED_MOMENT_OR_A_FIRST_RETURN = {Lift.NAMED_HOUR, Lift.NAMED_DAY, Lift.FIRST_RETURN}


def test_both_caps_are_declared_with_their_own_numbers():
    assert Caps(in_7_days=2, in_30_days=5).declares == (
        Cap(most=2, days=7, lifted_by=A_NAMED_MOMENT_OR_A_FIRST_RETURN),
        Cap(most=5, days=30, lifted_by=A_NAMED_MOMENT_OR_A_FIRST_RETURN),
    )


def test_pace_declares_hours_days_and_another_part_of_the_day():
    assert Pace(days_between=(1, 4), least_hours=21, busy_hours=3).declares == (
        Gap(hours=21, busy_hours=3, lifted_by=A_NAMED_MOMENT_OR_A_FIRST_RETURN),
        Spacing(days=(1, 4), lifted_by=A_NAMED_MOMENT_OR_A_FIRST_RETURN),
        AnotherPart(days=7, lifted_by=A_NAMED_MOMENT_OR_A_FIRST_RETURN),
    )


def test_a_pace_without_days_between_declares_no_spacing():
    assert [type(each) for each in Pace(days_between=()).declares] == [Gap, AnotherPart]


def test_opening_hours_give_way_to_a_named_hour_and_to_nothing_else():
    hours = Hours(opens=dt.time(8), closes=dt.time(19), business_closes=dt.time(17))
    assert hours.declares == (
        Open(
            opens=dt.time(8),
            closes=dt.time(19),
            business_closes=dt.time(17),
            or_as_told=True,
            lifted_by={Lift.NAMED_HOUR},
        ),
    )


def test_hours_with_closed_days_declare_them_and_that_they_hang_on_dates():
    christmas = dt.date(2026, 12, 25)
    opening, dated = Hours(closed_days=(christmas,)).declares
    assert opening.closed_days == {christmas}
    assert dated == Dated()
