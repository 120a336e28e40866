"""The laws of the day: everybody once, nobody twice, nothing promised forgotten, nobody overtaken for ever."""

import random

import attrs
from desks_and_books import NAMES, AReasonEach, Remembering, at, desks, moments, people
from hypothesis import given, settings
from hypothesis import strategies as st

from callrules import Call, Contact, History, Playbook, Write
from callrules.desk.collisions import dials_of_today, wanted
from callrules.desk.day_list import day_list
from callrules.desk.day_order import is_asked_for
from callrules.desk.desks import Desk
from callrules.desk.pages import kind_of
from callrules.desk.red_phone_budget import RedPhoneBudget, is_free
from callrules.desk.reps import Rep
from callrules.rules import Worth
from callrules.testing import strategies as made

PLENTY = 1_000
HOUSE = Remembering(strict=True)
WILD = Playbook(strict=True)
FEW = settings(max_examples=settings().max_examples // 8 or 1)
"""A book is many people, so a law of the day is held against fewer books than a law of one life against lives."""


def ids(entries):
    return [contact.id for contact, _ in entries]


def whole(book, now, desk, **more):
    return day_list(HOUSE, book, now, desk=desk, **more)


def is_there(desk, name, now):
    rep = desk.rep(name)
    return not any(each.is_on(rep.calendar.day(now)) for each in rep.away)


@FEW
@given(people(), desks(least=0), moments, st.data())
def test_calls_and_errands_and_left_out_are_all_people_each_once(book, desk, now, data):
    rep = data.draw(st.sampled_from((None, *NAMES)))
    most, errands = (data.draw(st.integers(0, 4)) for _ in range(2))
    day = whole(book, now, desk, rep=rep, most=most, errands=errands)
    listed = [*ids(day.calls), *ids(day.errands)]
    assert len(set(listed)) == len(listed) <= most + errands
    assert len(day) == len(book) == len(listed) + sum(each.count for each in day.left_out)
    assert all(each.code and each.says and each.count > 0 for each in day.left_out)


@FEW
@given(made.books(5), desks(), made.instants())
def test_also_of_people_with_wild_lives(book, desk, now):
    day = day_list(WILD, book, now, desk=desk)
    assert len(day) == len(book)
    wants = [each for contact, call in day.calls for each in wanted(contact, call)]
    assert len(set(wants)) == len(wants)


@FEW
@given(people(), desks(), moments)
def test_no_person_account_or_number_is_rung_twice_by_whomever(book, desk, now):
    entries = [each for rep in desk.reps for each in whole(book, now, desk, rep=rep.name).calls]
    wants = [each for contact, call in entries for each in wanted(contact, call)]
    assert len(set(wants)) == len(wants)


@FEW
@given(people(), desks(), moments)
def test_where_somebody_was_rung_today_nobody_beside_them_is_rung_of_our_own_accord(book, desk, now):
    dials = [(contact, dial) for contact, history in book for dial in dials_of_today(contact, history, now)]
    for contact, call in whole(book, now, desk).calls:
        beside = [(other, dial) for other, dial in dials if other.id != contact.id]
        there = {*(other.account for other, _ in beside), *(dial.number for _, dial in beside)} - {None}
        assert is_asked_for(call) or not {contact.account, call.number} & there


@FEW
@given(people(), desks(), moments)
def test_the_lists_of_the_reps_are_the_list_of_the_desk(book, desk, now):
    day = whole(book, now, desk, errands=PLENTY)
    for rep in desk.reps:
        theirs = whole(book, now, desk, rep=rep.name, errands=PLENTY)
        assert ids(theirs.calls) == [who for who in ids(day.calls) if day.reps[who] == rep.name]
        assert ids(theirs.errands) == [who for who in ids(day.errands) if day.reps[who] == rep.name]


@FEW
@given(people(), desks(), moments)
def test_what_an_absent_rep_owes_is_on_the_list_of_somebody_who_is_there(book, desk, now):
    desk = attrs.evolve(desk, reps=[attrs.evolve(each, capacity=PLENTY) for each in desk.reps])
    day = whole(book, now, desk, errands=PLENTY)
    assert all(is_there(desk, name, now) for name in day.reps.values())
    if not any(is_there(desk, rep.name, now) for rep in desk.reps):
        return
    taken = {each for contact, call in day.calls for each in wanted(contact, call)}
    for contact, history in book:
        step = HOUSE.next_step(contact, history, now)
        if isinstance(step, Write) and step.is_due(now):
            assert contact.id in ids(day.errands)
        elif isinstance(step, Call) and step.is_due(now) and is_asked_for(step):
            assert contact.id in ids(day.calls) or taken & set(wanted(contact, step))


def dialled(book, now, rep):
    dials = [dial for contact, history in book for dial in dials_of_today(contact, history, now)]
    return [dial for dial in dials if dial.rep in {None, rep.name}]


@FEW
@given(people(), desks(), moments)
def test_nobody_has_more_calls_than_they_can_make_but_always_the_next_one(book, desk, now):
    for rep in desk.reps:
        made_today = [dial for dial in dialled(book, now, rep) if dial.rep == rep.name]
        listed = len(whole(book, now, desk, rep=rep.name).calls)
        assert listed <= max(1, rep.capacity - len(made_today))


@FEW
@given(people(), desks(), moments)
def test_of_our_own_accord_nobody_rings_on_a_day_that_is_not_kept_for_it(book, desk, now):
    day = whole(book, now, desk)
    for contact, call in day.calls:
        rep = desk.rep(day.reps[contact.id])
        local = rep.calendar.local(now)
        still_to_end = [each for each in rep.blocks if each.is_on(local.date()) and each.closes > local.time()]
        assert is_asked_for(call) or not rep.blocks or still_to_end


@FEW
@given(people(), desks(), moments)
def test_errands_never_crowd_a_call_out(book, desk, now):
    few, many = (whole(book, now, desk, errands=errands) for errands in (0, PLENTY))
    assert (few.calls, few.errands) == (many.calls, ())
    without = [each for each in book if each[0].id not in ids(many.errands)]
    assert whole(without, now, desk).calls == many.calls


@FEW
@given(people(), desks(), moments)
def test_nothing_promised_waits_while_its_rep_rings_of_their_own_accord(book, desk, now):
    day = whole(book, now, desk)
    own = {day.reps[contact.id] for contact, call in day.calls if not is_asked_for(call)}
    for rep in own:
        every = day_list(HOUSE, book, now, desk=desk, rep=rep, most=PLENTY)
        promised = {contact.id for contact, call in every.calls if is_asked_for(call)}
        assert promised <= set(ids(day.calls))


@FEW
@given(people(), desks(), moments, st.integers(0, 2))
def test_no_rep_rings_more_red_phones_than_their_budget(book, desk, now, a_month):
    budget = RedPhoneBudget(a_month=a_month)
    day = whole(book, now, desk, red_phones=budget)
    spent = budget.spent(book, now)
    for rep in desk.reps:
        red = [call for contact, call in day.calls if day.reps[contact.id] == rep.name and not is_free(contact, call)]
        assert len(red) <= spent.left(rep.name)


@FEW
@given(people(), desks(least=0), moments, st.randoms(use_true_random=False))
def test_the_order_of_the_book_changes_nothing(book, desk, now, shuffled):
    others = list(book)
    shuffled.shuffle(others)
    assert whole(others, now, desk) == whole(book, now, desk)


@FEW
@given(people(kinds=("prospect", "lapsed", "warm")), desks(), st.integers(0, 6))
def test_a_share_that_is_kept_is_given_while_there_is_anybody_for_it(book, desk, later):
    now = at(later, 10)
    for rep in desk.reps:
        day, due = (whole(book, now, desk, rep=rep.name, most=most) for most in (None, PLENTY))
        if len(day.calls) < rep.capacity or dialled(book, now, rep):
            continue
        for kind, share in (("prospects", rep.prospects), ("customers", rep.customers)):
            given_today = sum(kind_of(call) == kind for _, call in day.calls)
            there = sum(kind_of(call) == kind for _, call in due.calls)
            assert given_today >= min(there, int(share * rep.capacity) - 1)


REASONS = ("prospect", "lapsed_customer", "dormant_customer", "competitor_customer", "follow_up", "insight", "ours")


@FEW
@given(
    st.lists(st.sampled_from(REASONS), min_size=1, max_size=8),
    st.sampled_from(REASONS),
    st.integers(1, 4),
    st.integers(0, 2**32),
)
def test_nobody_who_is_due_is_overtaken_for_ever(reasons, crowd, capacity, seed):
    """Every day the whole capacity falls due anew for one reason; who was there before is rung all the same."""
    rep = Rep(name="rita", timezone="Europe/Berlin", capacity=capacity)
    desk = Desk(reps=[rep], live=at(0).date())
    waiting = {f"w{place}": (reason, -3) for place, reason in enumerate(reasons)}
    dice, days, left = random.Random(seed), 0, dict(waiting)
    while left.keys() & waiting.keys():
        left |= {f"d{days}-{each}": (crowd, days) for each in range(capacity)}
        book = [(Contact(id=who, timezone="Europe/Berlin"), History()) for who in left]
        dice.shuffle(book)
        playbook = Playbook([AReasonEach(tuple(left.items())), Worth(days_a_place=2)], strict=True)
        day = day_list(playbook, book, at(days, 12), desk=desk)
        assert len(day.calls) == capacity
        left = {who: each for who, each in left.items() if who not in ids(day.calls)}
        days += 1
        assert days <= LONGEST, f"{left.keys() & waiting.keys()} still wait after {days} days"


LONGEST = 60
"""Days: eight people at one call a day, of which two in five may be kept for others, and 22 days of head start."""
