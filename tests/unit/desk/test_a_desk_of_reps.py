"""F12, A2, D1, E1: whose turn it is, what is kept for whom, and what is handed over."""

import datetime as dt

import pytest

from callrules import Playbook
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.desk.day_list import day_list
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep
from helpers.people import HOUSE, a_business

BERLIN = "Europe/Berlin"
NOW = "2026-06-02 10:00"
TODAY = dt.date(2026, 6, 2)
PLACES = iter(range(100, 999))


def somebody(who, owner=None, **more):
    return a_business(id=who, owner=owner, phones=[f"+49301234{next(PLACES)}"], **more)


def promised(who, owner=None, **more):
    return somebody(who, owner, **more).promised("2026-05-20 10:00", "2026-06-02 09:00")


def lapsed(who, owner=None, last="2025-06-03", **more):
    return somebody(who, owner, **more).bought(f"{last[:5]}02-01 10:00", f"{last} 10:00")


def note_owed(who, owner=None):
    return somebody(who, owner, email=f"{who}@example.com").rung("2026-06-01 10:00", "hung_up")


def desk(*reps, **more):
    return Desk(reps=reps, **more)


def rep(name, **more):
    return Rep(name=name, timezone=BERLIN, **more)


def day(lives, now=NOW, **more):
    return day_list(HOUSE, [(each.contact, each.history) for each in lives], lives[0].at(now), **more)


def ids(entries):
    return [contact.id for contact, _ in entries]


def left_out(listed):
    return {each.code: each.count for each in listed.left_out}


RITA, SAM = rep("rita"), rep("sam")
AWAY = [Absence(first=TODAY, last=dt.date(2026, 6, 5))]


def test_each_rep_gets_their_own_and_counts_the_others():
    lives = [promised("ann", "rita"), promised("bob", "sam"), note_owed("cy", "sam")]
    theirs = day(lives, desk=desk(RITA, SAM), rep="sam")
    assert (ids(theirs.calls), ids(theirs.errands), left_out(theirs)) == (["bob"], ["cy"], {"other_reps": 1})
    assert theirs.reps == {"bob": "sam", "cy": "sam"}


def test_everybody_on_the_desks_list_has_a_rep():
    listed = day([promised("ann", "rita"), promised("bob"), promised("cy", "gone")], desk=desk(RITA, SAM))
    assert set(listed.reps) == {"ann", "bob", "cy"}
    assert set(listed.reps.values()) <= {"rita", "sam"}


def test_who_belongs_to_nobody_stays_with_the_rep_who_rang_them_last():
    life = somebody("ann").talked("2026-05-20 10:00", rep="sam").promised("2026-05-20 10:00", "2026-06-02 09:00")
    assert day([life], desk=desk(RITA, SAM)).reps == {"ann": "sam"}


def test_one_account_without_an_owner_is_one_reps():
    reps = [rep(f"r{place}") for place in range(7)]
    owners = {desk(*reps).owner_of(somebody(f"p{place}", account="Acme").contact, somebody("x").history).name
              for place in range(20)}  # fmt: skip
    assert len(owners) == 1


def test_two_reps_never_ring_one_account_on_the_same_day():
    lives = [promised("ann", "rita", account="Acme"), lapsed("bob", "sam", account="Acme")]
    both = desk(RITA, SAM)
    assert ids(day(lives, desk=both, rep="rita").calls) == ["ann"]
    assert left_out(day(lives, desk=both, rep="sam")) == {"account": 1, "other_reps": 1}


def test_after_somebody_at_an_account_was_rung_a_colleague_of_theirs_waits_until_tomorrow():
    rung = somebody("ann", "rita", account="Acme").rung("2026-06-02 08:30", rep="rita")
    listed = day([rung, lapsed("bob", "sam", account="Acme")])
    waiting = next(each for each in listed.left_out if each.code == "account_today")
    assert (waiting.count, waiting.next_at) == (1, rung.at("2026-06-03 00:00"))


def test_but_what_was_promised_to_a_colleague_is_kept_the_same_day():
    rung = somebody("ann", "rita", account="Acme").rung("2026-06-02 08:30", rep="rita")
    assert ids(day([rung, promised("bob", "sam", account="Acme")]).calls) == ["bob"]


def test_the_promises_and_notes_of_who_is_away_are_handed_over_and_all_else_waits():
    away = rep("rita", away=[*AWAY])
    lives = [promised("ann", "rita"), note_owed("bob", "rita"), lapsed("cy", "rita")]
    sams = day(lives, desk=desk(away, SAM), rep="sam")
    assert (ids(sams.calls), ids(sams.errands), left_out(sams)) == (["ann"], ["bob"], {"other_reps": 1})
    ritas = day(lives, desk=desk(away, SAM), rep="rita")
    assert left_out(ritas) == {"rep_away": 1, "other_reps": 2}
    assert ritas.left_out[1].next_at == lives[0].at("2026-06-06 00:00")


def test_a_stand_in_is_taken_at_their_word_unless_they_are_away_as_well():
    away = rep("rita", away=[Absence(first=TODAY, stand_in="tom")])
    assert day([promised("ann", "rita")], desk=desk(away, SAM, rep("tom"))).reps == {"ann": "tom"}
    assert day([promised("ann", "rita")], desk=desk(away, SAM, rep("tom", away=AWAY))).reps == {"ann": "sam"}


def test_where_everybody_is_away_nobody_is_promised_away():
    listed = day([promised("ann", "rita")], desk=desk(rep("rita", away=AWAY), rep("sam", away=AWAY)))
    assert (listed.calls, left_out(listed)) == ((), {"rep_away": 1})


MORNING = Block(days="mon-fri", opens="09:00", closes="11:00")
WEDNESDAY = Block(days="wed", opens="09:00", closes="11:00")


def test_of_our_own_accord_we_ring_on_the_days_that_are_kept_for_it():
    lives = [promised("ann", "rita"), lapsed("bob", "rita")]
    assert ids(day(lives, desk=desk(rep("rita", blocks=[MORNING]))).calls) == ["ann", "bob"]
    other_day = day(lives, desk=desk(rep("rita", blocks=[WEDNESDAY])))
    assert ids(other_day.calls) == ["ann"]
    assert [(each.code, each.next_at) for each in other_day.left_out] == [
        ("between_blocks", lives[0].at("2026-06-03 09:00"))
    ]


@pytest.mark.parametrize(("now", "calls"), [("2026-06-02 08:55", 0), ("2026-06-02 09:00", 1), ("2026-06-02 11:00", 0)])
def test_after_the_last_block_of_a_day_it_is_over(now, calls):
    assert len(day([lapsed("bob", "rita")], now, desk=desk(rep("rita", blocks=[MORNING]))).calls) == calls


def test_a_rep_has_as_many_calls_as_they_have_left_today_and_always_the_next_one():
    lives = [lapsed(f"p{place}", "rita") for place in range(5)]
    rung = [somebody(f"r{place}", "rita").rung("2026-06-02 09:00", rep="rita") for place in range(3)]
    three = desk(rep("rita", capacity=3))
    assert len(day([*lives], desk=three).calls) == 3
    assert len(day([*lives, rung[0]], desk=three).calls) == 2
    assert len(day([*lives, *rung], desk=three).calls) == 1
    assert len(day([*lives, *rung], desk=three, rep="rita", most=5).calls) == 5


def test_a_desk_without_reps_lists_as_many_as_its_capacity():
    lives = [lapsed(f"p{place}") for place in range(9)]
    assert [len(day(lives, desk=each).calls) for each in (Desk(), Desk(capacity=7))] == [5, 7]


def test_one_call_in_five_is_kept_for_who_never_bought_and_one_for_who_went_quiet():
    warm = [somebody(f"w{place}", "rita").talked("2026-05-20 10:00", "advance") for place in range(9)]
    cold = [somebody("never", "rita"), lapsed("quiet", "rita")]
    listed = day([*warm, *cold], desk=desk(RITA))
    assert sorted(ids(listed.calls))[:2] == ["never", "quiet"]
    assert len(listed.calls) == 5
    nothing_kept = desk(rep("rita", prospects=0, customers=0))
    assert {"never", "quiet"} & set(ids(day([*warm, *cold], desk=nothing_kept).calls)) == set()


def test_a_share_that_is_kept_for_nobody_goes_to_the_others():
    warm = [somebody(f"w{place}", "rita").talked("2026-05-20 10:00", "advance") for place in range(9)]
    assert len(day(warm, desk=desk(RITA)).calls) == 5


def test_promises_come_before_every_share():
    lives = [*(promised(f"p{place}", "rita") for place in range(5)), somebody("never", "rita")]
    assert "never" not in ids(day(lives, desk=desk(RITA)).calls)


def test_a_prospect_who_was_rung_today_counts_for_the_share():
    warm = [somebody(f"w{place}", "rita").talked("2026-05-20 10:00", "advance") for place in range(9)]
    rung = somebody("rung", "rita").rung("2026-06-02 09:00", rep="rita", reason="prospect")
    listed = day([*warm, somebody("never", "rita"), rung], desk=desk(RITA))
    assert (len(listed.calls), "never" in ids(listed.calls)) == (4, False)


def test_from_going_live_on_who_waits_longer_comes_first_whatever_their_worth():
    best = somebody("best").bought(*(f"2026-0{month}-01 10:00" for month in range(1, 3)), "2025-12-01 10:00")
    early = lapsed("early", last="2025-03-01")
    assert ids(day([best, early], "2026-06-08 10:00", desk=Desk()).calls) == ["best", "early"]
    live = Desk(live=dt.date(2025, 1, 1))
    assert ids(day([best, early], "2026-06-08 10:00", desk=live).calls) == ["early", "best"]


def test_going_live_in_the_playbook_counts_as_well():
    best = somebody("best").bought(*(f"2026-0{month}-01 10:00" for month in range(1, 3)), "2025-12-01 10:00")
    people = [(each.contact, each.history) for each in (best, lapsed("early", last="2025-03-01"))]
    listed = day_list(Playbook(owes_from=dt.date(2025, 1, 1)), people, best.at("2026-06-08 10:00"))
    assert ids(listed.calls) == ["early", "best"]


def test_a_goodbye_is_an_errand_until_it_was_said():
    refused = somebody("ann", email="ann@example.com").rung("2026-04-01 10:00", "not_interested")
    refused = refused.rung("2026-05-20 10:00", "not_interested")
    ((contact, step),) = day([refused]).errands
    assert (contact.id, step.type) == ("ann", "walk_away")
    for said in (refused.said_goodbye("2026-06-01 10:00"), refused.got("2026-06-01 10:00", "takeaway")):
        assert (day([said]).errands, left_out(day([said]))) == ((), {"not_interested": 1})


def test_a_goodbye_without_a_channel_is_nobodys_errand():
    refused = somebody("ann").rung("2026-04-01 10:00", "not_interested").rung("2026-05-20 10:00", "not_interested")
    assert (day([refused]).errands, left_out(day([refused]))) == ((), {"not_interested": 1})


def test_the_longest_owed_errand_comes_first_and_the_others_are_counted():
    lives = [somebody(who, email=f"{who}@example.com").rung(f"2026-06-01 1{hour}:00", "hung_up")
             for who, hour in (("ann", 2), ("bob", 0), ("cy", 1))]  # fmt: skip
    assert ids(day(lives).errands) == ["bob", "cy", "ann"]
    assert (ids(day(lives, errands=2).errands), left_out(day(lives, errands=2))) == (["bob", "cy"], {"write": 1})
