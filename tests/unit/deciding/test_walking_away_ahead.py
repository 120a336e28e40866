"""B5, F3: an open dial that nobody closes is the last of too many attempts; the gate knows that ahead of time."""

from helpers.people import FRI, HOUSE, MON, SAT, SUN, THU, TUE, WED, somebody

SIXTH = (
    somebody()
    .rung(f"{MON} 10:00")
    .rung(f"{TUE} 13:00")
    .rung(f"{WED} 16:00")
    .rung(f"{THU} 10:00")
    .rung(f"{FRI} 13:00")
    .rung(f"{SAT} 16:00", "dialing")
)


def test_a_refusal_names_no_moment_that_a_goodbye_will_have_closed():
    now = SIXTH.at(f"{SAT} 17:00")
    refused = HOUSE.may_call(SIXTH.contact, SIXTH.history, now)
    assert not refused.allowed
    assert HOUSE.may_call(SIXTH.contact, SIXTH.history, refused.at).allowed
    assert refused.at > SIXTH.at(f"{SUN} 17:00")
    assert any("leave them in peace" in each.says for each in refused.because)
