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


IN_VAIN = (
    somebody()
    .rung("2026-06-12 10:00")
    .rung("2026-06-16 13:00")
    .rung("2026-06-19 16:00")
    .promised("2026-06-22 10:00", "2026-11-16", kind="send")
    .rung("2026-06-23 10:00")
    .rung("2026-06-29 13:00")
    .rung("2026-07-06 16:00")
)
"""Six attempts in vain, while something is promised for a day long after we look again."""


def test_who_is_looked_at_again_while_a_promise_is_open_is_not_forgotten_until_its_day():
    assert IN_VAIN.next("2026-07-07 10:00") == "rest Sun 2026-10-04 16:00"
    assert IN_VAIN.next("2026-10-04 16:00") == "call prospect Mon 2026-10-05 09:00"


def test_a_refusal_names_no_moment_that_a_goodbye_will_have_closed():
    now = SIXTH.at(f"{SAT} 17:00")
    refused = HOUSE.may_call(SIXTH.contact, SIXTH.history, now)
    assert not refused.allowed
    assert HOUSE.may_call(SIXTH.contact, SIXTH.history, refused.at).allowed
    assert refused.at > SIXTH.at(f"{SUN} 17:00")
    assert any("leave them in peace" in each.says for each in refused.because)
