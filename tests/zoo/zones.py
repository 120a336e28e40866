"""Policies that ring at the wrong hour, on the wrong day, or by the wrong clock."""

from __future__ import annotations

import datetime as dt
from functools import partial

from callrules.playbook import Playbook
from zoo import wrong_clocks as clocks
from zoo import wrong_hours as hours
from zoo.altered import house_with
from zoo.specimens import Specimen

HOLIDAYS = (
    dt.date(2026, 5, 13),
    *(dt.date(year, month, day) for year in range(2023, 2029) for month, day in ((1, 5), (12, 29))),
)
"""Days on which we are shut and nobody else is: one where lives begin, and two around the turn of each year."""


def _night_shift() -> Playbook:
    evening, small_hours = dt.time(20), dt.time(2)
    return Playbook().with_rules(hours.NightShiftByDate(opens=evening, closes=small_hours, business_closes=small_hours))


_specimen = partial(Specimen, group="zone and calendar")

ZONES: tuple[Specimen, ...] = (
    _specimen(
        id="clock-of-the-office",
        says="It was ten in the morning in London, so we rang him in Auckland at ten at night.",
        make=house_with(clocks.HoursOfTheOffice),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="offset-of-january",
        says="All summer long we rang people until nine in the evening, because the list was made in winter.",
        make=house_with(clocks.HoursByOffsetOfJanuary),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="whole-hours",
        says="In India we are half an hour late every day, and ring into the evening meal.",
        make=house_with(clocks.HoursByWholeHours),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="hours-since-midnight",
        says="On the day on which the clocks changed we rang an hour too late in the evening.",
        make=house_with(clocks.HoursSinceMidnight),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="weekend-by-utc-date",
        says="It was Monday in Greenwich, and we rang her in Vancouver on Sunday evening.",
        make=house_with(clocks.WeekendByUtcDate),
        breaks={"closed-days"},
    ),
    _specimen(
        id="saturday-is-a-working-day",
        says="We ring people on Saturdays.",
        make=house_with(clocks.SixDayWeek),
        breaks={"closed-days"},
    ),
    _specimen(
        id="weekend-of-the-west",
        says="We rang a family in Cairo on Friday, which is their day of rest.",
        make=house_with(clocks.WeekendOfTheWest),
        breaks={"closed-days"},
    ),
    _specimen(
        id="night-shift-by-date",
        says="The night shift rang at one o'clock on Monday morning, when nobody had come to work on Sunday.",
        make=_night_shift,
        breaks={"closed-days"},
    ),
    _specimen(
        id="holidays-by-utc-date",
        says="On the day of our feast we rang a customer in Samoa, where it was that day already.",
        make=lambda: Playbook().with_rules(hours.HolidaysByUtcDate(closed_days=HOLIDAYS)),
        breaks={"closed-days"},
    ),
    _specimen(
        id="holidays-never-found",
        says="The list of the days on which we are shut is there, and we rang on one all the same.",
        make=lambda: Playbook().with_rules(hours.HolidaysNeverFound(closed_days=HOLIDAYS)),
        breaks={"closed-days"},
    ),
    _specimen(
        id="closes-a-moment-late",
        says="We say that we ring until eight, and the phone rang at eight.",
        make=house_with(hours.ClosesAMomentLate),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="opens-a-minute-early",
        says="We say that nobody is rung before nine, and the phone rang at a minute to nine.",
        make=house_with(hours.OpensAMinuteEarly),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="hours-of-households",
        says="We rang a bakery at half past seven in the evening; it closes at six.",
        make=house_with(hours.HoursOfHouseholds),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="first-zone-of-the-region",
        says="All we knew was the United States, so we rang at nine in New York; she lives in Honolulu.",
        make=house_with(hours.FirstZoneOfTheRegion),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="zone-of-the-contact-alone",
        says="The mobile is in Kolkata, and we rang it at office hours in New York.",
        make=house_with(hours.ZoneOfTheContactAlone),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="our-zone-where-unknown",
        says="Nobody knew where he lives, so we rang at nine our time and woke him.",
        make=house_with(hours.OurZoneWhereUnknown),
        breaks={"inside-hours"},
    ),
    _specimen(
        id="days-apart-by-utc",
        says="We tried him in Auckland on Monday and again on Tuesday: two days apart, in Greenwich.",
        make=house_with(clocks.DaysApartByUtc),
        breaks={"spacing"},
    ),
    _specimen(
        id="parts-of-the-day-by-utc",
        says="She was out on Monday morning, and we tried on Wednesday morning again: afternoon in Greenwich.",
        make=house_with(clocks.PartsOfTheDayByUtc),
        breaks={"another-part"},
    ),
    _specimen(
        id="digits-of-any-clock",
        says="The same moment, told in Tokyo time, made us ring nine hours later.",
        make=clocks.DigitsOfAnyClock,
        breaks={"instant-not-spelling"},
    ),
)
"""Wrong about where it is what day and what o'clock."""
