"""Where rules tie, the answer hangs on what they say, and never on the order in which they were given."""

import datetime as dt
import itertools

import attrs
import pytest

from callrules import Contact, History, Playbook, Reason, Stop, hookimpl

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105"])
NOW = dt.datetime(2026, 5, 11, 10, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@attrs.frozen
class Glad:
    name: str
    reason: Reason

    @hookimpl
    def reasons(self):
        return self.reason


@attrs.frozen
class Enough:
    name: str
    stop: Stop

    @hookimpl
    def walk_away(self):
        return self.stop


def checkup(says="time for a checkup", **more):
    return Reason(name="checkup", due=NOW - DAY, says=says, **more)


def enough(**more):
    return Stop(grounds="stalled", says="enough for now", **{"since": NOW + DAY, **more})


TIES = [
    [Glad("b_rule", checkup("a customer who buys")), Glad("a_rule", checkup("one whom we can write to"))],
    [Glad("one", checkup(expires=NOW + DAY)), Glad("other", checkup()), Glad("third", checkup("to be seen again"))],
    [Enough("one", enough(revisit=NOW + 9 * DAY)), Enough("other", enough(revisit=NOW + 5 * DAY))],
]


@pytest.mark.parametrize("rules", TIES)
def test_the_order_in_which_rules_are_given_changes_no_answer(rules):
    bare = Playbook(())
    orders = [bare.with_rules(*order) for order in itertools.permutations(rules)]
    first, *others = [playbook.next_step(ADA, History(), NOW) for playbook in orders]
    assert first.type != "rest"
    assert all((other, other.because) == (first, first.because) for other in others)
    gates = [playbook.may_call(ADA, History(), NOW) for playbook in orders]
    assert {(gate, gate.because) for gate in gates} == {(gates[0], gates[0].because)}


def test_of_two_rules_with_one_reason_the_one_that_comes_first_by_name_gives_it():
    step = Playbook(()).with_rules(*TIES[0]).next_step(ADA, History(), NOW)
    assert step.because[0].rule == "a_rule"
    assert step.reason.says == "one whom we can write to"
