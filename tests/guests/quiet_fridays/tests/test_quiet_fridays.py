"""What an outsider would test."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from quiet_fridays import QuietFridays

from callrules import Commitment, Contact, History, Playbook

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", timezone="Europe/Paris")
PLAYBOOK = Playbook(strict=True).with_rules(QuietFridays())


def at(day, hour, minute=0):
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


def window(moment, rule=None):
    return (rule or QuietFridays()).permits(contact=ANN, at=moment)


@pytest.mark.parametrize("moment", [at(20, 12), at(20, 19, 59), at(20, 23, 59)])
def test_nobody_is_rung_on_a_friday_afternoon(moment):
    assert PLAYBOOK.next_step(ANN, History(), moment).at == at(23, 9)
    assert not PLAYBOOK.may_call(ANN, History(), moment)


@pytest.mark.parametrize("moment", [at(20, 11, 59), at(23, 9), at(19, 19, 59)])
def test_everybody_is_rung_as_ever_at_other_times(moment):
    assert PLAYBOOK.next_step(ANN, History(), moment).is_due(moment)


def test_a_friday_afternoon_that_they_asked_for_is_theirs():
    asked = History([Commitment(at=at(18, 10), by="us", due=at(20, 16))])
    assert PLAYBOOK.next_step(ANN, asked, at(19, 10)).at == at(20, 16)


def test_it_answers_with_the_first_window_that_ends_after_the_moment():
    moment = at(1, 0)
    for hour in range(24 * 30):
        asked = moment + dt.timedelta(hours=hour)
        found = window(asked)
        assert found.end > asked
        assert window(max(found.start, asked)) == found, "asking again changes nothing"


def test_the_hour_can_be_changed():
    assert window(at(20, 13), QuietFridays(from_hour=15)).end == at(20, 15)


def test_a_friday_is_a_friday_where_they_are():
    kim = Contact(id="kim", timezone="Pacific/Auckland")
    one_in_the_afternoon_there = at(20, 1)
    assert QuietFridays().permits(contact=kim, at=one_in_the_afternoon_there).start > one_in_the_afternoon_there
