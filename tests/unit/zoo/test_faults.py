"""What such systems get wrong (rulebook F1-F14): right in the house, and seen at once where it is put in."""

import pytest

from helpers.people import HOUSE
from zoo.faults.rulebook import FAULTS

each_fault = pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.id}: {fault.says}" for fault in FAULTS])


@each_fault
def test_the_house_does_not_have_the_fault(fault):
    assert fault.check(HOUSE)


@each_fault
def test_the_fault_is_seen_where_it_is_put_in(fault, monkeypatch):
    assert not fault.check(fault.put_in(monkeypatch))


def test_every_entry_of_the_rulebook_has_a_fault_that_can_be_put_in():
    assert {fault.id for fault in FAULTS} == {f"F{number}" for number in range(1, 15)}
