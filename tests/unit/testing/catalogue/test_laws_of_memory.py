"""What a policy was asked before changes nothing: not how often, and not about how many others."""

import datetime as dt

from callrules import Contact, History, Playbook, Window, hookimpl
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks

MONDAY = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)
KIM = Contact(id="kim", timezone="Europe/Paris", phones=["+33142685300"])


class FiftyADay:
    """After so many people the rest of the day is closed; it counts whom it was asked about."""

    name = "fifty_a_day"
    declares = ()

    def __init__(self, most=50):
        self.most, self.met = most, set()

    @hookimpl
    def permits(self, contact, history, at):
        today = history.calendar.day(at)
        self.met.add((today, contact.id))
        is_full = sum(day == today for day, _ in self.met) > self.most
        return Window(start=history.calendar.ends(at), says="tomorrow") if is_full else None


def accused(rule):
    held = next(each for each in LAWS if each.id == "no-memory")
    broken = breaks(held, Situation(Playbook().with_rules(rule), KIM, History(), MONDAY))
    return broken and broken.says


def test_who_counts_those_that_it_was_asked_about_is_found_at_its_own_number():
    assert accused(FiftyADay()) == "a copy that was asked about many others first answers otherwise"


def test_no_more_than_a_few_hundred_others_are_asked_about():
    assert accused(FiftyADay(most=5000)) is None
