"""Nobody is rung outside their hours unless they named that hour (rulebook E3)."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from probing import MICROSECOND
from story import told

from callrules import Call, Playbook
from callrules.places import weekend_of, zones_of
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)
HOUR = dt.timedelta(hours=1)


def _zones(contact, number):
    rings_in = [phone.timezone for phone in contact.phones if phone.timezone and number in {None, phone.number}]
    known = [*([contact.timezone] if contact.timezone else []), *rings_in]
    return known or (zones_of(contact.region) if contact.region else ())


def _is_decent(contact, number, at):
    zones = _zones(contact, number)
    closes = 18 if contact.business else 20
    locals_ = [at.astimezone(ZoneInfo(name)).replace(tzinfo=None) for name in zones]
    return bool(zones) and all(
        9 <= local.hour < closes and local.isoweekday() not in weekend_of(contact.region) for local in locals_
    )


def _is_named_hour(reason, at):
    return reason.named is not None and reason.named.value == "hour" and reason.due <= at < reason.due + HOUR


@given(situations())
def test_nobody_is_rung_outside_their_hours_unless_they_named_the_hour(situation):
    contact, history, now = told(situation)
    step = HOUSE.next_step(contact, history, now)
    if isinstance(step, Call):
        ends = [step.until - MICROSECOND, step.at + (step.until - step.at) / 2] if step.until else []
        for moment in (step.at, *ends):
            assert _is_named_hour(step.reason, moment) or _is_decent(contact, step.number, moment), moment
