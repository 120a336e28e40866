"""B5: at most three attempts in any seven days and six in any thirty."""

from callrules import CallAttempt
from helpers.people import MON, NEIGHBOURS, NUMBER, THU, TUE, WED, somebody

THREE = somebody().rung(f"{MON} 10:00").rung(f"{TUE} 16:00").rung(f"{WED} 13:00")


def test_the_fourth_in_a_week_waits_until_the_first_is_a_week_old():
    assert THREE.next(f"{THU} 10:00") == "call prospect Mon 2026-06-08 10:00"
    assert not THREE.may_be_rung("2026-06-08 09:59")


def test_seven_days_are_any_seven_days_and_not_a_calendar_week():
    life = somebody().rung(f"{THU} 10:00").rung("2026-06-05 13:00").rung("2026-06-08 13:00")
    assert life.next("2026-06-09 10:00") == "call prospect Thu 2026-06-11 10:00"


def test_dials_by_hand_count_as_well():
    life = somebody().rung(f"{MON} 10:00").rung(f"{MON} 13:00", remark="by hand").rung(f"{MON} 16:00", remark="by hand")
    assert life.step(f"{MON} 16:01").at == life.at("2026-06-08 10:00")


def test_conversations_are_attempts_too():
    life = somebody().talked(f"{MON} 10:00").talked(f"{TUE} 10:00").talked(f"{WED} 10:00").insight(f"{MON} 09:00")
    assert not life.may_be_rung(f"{THU} 10:00")


def test_the_seventh_in_thirty_days_waits_until_the_first_is_thirty_days_old():
    life = somebody().talked("2026-05-04 10:00").insight("2026-05-04 11:00")
    for day in ("05-06 16:00", "05-13 10:00", "05-15 13:00", "05-22 16:00", "05-27 13:00"):
        life = life.rung(f"2026-{day}")
    assert life.next("2026-05-28 10:00") == "call insight Wed 2026-06-03 10:00"


def test_what_was_dialled_for_others_on_the_same_number_counts_for_the_number():
    at = [somebody().at(f"{day} 10:00") for day in (MON, TUE, WED)]
    others = [CallAttempt(at=each, disposition="no_answer", number=NUMBER, contact="c-2") for each in at]
    assert somebody().add(*others).next(f"{WED} 12:00") == "call prospect Mon 2026-06-08 10:00"
    both = somebody(phones=[NUMBER, NEIGHBOURS]).add(*others)
    assert both.step(f"{WED} 12:00").number == NEIGHBOURS


def test_what_was_dialled_for_the_person_counts_on_every_number():
    life = somebody(phones=[NUMBER, NEIGHBOURS])
    for day in (MON, TUE, WED):
        life = life.rung(f"{day} 10:00", number=NUMBER)
    assert not life.may_be_rung(f"{THU} 12:00", NEIGHBOURS)


def test_a_technical_fault_is_no_attempt():
    life = somebody()
    for day in (MON, TUE, WED):
        life = life.rung(f"{day} 10:00", "technical")
    assert life.may_be_rung(f"{WED} 12:00")


def test_their_calls_to_us_do_not_count():
    life = somebody()
    for day in (MON, TUE, WED):
        life = life.rang_us(f"{day} 10:00", "conversation")
    assert life.insight("2026-05-20 10:00").next(f"{WED} 12:00") == "call insight Wed 2026-06-10 09:00"
