"""Strategies make valid values, the plainest first, and never throw one away."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from callrules import Contact, Fact, History, InvalidValue, Phone, Playbook, Purchase, Reason, Window, hookimpl
from callrules.deciding.admission import name_of
from callrules.desk.day_list import day_list
from callrules.desk.desks import Desk
from callrules.facts import FACTS
from callrules.rules import FLOOR, HOUSE_RULES
from callrules.testing import strategies as made
from callrules.testing.lives.zones import LADDER
from callrules.testing.stories.story import read_story

KIM = Contact(id="kim", timezone="Europe/Paris")
NOON = dt.datetime(2026, 5, 11, 12, tzinfo=dt.UTC)
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def plainest(strategy, what=lambda _: True):
    return find(strategy, what, settings=settings(max_examples=60))


def test_a_contact_shrinks_to_a_place_whose_clock_is_utc_and_nothing_else():
    assert plainest(made.contacts()) == Contact(id="c", timezone=LADDER[0])


def test_a_situation_shrinks_to_a_monday_on_which_nothing_has_happened():
    contact, history, now = plainest(made.situations())
    assert (contact, history) == (Contact(id="c", timezone=LADDER[0]), History())
    assert now == NOON.replace(hour=11)


def test_a_scenario_shrinks_to_a_story_of_two_lines():
    assert str(plainest(made.scenarios())) == f"c, {LADDER[0]}\nMon 2026-05-11 11:00  => ?\n"


def test_the_rest_shrinks_to_the_plainest_as_well():
    assert plainest(made.books()) == ()
    assert plainest(made.desks()) == Desk()
    assert plainest(made.pasts(KIM)) == History()
    assert plainest(made.rule_sets()) == ()
    assert plainest(made.windows()) == Window(says="permitted then")
    assert plainest(made.zones()) == LADDER[0]
    assert plainest(made.instants()) == NOON.replace(hour=10)
    assert plainest(made.facts(KIM, Purchase)).amount is None


def test_two_who_share_a_number_shrink_to_people_like_others():
    def shares(book):
        numbers = [{phone.number for phone in contact.phones} for contact, _ in book]
        return len(numbers) > 1 and numbers[0] & numbers[1]

    (one, _), (other, _) = find(made.books(2), shares, settings=settings(max_examples=500))
    assert {one.timezone, other.timezone} == {LADDER[0]}
    assert len(one.phones) + len(other.phones) <= 4


@FEW
@given(st.data())
def test_a_past_was_imported_at_one_moment_after_all_of_it(data):
    past = data.draw(made.pasts(KIM))
    imported = {fact.recorded for fact in past.entries}
    assert len(imported) <= 1
    assert all(fact.recorded >= fact.at for fact in past.entries)


@FEW
@given(made.people(), st.data())
def test_two_halves_make_the_history(person, data):
    history = person[1]
    first, second = data.draw(made.merges(history))
    assert first.merge(second) == second.merge(first) == history


@FEW
@given(made.books(), made.instants())
def test_a_book_is_a_list_of_different_people_each_with_the_facts_of_all(book, now):
    assert len({contact.id for contact, _ in book}) == len(book) <= 3
    assert len({history for _, history in book}) <= 1
    assert all(fact.contact for _, history in book for fact in history.entries)
    assert len(day_list(Playbook(strict=True), book, now)) == len(book)


def test_a_desk_may_have_hours_and_somebody_who_stands_in():
    for wanted in (lambda rep: rep.blocks, lambda rep: rep.away, lambda rep: any(each.stand_in for each in rep.away)):
        assert find(
            made.desks(), lambda desk, wanted=wanted: any(map(wanted, desk.reps)), settings=settings(max_examples=500)
        )


def test_somebody_in_a_book_has_neighbours():
    def heard(book):
        return any(history.seen_by(contact).neighbours for contact, history in book)

    assert find(made.books(), heard, settings=settings(max_examples=500))


@FEW
@given(made.scenarios())
def test_a_scenario_is_a_story_whose_stages_grow(scenario):
    assert read_story(str(scenario)).history == scenario.history
    stages = list(scenario.stages)
    moments = [at for _, at in stages]
    assert moments == sorted(moments)
    assert stages[0][0] == History()
    assert stages[-1][0] == scenario.history


class Chatty:
    """Rings at any time, for a reason of its own."""

    @hookimpl
    def reasons(self):
        return Reason(name="we_like_to_talk", says="we like to talk")


def test_a_scenario_is_led_by_the_authors_own_policy_and_deeds():
    def given_away(life, dice):
        life.happens(Purchase, dice, amount="0.01", currency="EUR")

    strategy = made.scenarios(Chatty(), events=[given_away])

    def both(scenario):
        facts = scenario.history.entries
        ours = any(getattr(fact, "reason", None) == "we_like_to_talk" for fact in facts)
        return ours and any(str(getattr(fact, "amount", "")) == "0.01" for fact in facts)

    assert find(strategy, both, settings=settings(max_examples=1000))


@FEW
@given(made.rule_sets(), made.policies())
def test_some_of_the_rules_in_any_order_make_a_playbook(rules, policy):
    assert set(map(name_of, rules)) <= set(map(name_of, HOUSE_RULES))
    assert len(set(map(name_of, rules))) == len(rules)
    assert set(map(name_of, FLOOR)) <= set(map(name_of, policy.rules))
    assert Playbook(rules).next_step(KIM, History(), NOON)


@given(made.windows(), made.reasons(), made.instants())
def test_windows_and_reasons_are_valid(window, reason, at):
    assert window.permits(at) == (window.opens <= at < window.closes)
    assert reason.due or not reason.named


@pytest.mark.parametrize("kind", [*FACTS, Fact, Window, Reason, Phone, Contact, History, Playbook], ids=str)
def test_hypothesis_knows_each_type(kind):
    @settings(max_examples=10)
    @given(st.from_type(kind))
    def known(value):
        assert isinstance(value, kind)

    known()


def test_what_is_no_kind_of_fact_is_refused():
    with pytest.raises(InvalidValue, match=r"kind.*one of CallAttempt"):
        made.facts(KIM, Contact)


def test_every_strategy_is_listed_and_says_what_it_makes():
    public = [name for name in made.__all__ if name.islower()]
    assert all(getattr(made, name).__doc__ for name in public)
    assert made.__all__ == sorted(made.__all__, key=lambda name: (not name.isupper(), name.islower(), name))


def test_the_door_of_the_testing_kit_opens_without_hypothesis():
    done = subprocess.run(
        [sys.executable, "-c", "import callrules.testing, sys; print({'hypothesis', 'pytest'} & set(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"
