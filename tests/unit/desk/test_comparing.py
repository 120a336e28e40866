"""What a change of the rules does before it does it."""

import json

from callrules import Playbook, hookimpl
from callrules.desk.comparing.comparing import compare
from callrules.desk.comparing.tables import heading, tables
from callrules.desk.comparing.written import write_comparison
from callrules.rules import Hours, Pace
from helpers.people import HOUSE, MON, TUE, somebody

QUICK = HOUSE.with_rules(Pace(days_between=(0,), least_hours=1))
NEW, RUNG, TALKED = (
    somebody(id="new"),
    somebody(id="rung").rung(f"{MON} 10:00"),
    somebody(id="talked").talked(f"{MON} 10:00"),
)


def compared(one, other, *lives, now=f"{TUE} 14:00"):
    return compare(one, other, [(life.contact, life.history) for life in lives], lives[0].at(now))


def test_who_is_rung_that_was_not_is_told_by_the_rule_that_held_them():
    seen = compared(HOUSE, QUICK, NEW, RUNG, TALKED)
    assert (seen.rung_before, seen.rung_after) == (1, 2)
    assert [each.contact.id for each in seen.of("new")] == ["rung"]
    assert seen.by_rule("new") == {("pace", "rung not long ago: it is too soon"): 1}


def test_the_other_way_round_it_is_told_by_the_rule_that_holds_them_then():
    seen = compared(QUICK, HOUSE, NEW, RUNG, TALKED)
    assert [each.contact.id for each in seen.of("gone")] == ["rung"]
    assert list(seen.by_rule("gone")) == [("pace", "rung not long ago: it is too soon")]


def test_the_same_rules_differ_about_nobody():
    assert compared(HOUSE, HOUSE, NEW, RUNG, TALKED).differences == ()


def test_another_day_for_somebody_who_is_not_rung_either_way_is_told_besides():
    late = HOUSE.with_rules(Hours(opens=Hours().opens.replace(hour=11)))
    seen = compared(HOUSE, late, RUNG, now=f"{MON} 12:00")
    assert [each.kind for each in seen.differences] == ["another_step"] * len(seen.differences)


def test_people_and_programs_read_the_same_counts():
    seen = compared(HOUSE, QUICK, NEW, RUNG, TALKED)
    told = json.loads(json.dumps(write_comparison(seen)))
    assert told["rung"] == {"this_one": 1, "the_other": 2}
    assert told["new"] == [{"code": "pace", "says": "rung not long ago: it is too soon", "count": 1}]
    assert told["differences"][0]["the_other"]["step"]["type"] == "call"
    assert heading(seen) == "3 people, 1 due by this one, 2 by the other: 1 differ"
    assert [each.name for each in tables(seen)] == ["new", "new_people"]


def test_a_rule_that_raises_is_told_apart():
    class Broken:
        name = "broken"

        @hookimpl
        def reasons(self):
            raise ZeroDivisionError

    assert compared(HOUSE, Playbook().with_rules(Broken()), NEW).failed
