"""Peace that was asked for is given, letters are waited for, and our calls hold up none of theirs."""

import pytest

from callrules import CallAttempt, Playbook, Snooze, Window, Write
from callrules.calendars import DAY
from callrules.declared import POLITE, Besides, WithNeighbours
from callrules.moments import outside
from callrules.rules import HangUps, Snoozes, TheirPromises
from helpers.accusing import ADA, accused, rule_that
from helpers.people import MON, SAT, somebody


def test_two_months_of_peace_are_two_months():
    assert "after they asked for two months of peace" in accused(
        "leaves-in-peace-as-asked", Playbook().without("snoozes")
    )
    assert not accused("leaves-in-peace-as-asked", Playbook())


def test_who_asked_for_peace_and_then_for_a_call_is_rung():
    named = ADA.promised(f"{MON} 09:00", "2026-06-17", asked_by="them")
    assert not accused("leaves-in-peace-as-asked", Playbook(), named)


def test_a_snooze_may_be_kept_by_a_rule_of_ones_own():
    def permits(self, history):
        until = max((each.until for each in history.of(Snooze)), default=None)
        return Window(start=history.calendar.starts(until), says="in peace", yields=True) if until else None

    own = Playbook().without("snoozes").with_rules(rule_that("permits", permits, Besides(what="a snooze")))
    assert not accused("leaves-in-peace-as-asked", own)
    assert Snoozes().name not in {rule.name for rule in own.rules}


def test_who_said_that_they_will_ring_is_waited_for():
    impatient = Playbook().without("their_promises")
    assert "they said that they will ring ten days later" in accused("waits-for-their-word", impatient)
    assert not accused("waits-for-their-word", TheirPromises(grace_days=0))


HUNG_UP = somebody(postal_address="1 High Street").rung(f"{MON} 10:00", "hung_up")


@pytest.mark.parametrize(("days", "broken"), [(1, True), (2, False), (3, False)])
def test_a_letter_names_the_second_working_day_at_the_soonest(days, broken):
    policy = HangUps(friday_to=1, friday_from=1, posted_from=1, else_days=days)
    assert bool(accused("letters-take-days", policy, HUNG_UP, f"{MON} 10:01")) is broken


@pytest.mark.parametrize(("days", "broken"), [(1, True), (2, False)])
def test_a_weekend_is_no_working_day_of_the_post(days, broken):
    def names_a_day(self, history, reason, at):
        day = history.calendar.working_days_on(history.calendar.day(at), days)
        return Write(at=at, since=at, purpose="card", channel="letter", promises=day) if reason is None else None

    posted = somebody(postal_address="1 High Street")
    says = accused("letters-take-days", rule_that("before", names_a_day), posted, f"{SAT} 10:00")
    assert bool(says) is broken


def test_an_e_mail_may_name_tomorrow():
    tomorrow = HangUps(friday_to=1, friday_from=1, else_days=1)
    by_mail = somebody(email="ada@example.org").rung(f"{MON} 10:00", "hung_up")
    assert not accused("letters-take-days", tomorrow, by_mail, f"{MON} 10:01")


THEIRS = "what-they-ask-is-not-held-up"


def a_week_after_a_try(*declares, polite):
    def permits(self, history, reason, at):
        if polite and reason.is_first_return(history):
            return None
        tries = [(each.at, each.at + 7 * DAY) for each in history.attempts]
        return outside(tries, at, "a week after a try", yields=polite)

    return rule_that("permits", permits, *declares)


def test_a_call_of_ours_in_vain_holds_up_none_that_they_ask_for():
    firm = a_week_after_a_try(Besides(what="a week after a try"), polite=False)
    assert "they asked for a call, and what came before holds it up" in accused(THEIRS, firm)


def test_who_gives_way_to_what_they_ask_may_rest_for_a_week():
    assert not accused(THEIRS, a_week_after_a_try(Besides(what="a week", lifted_by=POLITE), polite=True))


def truce(*declares, polite):
    def permits(self, history, reason, at):
        if polite and reason.is_first_return(history):
            return None
        noes = [each.at for each in history.neighbours if getattr(each, "is_refusal", False)]
        return outside([(each, each + 28 * DAY) for each in noes], at, "peace in their house", yields=polite)

    return rule_that("permits", permits, *declares)


def test_a_no_of_somebody_else_at_their_telephone_holds_up_no_call_that_they_ask_for():
    firm = truce(WithNeighbours(), Besides(what="four weeks of peace in their house"), polite=False)
    assert "noes of somebody else at their telephone" in accused(THEIRS, firm, seeds=[2])
    polite = truce(WithNeighbours(), Besides(what="four weeks of peace", lifted_by=POLITE), polite=True)
    assert not accused(THEIRS, polite)


def test_where_every_restraint_is_told_in_numbers_nothing_is_asked():
    assert accused(THEIRS, Playbook()) == "no guard tells in words alone what it forbids"


def test_the_turn_of_everybody_can_be_counted():
    def by_pace(self, history):
        return 10 / (len(history.of(CallAttempt)) - 2)

    tried_twice = ADA.rung("2026-05-04 10:00").rung("2026-05-06 13:00")
    assert "ZeroDivisionError" in accused("total", rule_that("priority", by_pace), tried_twice)
    assert not accused("total", rule_that("priority", by_pace))
