"""B2, C4: something new is worth one call, while it is new."""

from helpers.people import MON, TUE, WED, somebody

KNOWN = somebody().talked("2026-05-04 10:00")


def test_something_new_is_a_reason_to_call_at_once():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1")
    step = life.step(f"{MON} 10:30")
    assert life.next(f"{MON} 10:30") == "call insight Mon 2026-06-01 10:30"
    assert step.reason.about == "i-1"
    assert "a new grant for shops" in step.reason.says


def test_it_is_stale_after_ninety_days():
    life = KNOWN.insight(f"{WED} 10:00")
    assert life.step("2026-09-01 09:59").reason.name == "insight"
    assert life.step("2026-09-01 10:00").reason.name == "prospect"


def test_what_we_told_them_is_never_told_again():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1").talked(f"{TUE} 10:00", used=["i-1"])
    assert life.step(f"{WED} 10:00").reason.name == "prospect"


def test_what_we_wrote_to_them_is_not_news_any_more():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1").got(f"{TUE} 10:00", "share", used=["i-1"])
    assert life.step(f"{WED} 10:00").reason.name == "prospect"


def test_a_second_piece_of_news_is_a_second_reason():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1").insight(f"{MON} 11:00", "a competitor closes", id="i-2")
    life = life.talked(f"{TUE} 10:00", reason="insight", about="i-1", used=["i-1"])
    step = life.step(f"{WED} 10:00")
    assert (step.reason.name, step.reason.about) == ("insight", "i-2")


def test_a_reason_that_was_heard_is_used_up_even_where_nobody_noted_what_was_said():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1").talked(f"{TUE} 10:00", reason="insight", about="i-1")
    assert life.step(f"{WED} 10:00").reason.name == "prospect"


def test_an_unanswered_dial_uses_nothing_up():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1").rung(f"{MON} 10:30", reason="insight", about="i-1")
    assert life.next(f"{MON} 10:31") == "call insight Wed 2026-06-03 12:00"


def test_several_pieces_of_news_do_not_become_several_calls_in_a_week():
    life = KNOWN.insight(f"{MON} 10:00", id="i-1").insight(f"{MON} 11:00", "a competitor closes", id="i-2")
    life = life.talked(f"{TUE} 10:00", reason="insight", about="i-1", used=["i-1"])
    assert life.next(f"{TUE} 10:30") == "call insight Tue 2026-06-09 09:00"


def test_news_goes_before_the_reasons_that_can_wait():
    life = KNOWN.but(buys_from="Brightwell").insight("2026-11-03 10:00")
    assert life.step("2026-12-01 10:00").reason.name == "insight"
