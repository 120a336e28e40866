"""What is off is no reason, and nobody introduces us to somebody who knows us."""

import pytest

from callrules import (
    Because,
    CalledOff,
    Commitment,
    Kind,
    Party,
    Playbook,
    Purchase,
    Reason,
    SeekIntroduction,
    Stop,
    Write,
)
from callrules.calendars import DAY
from helpers.accusing import ADA, accused, rule_that
from helpers.people import a_business

OFF = "what-is-off-is-no-reason"


def a_reason(name, about, at):
    return Reason(name=name, about=about, due=at, says="it is time")


def every_meeting(self, history):
    return [a_reason("visit", each.key, each.at) for each in history.of(Commitment)]


def every_order(self, history):
    return [a_reason("order", each.key, each.at) for each in history.purchases if not each.is_return]


def every_order_that_stayed(self, history):
    return [a_reason("order", each.key, each.at) for each in history.still_bought]


def the_last_word_about_orders(self, history):
    """Rings about an order, and under the same name about the refund."""
    return [a_reason("order", each.key, each.at) for each in history.purchases]


def asks_why_it_came_back(self, history):
    back = [a_reason("came_back", each.key, each.at) for each in history.purchases if each.is_return]
    return [*every_order_that_stayed(self, history), *back]


def asks_for_another_day(self, history):
    off = {each.of: each.at for each in history.of(CalledOff)}
    return [
        a_reason("another_day", each.key, off[each.id]) if each.id in off else a_reason("visit", each.key, each.at)
        for each in history.of(Commitment)
    ]


def test_who_called_the_visit_off_is_not_rung_about_it():
    assert "was called off, and 'visit' still is a reason to ring" in accused(OFF, rule_that("reasons", every_meeting))


def test_who_sent_the_order_back_is_not_rung_about_it():
    assert "they sent the order back, and 'order'" in accused(OFF, rule_that("reasons", every_order))


def test_a_reason_of_the_same_name_after_a_refund_is_the_same_reason():
    assert "they sent the order back, and 'order'" in accused(OFF, rule_that("reasons", the_last_word_about_orders))


@pytest.mark.parametrize("answer", [every_order_that_stayed, asks_why_it_came_back, asks_for_another_day])
def test_what_became_of_it_may_be_asked_under_a_name_of_its_own(answer):
    assert not accused(OFF, rule_that("reasons", answer))


def test_an_earlier_order_that_they_kept_stays_a_reason():
    kept = ADA.add(Purchase(at=ADA.at("2026-05-04 10:00"), amount=70, id="kept"))
    assert not accused(OFF, rule_that("reasons", every_order_that_stayed), kept)


def sorry_it_is_late(promised):
    def before(self, history, reason):
        due = history.calendar.starts
        late = [due(each.due) + DAY for each in promised(history) if each.kind is Kind.SEND and each.by is Party.US]
        why = (Because("odd", "late", "say that it is late"),)
        return [Write(since=each, purpose="sorry", channel="email", because=why) for each in late] if not reason else []

    return rule_that("before", before)


def test_nobody_is_told_that_it_is_late_what_they_called_off():
    told = accused(OFF, sorry_it_is_late(lambda history: history.commitments))
    assert "(send) was called off, and 'sorry' still is a reason to write: say that it is late" in told
    awaited = sorry_it_is_late(lambda history: [each for each, _ in history.owed])
    assert not accused(OFF, awaited)


def did_not_come(is_off):
    def walk_away(self, history):
        for each in history.commitments:
            over = history.calendar.starts(each.due) + DAY
            if each.kind is Kind.MEET and not is_off(history, each):
                yield Stop(grounds="no_show", since=over, says="they did not come")

    return rule_that("walk_away", walk_away)


def test_nobody_is_let_go_for_missing_what_they_had_called_off():
    told = accused(OFF, did_not_come(lambda history, each: False))
    assert "was called off, and 'no_show' still is a ground to let go: they did not come" in told
    assert not accused(OFF, did_not_come(lambda history, each: history.is_called_off(each)))


def test_a_customer_of_another_desk_stays_one_whatever_became_of_the_appointment():
    def walk_away(self, history):
        visits = [each.at for each in history.commitments if each.kind is Kind.MEET]
        return Stop(grounds="handed_over", since=visits[-1], says="theirs is another desk") if visits else None

    assert not accused(OFF, rule_that("walk_away", walk_away))


def test_a_welcome_is_owed_although_the_order_came_back():
    def before(self, history, reason):
        why = (Because("odd", "welcome", "welcome them"),)
        first = history.bought_at[:1]
        return [Write(since=each, purpose="welcome", channel="email", because=why) for each in first]

    assert not accused(OFF, rule_that("before", before))


def test_who_wants_nothing_has_nothing_to_answer_for():
    assert accused(OFF, Playbook()) == "no rule but the house's wants anything"


def test_a_reason_that_cannot_be_told_is_a_matter_of_another_law():
    assert not accused(OFF, rule_that("reasons", lambda self, history: 1 / 0))


STRANGERS = "introduced-to-strangers"


def always(self, reason):
    return SeekIntroduction() if reason is not None else None


def of_firms(self, contact, history, reason):
    is_known = history.is_two_way or history.bought_at
    return SeekIntroduction() if reason is not None and contact.business and not is_known else None


FIRM = a_business()


@pytest.mark.parametrize(
    "life",
    [
        FIRM.bought("2025-06-02 10:00"),
        FIRM.talked("2025-06-02 10:00"),
        FIRM.rang_us("2025-06-02 10:00", "conversation"),
        FIRM.talked("2025-06-02 10:00", "order"),
        FIRM.met("2025-06-02 10:00"),
    ],
    ids=["bought", "talked", "rang us", "ordered by telephone", "met"],
)
def test_nobody_introduces_us_to_somebody_who_knows_us(life):
    when = "2026-01-12 10:00"
    assert "although they know us" in accused(STRANGERS, rule_that("before", always), life, when)
    assert not accused(STRANGERS, rule_that("before", of_firms), life, when)


@pytest.mark.parametrize(
    "life",
    [FIRM, FIRM.rung("2026-05-04 10:00"), FIRM.introduced("2026-05-04 10:00"), FIRM.got("2026-05-04 10:00", "share")],
    ids=["a stranger", "rung in vain", "introduced once", "written to"],
)
def test_who_was_introduced_rung_or_written_to_does_not_know_us_by_that(life):
    assert not accused(STRANGERS, rule_that("before", always), life)
