"""The strategies reach the moments that the laws are about; `pytest -s` prints how often."""

import collections

import attrs
import pytest
from hypothesis import given, settings
from reach import reached

from callrules import Contact, History, Playbook
from callrules.testing.judging.survey import survey
from callrules.testing.strategies import contacts, people, situations
from zoo.pairs import all_pairs, pairs_of
from zoo.runs import HELD

HOUSE = Playbook(strict=True)
CASES = 1500
LEAST = {
    "a call is due": 0.09, "a call must wait": 0.1, "a note is owed": 0.02, "something comes first": 0.02,
    "walked away": 0.03, "unanswered": 0.01, "opted out": 0.02, "opt-out overruled by consent": 0.005,
    "a neighbour's no": 0.005, "a promise is open": 0.05, "a named moment is used": 0.02,
    "a promise was kept in vain": 0.01, "their promise is open": 0.01, "weekly cap is full": 0.04,
    "monthly cap is full": 0.01, "a row of three": 0.05, "clock changes before the step": 0.02,
    "no zone is known": 0.02, "several zones": 0.02, "no window at all": 0.01, "somebody dials": 0.005,
    "a number is dead": 0.02, "snoozed": 0.02, "something was taken back": 0.01,
    "a fact lies ahead of now": 0.005, "a channel is refused": 0.005, "they rang us": 0.05,
}  # fmt: skip


def test_every_moment_that_matters_is_reached():
    seen, cases = collections.Counter(), []

    @settings(max_examples=CASES)
    @given(situations())
    def look(situation):
        contact, history, now = situation
        cases.append(len(history.entries))
        seen.update(reached(contact, history, now, HOUSE.next_step(contact, history, now)))

    look()
    shares = {name: seen[name] / len(cases) for name in LEAST}
    print(f"\n{len(cases)} situations, {sum(cases) / len(cases):.1f} facts each")
    print("\n".join(f"{share:7.1%}  {name}" for name, share in shares.items()))
    assert {name: share for name, share in shares.items() if share < LEAST[name]} == {}


@given(people())
def test_a_person_and_their_history_are_valid_and_say_the_same_twice(person):
    contact, history = person
    assert History(history.entries) == history
    assert isinstance(contact, Contact)


@settings(max_examples=200)
@given(contacts())
def test_a_contact_keeps_its_secrets(contact):
    shown = repr(contact)
    hidden = [contact.email, contact.fax, contact.postal_address, *(phone.number for phone in contact.phones)]
    assert not [secret for secret in hidden if secret and secret in shown]


def test_each_kind_of_fact_comes_after_each_restraint_and_before_each_errand_within_a_hundred_lives():
    met, wanted = pairs_of(HOUSE, 100), all_pairs()
    print(f"\n{len(wanted)} pairs, {len(wanted & met)} met")
    assert wanted - met == set()


A_FEW = 4


@pytest.mark.parametrize("seed", [1, 4, 5])
def test_no_moment_of_a_law_is_left_to_luck(seed):
    laws = [attrs.evolve(law, check=lambda _: ()) for law in HELD]
    led = survey(Playbook(), laws, examples=100, seed=seed)
    assert {name: tally.lives for name, tally in led.tallies.items() if tally.lives < A_FEW} == {}
