"""A2: who never bought is not forgotten for those who did."""

from helpers.people import FRI, MON, SAT, TUE, a_business, somebody


def test_somebody_who_never_bought_is_called_at_once():
    assert somebody().next(f"{MON} 10:00") == "call prospect Mon 2026-06-01 10:00"


def test_known_from_saturday_on_they_are_called_on_monday():
    life = a_business(known_since=somebody().moment(SAT))
    assert life.next(f"{FRI} 10:00") == "call prospect Mon 2026-06-08 09:00"


def test_a_conversation_answers_it_for_six_months():
    life = somebody().talked(f"{MON} 10:00", reason="prospect")
    assert life.next(f"{MON} 10:30") == "call prospect Tue 2026-12-01 10:00"


def test_a_conversation_about_something_else_answers_it_as_well():
    life = somebody().talked(f"{MON} 10:00", reason="insight")
    assert life.next(f"{MON} 10:30") == "call prospect Tue 2026-12-01 10:00"


def test_a_conversation_on_the_last_of_august_returns_at_the_end_of_february():
    assert somebody().talked("2026-08-31 10:00").next("2026-09-01 10:00") == "call prospect Mon 2027-03-01 09:00"


def test_an_unanswered_call_leaves_it_standing():
    assert somebody().rung(f"{MON} 10:00").step(f"{MON} 10:01").reason.name == "prospect"


def test_who_bought_once_is_a_customer_and_no_prospect():
    customer = somebody().bought(f"{MON} 10:00").got(f"{MON} 11:00", "thanks")
    assert customer.step(f"{TUE} 10:00").reason.name == "dormant_customer"
