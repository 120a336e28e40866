"""Nobody is rung outside their hours unless they named that hour (rulebook E3)."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from probing import MICROSECOND
from story import told

from callrules import Call, Playbook
from callrules.calendars import calendar_of
from callrules.places import country_of, is_in, names_a_place, weekend_of, zones_of
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)
HOUR = dt.timedelta(hours=1)


def _zones(contact, number):
    rings_in = [phone.timezone for phone in contact.phones if number in {None, phone.number}]
    known = [name for name in (contact.timezone, *rings_in) if name and names_a_place(name)]
    is_there = any(is_in(name, contact.region) for name in known) if contact.region else bool(known)
    return known if is_there else [*known, *(zones_of(contact.region) if contact.region else ())]


def _weekend(contact):
    noted = [contact.timezone, *(phone.timezone for phone in contact.phones)]
    countries = {country_of(name) for name in noted if name and names_a_place(name)}
    return set().union(*(weekend_of(each) for each in {contact.region, *countries} - {None}))


def _is_decent(contact, number, at):
    zones = _zones(contact, number)
    locals_ = [at.astimezone(ZoneInfo(name)).replace(tzinfo=None) for name in zones]
    decent = _is_as_told if contact.hours else _is_in_house_hours
    return bool(zones) and all(decent(contact, local) for local in locals_)


def _is_in_house_hours(contact, local):
    closes = 18 if contact.business else 20
    return 9 <= local.hour < closes and local.isoweekday() not in _weekend(contact)


def _is_as_told(contact, local):
    return any(_holds(each, local) for each in contact.hours)


def _holds(told, local):
    over_midnight = told.closes < told.opens
    is_open = told.opens <= local.time() and (over_midnight or local.time() < told.closes)
    is_today = local.isoweekday() in told.days and is_open
    yesterday = (local - dt.timedelta(days=1)).isoweekday() in told.days
    return is_today or (over_midnight and yesterday and local.time() < told.closes)


def _is_named_hour(reason, at):
    return reason.named is not None and reason.named.value == "hour" and reason.due <= at < reason.due + HOUR


def _is_named_day(contact, reason, at):
    """A day that they named and for which they told us no hours has the hours of the house."""
    if reason.named is None or reason.named.value != "day" or not contact.hours:
        return False
    zone = calendar_of(contact).zone
    local = at.astimezone(zone)
    return local.date() == reason.due.astimezone(zone).date() and 9 <= local.hour < 20


@given(situations())
def test_nobody_is_rung_outside_their_hours_unless_they_named_the_hour(situation):
    contact, history, now = told(situation)
    step = HOUSE.next_step(contact, history, now)
    if isinstance(step, Call):
        ends = [step.until - MICROSECOND, step.at + (step.until - step.at) / 2] if step.until else []
        for moment in (step.at, *ends):
            named = _is_named_hour(step.reason, moment) or _is_named_day(contact, step.reason, moment)
            assert named or _is_decent(contact, step.number, moment), moment
