"""A4: who buys from a competitor would be better off here."""

from helpers.people import MON, TUE, somebody

THEIRS = somebody(buys_from="Brightwell")


def test_whoever_buys_from_a_competitor_is_called_at_once():
    assert THEIRS.next(f"{MON} 10:00") == "call competitor_customer Mon 2026-06-01 10:00"


def test_it_is_a_better_reason_than_never_having_bought():
    reasons = {say.rule for say in THEIRS.step(f"{MON} 10:00").because}
    assert reasons == {"competitors_customers"}


def test_the_reason_names_the_competitor_and_does_not_run_them_down():
    assert THEIRS.step(f"{MON} 10:00").reason.says == "buys from Brightwell"


def test_a_conversation_answers_it_and_it_returns_six_months_later():
    life = THEIRS.talked(f"{MON} 10:00", reason="competitor_customer")
    assert life.next(f"{TUE} 10:00") == "call competitor_customer Tue 2026-12-01 10:00"


def test_a_customer_of_ours_who_also_buys_elsewhere_is_missed_first():
    life = THEIRS.bought("2025-01-07 10:00").talked("2025-01-07 10:00", "order")
    assert life.step(f"{MON} 10:00").reason.name == "lapsed_customer"


def test_who_buys_from_nobody_we_know_is_only_a_prospect():
    assert somebody().step(f"{MON} 10:00").reason.name == "prospect"
