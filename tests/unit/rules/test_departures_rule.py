"""F13: who has gone, or was never the right one, is not called."""

import pytest

from helpers.people import MON, TUE, WED, somebody

ADA = somebody(email="ada@example.com", buys_from="Brightwell").promised("2026-05-29 10:00", f"{WED} 10:00")


@pytest.mark.parametrize("how", ["left_company", "closed_down", "disqualified"])
def test_who_is_gone_is_let_go_at_once_whatever_was_promised(how):
    life = ADA.rung(f"{MON} 10:00", how)
    assert life.step(f"{MON} 10:01").grounds == "disqualified"
    assert not life.may_be_rung(f"{WED} 10:00")


def test_of_somebody_who_left_the_successor_is_found_first_and_then_the_person():
    says = ADA.rung(f"{MON} 10:00", "left_company").step(f"{MON} 10:01").says
    assert says.index("successor") < says.index("where they went")


def test_nobody_writes_goodbye_to_a_desk_that_is_empty():
    assert ADA.rung(f"{MON} 10:00", "left_company").step(f"{MON} 10:01").channel is None


def test_a_colleague_may_tell_us_on_the_phone_by_calling_us():
    assert ADA.rang_us(f"{MON} 10:00", "left_company").step(f"{MON} 10:01").grounds == "disqualified"


@pytest.mark.parametrize("back", ["rang_us", "wrote_to_us", "bought"])
def test_it_stays_so_until_they_come_back(back):
    life = somebody().rung(f"{MON} 10:00", "left_company")
    assert life.step("2030-06-03 10:00").type == "walk_away"
    assert getattr(life, back)(f"{TUE} 10:00").step(f"{TUE} 10:01").type == "call"
