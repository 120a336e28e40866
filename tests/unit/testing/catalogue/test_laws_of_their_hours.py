"""The laws of promises know the hours that they told us: a day left to us is one for which they told some."""

import datetime as dt

import pytest

from callrules import CallAttempt, Contact, History, Playbook
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations

HOUSE = Playbook()
UP_LATE = Contact(id="ada", timezone="Europe/London", hours="sun-thu 21:00-02:00")
THURSDAY = dt.datetime(2027, 10, 21, 20, tzinfo=dt.UTC)
CALL_ME_BACK = History([CallAttempt(at=THURSDAY, disposition="callback_requested")])


@pytest.mark.parametrize("law", [each for each in LAWS if each.group == "promises"], ids=lambda law: law.id)
def test_a_night_that_reaches_into_a_day_without_hours_is_no_moment_of_that_day(law):
    asked_on = THURSDAY + dt.timedelta(minutes=5)
    situation = Situation(HOUSE, UP_LATE, CALL_ME_BACK, asked_on, declarations(HOUSE))
    assert not breaks(law, situation)
