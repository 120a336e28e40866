"""What lay before they came back counts no more, two things are two calls, and guards agree among themselves."""

import pytest

from callrules import Playbook, Reason, Stop, Window, hookimpl
from callrules.calendars import DAY
from callrules.declared import Besides
from callrules.facts import Consent, Reflection
from callrules.vocabulary import Outcome, Reception, Reply
from helpers.accusing import ADA, accused, rule_that
from helpers.people import somebody
from zoo.old_counts import OLD_COUNTS

ANEW, APART, WAITS = "grounds-start-anew", "reasons-are-told-apart", "nobody-waits-for-ever"
BERLIN, TWICE = somebody().but(owner="olga"), ADA.bought("2025-06-02 10:00")
HOUSE = {None, "no rule but the house's walks away", "no rule but the house's gives reasons"}
DIAL = "a-dial-takes-nothing-away"
SHOWS = {
    "three-quotes-for-ever": ADA,
    "once-more-is-enough": ADA,
    "readers-stay-readers": ADA,
    "one-service-a-year": TWICE,
    "one-answer-a-month": ADA.wrote_to_us("2026-05-04 10:00"),
    "asked-nobody": ADA.talked("2026-05-25 10:00", outcome="order"),
    "each-of-the-office": ADA,
    "overtaken-each-day": ADA,
    "belongs-to-two-desks": somebody().but(region="CH", timezone="Europe/Zurich", owner="olga"),
}


@pytest.mark.parametrize("each", OLD_COUNTS, ids=lambda each: each.id)
def test_who_forgets_what_is_over_is_accused_and_the_house_is_not(each):
    (law,) = each.breaks
    assert accused(law, each.make(), SHOWS[each.id])
    assert accused(law, Playbook(), SHOWS[each.id]) in HOUSE


# Grounds


def stop(since):
    return Stop(grounds="enough", since=since, says="it is enough")


def since_they_came_back(self, history):
    """Counts three calls without a sale since they last turned to us."""
    assert self.name == "odd"
    begun = [each.at for each in history.conversations if each.outcome is Outcome.NO_SALE]
    lost = [each for each in begun if history.came_back is None or each > history.came_back]
    return stop(lost[2]) if len(lost) > 2 else None


def always_counts(self, history):
    lost = [each.at for each in history.conversations if each.outcome is Outcome.NO_SALE]
    return stop(lost[2]) if len(lost) > 2 else None


def a_consent_that_runs_out(self, history):
    asked = history.of(Consent)
    return stop(history.calendar.add(asked[-1].at, months=24)) if asked else None


def test_three_lost_quotes_are_forgotten_once_they_ring_us():
    assert "and they came back at" in accused(ANEW, rule_that("walk_away", always_counts))
    assert accused(ANEW, rule_that("walk_away", since_they_came_back)) is None


def test_a_ground_that_nothing_lifts_says_so():
    assert accused(ANEW, rule_that("walk_away", always_counts, Besides(what="whoever cost us three quotes"))) is None


def test_a_ground_that_time_brings_is_looked_at_when_it_has_come():
    asked = ADA.add(Consent(at=ADA.at("2026-01-12 10:00")))
    assert "since 2028-01-12" in accused(ANEW, rule_that("walk_away", a_consent_that_runs_out), asked)


def test_who_they_are_is_a_ground_whatever_they_do():
    def who_they_are(self, contact, history):
        return stop(ADA.at("2020-01-06 10:00"))

    assert accused(ANEW, rule_that("walk_away", who_they_are), ADA.talked("2026-05-18 10:00")) is None


@pytest.mark.parametrize("word", [Reception.ANNOYED, Reply.NOT_INTERESTED])
def test_words_of_every_kind_are_counted_anew(word):
    def once_too_often(self, history):
        looked_back = [each.at for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        wrote = [each.at for each in history.messages if each.reply is Reply.NOT_INTERESTED]
        told = looked_back if word is Reception.ANNOYED else wrote
        return stop(told[1]) if len(told) > 1 else None

    assert accused(ANEW, rule_that("walk_away", once_too_often))


# Reasons


def a_reason(about, due):
    return Reason(name="service", about=about, due=due, says="it is due")


def test_two_orders_are_two_services():
    def by_the_year(self, history):
        return [a_reason(f"service {each.year}", each) for each in history.bought_at]

    def by_the_order(self, history):
        return [a_reason(each.key, each.at) for each in history.still_bought]

    def the_last_one_only(self, history):
        return [a_reason("service", history.bought_at[-1])] if history.bought_at else []

    assert "once it was heard, the other is lost" in accused(APART, rule_that("reasons", by_the_year), TWICE)
    assert accused(APART, rule_that("reasons", by_the_order), TWICE) is None
    assert accused(APART, rule_that("reasons", the_last_one_only), TWICE) is None


def test_what_comes_back_by_its_day_needs_no_name_of_its_own():
    def without_a_subject(self, history):
        return [a_reason(None, each) for each in history.bought_at]

    assert accused(APART, rule_that("reasons", without_a_subject), TWICE) is None


def test_who_did_not_pick_up_was_told_nothing():
    def unless_we_rang(self, history):
        rung = history.bought_at and history.rang_since(history.bought_at[-1])
        return [] if rung or not history.bought_at else [a_reason("order", history.bought_at[-1])]

    def unless_we_talked(self, history):
        heard = history.bought_at and history.talked_since(history.bought_at[-1])
        return [] if heard or not history.bought_at else [a_reason("order", history.bought_at[-1])]

    assert "nobody answered one dial, and 'service' is gone for good" in accused(
        DIAL, rule_that("reasons", unless_we_rang), TWICE
    )
    assert accused(DIAL, rule_that("reasons", unless_we_talked), TWICE) is None


# Guards


def desk(name, opens, closes):
    """A guard of one's own that is open at some hours of UTC, on every day."""

    def permits(self, at):
        start, end = (at.replace(hour=each, minute=0, second=0, microsecond=0) for each in (opens, closes))
        later = 0 * DAY if at < end else DAY
        return Window(start=start + later, end=end + later, says=name)

    declares = (Besides(what="our hours"),)
    return type("Desk", (), {"name": name, "declares": declares, "permits": hookimpl(permits)})()


def test_two_desks_that_share_no_hour_leave_whoever_belongs_to_both_waiting():
    early, late, noon = desk("early", 7, 9), desk("late", 13, 15), desk("noon", 8, 14)
    assert "they wait for ever" in accused(WAITS, Playbook().with_rules(early, late), BERLIN)
    assert accused(WAITS, Playbook().with_rules(late, noon), BERLIN) is None


def test_a_desk_far_away_is_not_at_odds_with_itself():
    assert accused(WAITS, Playbook().with_rules(desk("night", 0, 3)), BERLIN, seeds=range(3)) is None


def test_what_happened_at_night_leaves_an_hour_to_ring_by_day():
    def at_their_hour(self, history, at):
        """From an hour before the time of day of the last talk until an hour after it."""
        if history.last_talk is None:
            return None
        start = at.replace(hour=history.last_talk.at.hour, minute=0, second=0, microsecond=0)
        start += 0 * DAY if at < start + DAY / 12 else DAY
        return Window(start=start, end=start + DAY / 12, says="their hour")

    rule = rule_that("permits", at_their_hour, Besides(what="the hour of the last talk"))
    by_night, by_day = (somebody().talked(f"2026-05-18 {hour}:00") for hour in (22, 11))
    assert "they wait for ever: their hour" in accused(WAITS, rule, by_night)
    assert accused(WAITS, rule, by_day, seeds=range(3)) is None
