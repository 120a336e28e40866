"""`make faults`: five thousand damages to the line that says no."""

import pytest

from unit.cli.test_damaged_books import folder, still_rung

__all__ = ["folder"]
AT_A_TIME = 1_000


@pytest.mark.parametrize("seed", range(5))
def test_after_no_damage_to_the_line_that_says_no_does_the_phone_ring(folder, seed):
    assert still_rung(folder, seed, AT_A_TIME) == []
