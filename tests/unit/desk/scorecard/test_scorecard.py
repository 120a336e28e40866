"""What the calling brought, counted from what happened."""

import datetime as dt
import json
from decimal import Decimal

from callrules import History, Purchase
from callrules.desk.scorecard.card import scorecard
from callrules.desk.scorecard.figures import COUNTS, SHARES
from callrules.desk.scorecard.period import Period
from callrules.desk.scorecard.report_page import report_page
from callrules.desk.scorecard.shares import Share
from callrules.desk.scorecard.tables import tables
from callrules.desk.scorecard.written import write_scorecard
from helpers.people import HOUSE, MON, NEIGHBOURS, THU, TUE, WED, somebody

AUGUST = dt.datetime(2026, 8, 31, tzinfo=dt.UTC)


def card_of(*lives, since=None, until=AUGUST, playbook=None):
    period = Period(until=until, **({"since": since} if since else {}))
    return scorecard([(life.contact, life.history) for life in lives], period, playbook)


def totals(*lives, **more):
    return card_of(*lives, **more).totals


def share(name, *lives, **more):
    return totals(*lives, **more).share(name)


def bought(life, day, amount, currency):
    return life.add(Purchase(at=life.at(f"{day} 12:00"), amount=amount, currency=currency))


# --- what was done


def test_a_dial_that_talked_counts_as_both_and_a_fault_of_the_line_as_neither():
    figures = totals(somebody().rung(f"{MON} 10:00").talked(f"{WED} 10:00").rung(f"{THU} 10:00", "technical"))
    assert [figures[each] for each in ("dials", "unanswered", "conversations")] == [2, 1, 1]
    assert figures.share("talked_share") == Share(1, 2)


def test_a_person_counts_once_however_often_we_talk():
    life = somebody().talked(f"{MON} 10:00").talked(f"{WED} 10:00").met(f"{THU} 10:00")
    assert [totals(life)[each] for each in ("people_talked_with", "conversations", "meetings")] == [1, 2, 1]


def test_a_wrongly_logged_call_is_not_counted():
    assert totals(somebody().talked(f"{MON} 10:00", id="c1").retracted(f"{MON} 11:00", "c1"))["dials"] == 0


def test_nothing_before_or_after_the_period_is_counted():
    life = somebody().talked(f"{MON} 10:00").talked(f"{WED} 10:00").talked(f"{THU} 10:00")
    day = life.at(f"{WED} 00:00")
    assert totals(life, since=day, until=day + dt.timedelta(days=1))["conversations"] == 1


def test_calls_are_told_by_rep_week_and_kind_and_else_as_the_owners():
    life = somebody(owner="tom").rung(f"{MON} 10:00", rep="ines", reason="prospect").rung("2026-06-09 10:00")
    card = card_of(life)
    assert {rep: figures["dials"] for rep, figures in card.reps.items()} == {"ines": 1, "tom": 1}
    assert {week: figures["dials"] for week, figures in card.weeks.items()} == {"2026-W23": 1, "2026-W24": 1}
    assert {kind: figures["dials"] for kind, figures in card.kinds.items()} == {"prospect": 1, "not_noted": 1}


def test_a_week_is_the_persons_own():
    life = somebody("America/Los_Angeles", "US-CA").rung("2026-06-07 20:00")
    assert list(card_of(life).weeks) == ["2026-W23"]


# --- what it brought


def test_an_order_belongs_to_the_last_conversation_before_it():
    life = somebody().talked(f"{MON} 10:00", rep="ines").talked(f"{TUE} 10:00", rep="tom")
    card = card_of(bought(life, WED, "99.50", "EUR"))
    assert card.reps["tom"]["orders"] == 1
    assert card.reps["tom"].revenue == {"EUR": Decimal("99.50")}
    assert card.reps["ines"]["orders"] == 0


def test_an_order_too_long_after_the_talk_is_not_its_work():
    life = somebody().talked(f"{MON} 10:00")
    assert totals(bought(life, "2026-06-30", "10", "EUR"))["orders"] == 1
    assert totals(bought(life, "2026-07-02", "10", "EUR"))["orders"] == 0


def test_an_order_without_any_talk_is_nobodys():
    assert totals(bought(somebody().rung(f"{MON} 10:00"), WED, "10", "EUR"))["orders"] == 0


def test_currencies_are_never_mixed_and_an_amount_without_one_stands_apart():
    life = somebody().talked(f"{MON} 10:00")
    for amount, currency in (("10", "EUR"), ("20", "USD"), ("5", "EUR"), ("7", None)):
        life = bought(life, WED, amount, currency)
    assert totals(life).revenue == {"EUR": Decimal(15), "USD": Decimal(20), "XXX": Decimal(7)}


def test_a_refund_takes_its_part_back():
    life = bought(bought(somebody().talked(f"{MON} 10:00"), TUE, "100", "EUR"), WED, "-40", "EUR")
    assert (totals(life)["orders"], totals(life).revenue) == (1, {"EUR": Decimal(60)})


def test_a_talk_that_ended_in_an_order_is_one_order_with_or_without_the_purchase():
    life = somebody().talked(f"{MON} 10:00", "order")
    assert totals(life)["orders"] == totals(bought(life, MON, "10", "EUR"))["orders"] == 1


def test_effort_is_told_for_each_result():
    life = somebody().rung(f"{MON} 10:00", duration=60).talked(f"{WED} 10:00", "advance", duration=1740)
    figures = totals(life)
    assert (figures.dials_for("advances"), figures.hours_for("advances")) == (2.0, 0.5)
    assert figures.dials_for("orders") is None


# --- what followed


def test_a_call_of_theirs_after_ours_is_a_call_back_and_one_out_of_the_blue_is_none():
    assert totals(somebody().rung(f"{MON} 10:00").rang_us(f"{TUE} 10:00"))["call_backs"] == 1
    assert totals(somebody().rang_us(f"{TUE} 10:00"))["call_backs"] == 0


def test_a_voicemail_is_called_back_before_we_ring_again_and_within_a_week():
    left = somebody().rung(f"{MON} 10:00", "voicemail_left")
    assert share("voicemail_share", left.rang_us(f"{TUE} 10:00")) == Share(1, 1)
    assert share("voicemail_share", left.rung(f"{TUE} 10:00").rang_us(f"{WED} 10:00")) == Share(0, 1)
    assert share("voicemail_share", left.rang_us("2026-06-10 10:00")) == Share(0, 1)


def test_what_may_still_follow_is_not_counted_before_its_days_are_over():
    left = somebody().rung(f"{MON} 10:00", "voicemail_left").rang_us(f"{TUE} 10:00")
    assert share("voicemail_share", left, until=left.at("2026-06-08 10:00")) == Share(0, 0)
    assert share("voicemail_share", left, until=left.at("2026-06-08 10:01")) == Share(1, 1)


def test_a_second_talk_is_told_apart_by_whether_it_was_agreed():
    agreed = somebody().talked(f"{MON} 10:00").promised(f"{MON} 10:05", THU).talked(f"{THU} 10:00")
    assert share("again_agreed_share", agreed) == Share(1, 1)
    assert share("again_not_agreed_share", agreed) == Share(0, 1)
    assert share("next_call_share", agreed) == Share(1, 2)


def test_a_promise_of_another_day_was_not_made_in_that_talk():
    assert share("next_call_share", somebody().talked(f"{MON} 10:00").promised(f"{TUE} 10:00", THU)) == Share(0, 1)


def test_a_promise_is_kept_on_its_day_and_not_the_day_after():
    life = somebody().talked(f"{MON} 10:00", id="c1", callback_at=WED)
    assert share("kept_share", life.rung(f"{WED} 10:00")) == Share(1, 1)
    assert share("kept_share", life.rung(f"{THU} 10:00")) == Share(0, 1)


def test_a_talk_looked_back_on_is_told_with_how_it_was_received():
    life = somebody().talked(f"{MON} 10:00", id="c1").talked(f"{TUE} 10:00", used=["i1"])
    life = life.reflected(f"{MON} 11:00", "c1", received="glad")
    names = ("reflected_share", "glad_share", "annoyed_share", "something_new_share")
    assert [share(each, life) for each in names] == [
        Share(1, 2), Share(1, 1), Share(0, 1), Share(1, 2),
    ]  # fmt: skip


def test_a_note_is_followed_to_its_answer_and_to_the_day_it_named():
    noted = somebody().rung(f"{MON} 10:00", "hung_up").got(f"{MON} 11:00", "after_hang_up", promises=THU)
    rung = noted.rung(f"{THU} 12:00")
    names = ("note_answered_share", "note_rung_share", "note_reached_share")
    assert [share(each, noted) for each in names] == [Share(0, 1), Share(0, 1), Share(0, 1)]
    assert [share(each, rung) for each in names] == [Share(0, 1), Share(1, 1), Share(0, 1)]
    assert share("note_reached_share", noted.talked(f"{THU} 12:00")) == Share(1, 1)
    assert share("note_answered_share", noted.wrote_to_us(f"{TUE} 12:00")) == Share(1, 1)


def test_a_note_that_bounced_was_not_written():
    noted = somebody().rung(f"{MON} 10:00", "hung_up").got(f"{MON} 11:00", "after_hang_up", promises=THU)
    assert share("note_rung_share", noted.wrote_to_us(f"{MON} 11:01", "bounced")) == Share(0, 0)


def test_a_goodbye_said_twice_is_one_and_may_bring_them_back():
    gone = somebody().got(f"{MON} 10:00", "takeaway").said_goodbye(f"{MON} 10:00")
    assert share("came_back_share", gone) == Share(0, 1)
    assert share("came_back_share", gone.rang_us("2026-07-06 10:00", "conversation")) == Share(1, 1)


def test_a_follow_up_that_was_only_typed_is_told():
    open_end = somebody().talked(f"{MON} 10:00", "continuation")
    assert share("typed_share", open_end.got(f"{TUE} 10:00", "share")) == Share(1, 1)
    assert share("typed_share", open_end.got(f"{TUE} 10:00", "share").rung(f"{WED} 10:00")) == Share(0, 1)
    assert share("by_call_share", open_end.rung(f"{WED} 10:00")) == Share(1, 1)
    assert share("typed_share", open_end.got(f"{TUE} 10:00", "share", "handwritten")) == Share(0, 1)
    assert share("typed_share", somebody().talked(f"{MON} 10:00", "no_sale").got(f"{TUE} 10:00", "thanks")).n == 0


def test_a_red_phone_brings_introductions_and_orders_in_its_whole_account():
    red = somebody(red_phone=True, account="Halden").talked(f"{MON} 10:00")
    colleague = somebody(id="c-2", account="halden ", phones=[NEIGHBOURS]).introduced(f"{TUE} 10:00")
    colleague = bought(colleague, WED, 9, "EUR")
    until = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    phones = card_of(red, colleague, until=until).red_phones
    assert (phones.dials, phones.brought_introductions(), phones.brought_orders()) == (1, Share(1, 1), Share(1, 1))
    assert card_of(red, until=until).red_phones.brought_orders() == Share(0, 1)


# --- how many attempts it takes


def test_a_row_ends_when_they_are_reached_and_who_rings_us_was_not_reached_by_us():
    reached = somebody().rung(f"{MON} 10:00").rung(f"{WED} 10:00", "not_interested").rung("2026-06-20 10:00")
    first, second = card_of(reached).reached
    assert (first.rung, first.reached, first.left_open) == (2, 0, 1)
    assert (second.rung, second.reached) == (1, 1)
    rang_us = somebody().rung(f"{MON} 10:00").rang_us(f"{TUE} 10:00")
    assert [(each.reached, each.left_open) for each in card_of(rang_us).reached] == [(0, 1)]


# --- what was offered


def test_an_offer_stays_one_until_it_is_made():
    life = somebody(known_since=dt.date(2026, 6, 1)).rung(f"{WED} 10:00")
    figures = totals(life, playbook=HOUSE, until=life.at(f"{THU} 00:00"))
    assert (figures["offered"], figures.share("made_share")) == (1, Share(1, 1))


def test_a_call_that_nobody_made_was_offered_all_the_same():
    life = somebody(known_since=dt.date(2026, 6, 1))
    card = card_of(life, playbook=HOUSE, until=life.at(f"{THU} 00:00"))
    assert card.totals.share("made_share") == Share(0, 1)
    assert card.kinds["prospect"]["offered"] == 1


def test_a_call_against_the_rules_was_not_offered():
    life = somebody(known_since=dt.date(2026, 6, 1)).rung(f"{MON} 10:00").rung(f"{MON} 10:30")
    assert totals(life, playbook=HOUSE, until=life.at(f"{TUE} 00:00")).share("made_share") == Share(1, 1)


def test_nobody_is_offered_before_they_are_known():
    life = somebody().talked(f"{WED} 10:00")
    card = card_of(life, playbook=HOUSE, since=life.at("2026-01-01 00:00"), until=life.at(f"{THU} 00:00"))
    assert list(card.weeks) == ["2026-W23"]


# --- how it is told


def test_every_figure_stands_in_the_answer_for_programs():
    life = bought(somebody().talked(f"{MON} 10:00", rep="ines"), WED, "10.50", "EUR")
    told = json.loads(json.dumps(write_scorecard(card_of(life, playbook=HOUSE))))
    assert {*COUNTS, *SHARES, "revenue"} <= told["totals"].keys()
    assert told["totals"]["revenue"] == {"EUR": "10.50"}
    assert told["totals"]["talked_share"] == {"k": 1, "n": 1, "low": 0.2065, "high": 1.0}
    assert told["reps"]["ines"].keys() == told["totals"].keys()


def test_nobody_is_called_ahead_on_few_dials():
    one, two = (somebody(id=rep).talked(f"{MON} 10:00", rep=rep) for rep in ("ines", "tom"))
    two = two.rung(f"{TUE} 10:00", rep="tom")
    reps = next(each for each in tables(card_of(one, two)) if each.name == "reps")
    assert reps.below == "nobody is ahead: compared from 100 dials each on"


def test_the_page_loads_nothing_and_shows_no_tag_that_somebody_typed():
    page = report_page(card_of(somebody().talked(f"{MON} 10:00", rep="<b>ines</b>")))
    assert "<b>" not in page
    assert "&lt;b&gt;ines" in page
    assert "<script" not in page
    assert 'src="' not in page


def test_an_empty_book_has_a_card_and_a_page():
    card = scorecard([], Period(until=AUGUST), HOUSE)
    assert (card.people, card.totals["dials"], History().facts) == (0, 0, ())
    assert "What was done" in report_page(card)
