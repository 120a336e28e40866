"""What a policy declares, in short: its own in words, the house's in numbers."""

from callrules import Playbook
from callrules.declared import Cap, Spacing
from callrules.rules import Caps
from callrules.testing.judging.declared_lines import spelled, told_in_full, told_in_short
from callrules.testing.policies import Declaration, declarations

HOUSE = spelled(declarations(Playbook()))


def test_the_house_is_counted_and_not_read_out():
    assert told_in_short(HOUSE) == f"all {len(HOUSE)} facts of the house rules"


def test_a_guests_own_facts_come_first_in_words():
    given = [*HOUSE, *spelled([Declaration("acme", Spacing(days=(9,)))])]
    assert told_in_short(given) == f"9 days after each unanswered attempt in a row; {told_in_short(HOUSE)}"


def test_a_changed_number_is_told_and_so_is_what_it_took_the_place_of():
    told = told_in_short(spelled(declarations(Playbook().with_rules(Caps(in_7_days=1)))))
    assert told.startswith("at most 1 attempt in any 7 days; ")
    assert f"; {len(HOUSE) - 1} of the {len(HOUSE)} facts of the house rules, but not: " in told
    assert told.endswith("not: at most 3 attempts in any 7 days")


def test_of_much_that_is_missing_only_the_number_is_told():
    assert told_in_short(HOUSE[:2]) == f"2 of the {len(HOUSE)} facts of the house rules"


def test_nothing_declared_is_said_in_short_and_in_full():
    assert told_in_short([]) == told_in_full([]) == "nothing: only the laws that bind everybody apply"


def test_in_full_each_fact_is_told_once_and_without_its_rule():
    cap = Cap(most=3, days=7)
    assert told_in_full(spelled([Declaration("a", cap), Declaration("b", cap)])) == "at most 3 attempts in any 7 days"
