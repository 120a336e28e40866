"""Today's calls, and everybody else exactly once."""

import datetime as dt

import attrs
import pytest

from callrules import (
    Call,
    CallAttempt,
    Commitment,
    Contact,
    Farewell,
    History,
    OptOut,
    Playbook,
    Purchase,
    Reason,
    Rest,
    RuleRefused,
    Snooze,
    Window,
    Write,
    day_key,
    hookimpl,
)
from callrules.desk.day_list import day_list

WEDNESDAY = dt.datetime(2026, 11, 18, 15, tzinfo=dt.UTC)
PLAYBOOK = Playbook()


def days(count):
    return dt.timedelta(days=count)


def person(name, *facts, zone="Europe/London", **fields):
    return Contact(id=name, timezone=zone, **fields), History(facts)


def bought(*ago):
    return [Purchase(at=WEDNESDAY - days(each)) for each in ago]


def listed(*people, now=WEDNESDAY, playbook=PLAYBOOK, most=5):
    return day_list(playbook, people, now, most=most)


def ids(day):
    return [contact.id for contact, _ in day.calls]


def left_out(day):
    return {each.says: each.count for each in day.left_out}


def test_returned_calls_and_promises_come_before_everything_else():
    rang_us = person("rang", CallAttempt(at=WEDNESDAY - days(1), disposition="no_answer", direction="inbound"))
    promised = person("promised", Commitment(at=WEDNESDAY - days(7), by="us", due=WEDNESDAY, asked_by="them"))
    day = listed(person("stranger"), person("lapsed", *bought(420, 390, 360)), promised, rang_us)
    assert ids(day) == ["rang", "promised", "lapsed", "stranger"]


def test_of_two_warm_reasons_the_longer_overdue_comes_first_then_the_id():
    promised = [Commitment(at=WEDNESDAY - days(9), by="us", due=WEDNESDAY - days(each)) for each in (1, 1, 3)]
    day = listed(*(person(who, fact) for who, fact in zip("bac", promised, strict=True)))
    assert ids(day) == ["c", "a", "b"]


def test_of_lapsed_customers_the_best_come_first_then_who_stopped_last_then_the_id():
    best = person("best", *bought(400, 390, 380, 370))
    day = listed(person("b", *bought(500)), person("a", *bought(500)), person("c", *bought(450)), best)
    assert ids(day) == ["best", "c", "a", "b"]


def test_calls_and_left_out_are_all_people():
    people = [person(f"p{place}", *bought(10 * place)) for place in range(1, 100)]
    for most in (0, 1, 5, 200):
        day = listed(*people, most=most)
        assert len(day.calls) <= most
        assert len(day.calls) + sum(each.count for each in day.left_out) == len(people) == len(day)


def test_due_people_beyond_the_list_are_counted_as_due():
    day = listed(*(person(f"p{place}") for place in range(7)))
    assert left_out(day) == {"due as well: they come after these calls": 2}
    assert day.left_out[0].next_at == WEDNESDAY


def test_people_outside_their_hours_are_never_all_done():
    day = listed(person("tokyo", zone="Asia/Tokyo"), person("osaka", zone="Asia/Tokyo"))
    assert left_out(day) == {"outside their hours": 2}
    assert day.left_out[0].next_at == dt.datetime(2026, 11, 19, 0, tzinfo=dt.UTC)


def test_two_people_of_one_account_are_not_both_rung():
    day = listed(person("a", account="Acme"), person("b", account="Acme"), person("c", account="Other"))
    assert ids(day) == ["a", "c"]
    assert left_out(day) == {"somebody at the same account is on the list": 1}


def test_one_number_is_rung_once():
    day = listed(person("a", phones=["+442075550101"]), person("b", phones=["+442075550101"]))
    assert left_out(day) == {"somebody at the same number is on the list": 1}


def test_one_person_who_is_handed_in_twice_is_rung_once():
    assert ids(listed(person("a"), person("a"))) == ["a"]


TOO_SOON = CallAttempt(at=WEDNESDAY - dt.timedelta(hours=2), disposition="no_answer")
WHY_NOT = {
    "rung not long ago: it is too soon": person("a", TOO_SOON),
    "asked to be left in peace for a while": person("a", Snooze(at=WEDNESDAY - days(1), until=dt.date(2027, 1, 4))),
    "asked us not to call": person("a", OptOut(at=WEDNESDAY - days(9))),
    "a call promised for later": person(
        "a", Commitment(at=WEDNESDAY - days(1), by="us", due=WEDNESDAY + days(2), asked_by="them")
    ),
    "it is their turn: they said they would be in touch": person(
        "a", Commitment(at=WEDNESDAY - days(1), by="them", due=WEDNESDAY + days(2))
    ),
    "nothing to say yet: in touch, or bought, not long ago": person("a", *bought(25)),
    "their zone is unknown: note a timezone or a region": person("a", zone=None),
    "a fact lies ahead of the clock": person("a", Purchase(at=WEDNESDAY + days(1))),
    "no number of theirs works: find another": person(
        "a",
        CallAttempt(at=WEDNESDAY - days(5), disposition="wrong_number", number="+442075550101"),
        phones=["+442075550101"],
    ),
}


@pytest.mark.parametrize("says", WHY_NOT)
def test_it_says_in_plain_words_why_somebody_is_not_on_the_list(says):
    assert left_out(listed(WHY_NOT[says])) == {says: 1}


NOTE_OWED = person("a", CallAttempt(at=WEDNESDAY - days(1), disposition="hung_up"), email="a@example.com")


def test_a_note_that_is_owed_is_an_errand_of_the_day():
    ((contact, step),) = listed(NOTE_OWED).errands
    assert (contact.id, step.purpose) == ("a", "after_hang_up")


def test_errands_beyond_the_list_are_counted_by_what_they_are():
    day = day_list(PLAYBOOK, [NOTE_OWED], WEDNESDAY, errands=0)
    assert (left_out(day), day.left_out[0].next_at) == ({"a note to write first": 1}, WEDNESDAY)


def test_people_are_grouped_and_the_earliest_moment_of_the_group_is_named():
    later = [person(f"p{place}", *bought(place)) for place in (25, 50, 30)]
    (group,) = listed(*later).left_out
    assert (group.count, group.next_at) == (3, PLAYBOOK.next_step(*later[1], WEDNESDAY).at)


def test_who_falls_due_on_the_weekend_before_a_holiday_is_not_said_to_be_outside_their_hours():
    """Saturday before Easter: neither Sunday nor Monday will do, and each is closed for another reason."""
    talked = CallAttempt(at=dt.datetime(2011, 10, 7, 10, tzinfo=dt.UTC), disposition="conversation")
    someone = person("a", talked, zone="Europe/Amsterdam", region="NL")
    (group,) = listed(someone, now=dt.datetime(2012, 2, 1, 11, tzinfo=dt.UTC)).left_out
    assert (group.code, group.next_at.date()) == ("not_yet", dt.date(2012, 4, 10))


def test_somebody_let_go_with_a_farewell_is_counted_by_the_ground():
    row = [CallAttempt(at=WEDNESDAY - days(60 - 8 * place), disposition="no_answer") for place in range(6)]
    day = listed(person("a", *row, Farewell(at=WEDNESDAY - days(10))))
    assert left_out(day) == {"let go for now: nobody answered, time after time": 1}


@attrs.frozen
class Broken:
    name = "broken"

    @hookimpl
    def reasons(self, contact):
        if contact.id == "bad":
            raise ZeroDivisionError


def test_the_day_goes_on_for_everyone_else_where_a_rule_fails_for_one():
    day = listed(person("bad"), person("good"), playbook=PLAYBOOK.with_rules(Broken()))
    assert ids(day) == ["good"]
    assert left_out(day) == {"a rule failed: nobody is rung until it is mended": 1}


@attrs.frozen
class QuietNovember:
    name = "quiet_november"

    @hookimpl
    def permits(self):
        return Window(start=dt.datetime(2026, 12, 1, tzinfo=dt.UTC), says="hush")


def test_a_guests_rule_that_holds_people_back_is_named():
    day = listed(person("a"), playbook=PLAYBOOK.with_rules(QuietNovember()))
    assert left_out(day) == {"held back for now: quiet november": 1}


@attrs.frozen
class Quiet:
    """A guest's rule: nobody is rung before a date, or, with none, at any time."""

    until: dt.datetime | None = None
    because: str = "hush"
    name = "a_quiet_time"
    waits = "the office is moving house"

    @hookimpl
    def permits(self, at):
        if self.until is None:
            return Window.never(self.because)
        return Window(start=self.until, says=self.because)


def test_a_guests_rule_is_told_by_the_sentence_it_brings_as_the_houses_rules_are():
    day = listed(person("a"), playbook=PLAYBOOK.with_rules(Quiet(dt.datetime(2026, 12, 1, tzinfo=dt.UTC))))
    assert left_out(day) == {"the office is moving house": 1}


def test_a_guests_rule_that_never_opens_says_why_as_the_houses_do():
    day = listed(person("a"), playbook=PLAYBOOK.with_rules(Quiet(because="we have no licence there")))
    assert left_out(day) == {"we have no licence there": 1}


@pytest.mark.parametrize(
    ("daily", "says"), [(True, "rung not long ago: it is too soon"), (False, "closed but after lunch")]
)
def test_a_guests_rule_that_opens_daily_is_named_only_where_nothing_else_holds(daily, says):
    @attrs.frozen
    class AfterLunch:
        name = "after_lunch"
        waits = "closed but after lunch"
        opens_daily = daily

        @hookimpl
        def permits(self, at):
            one = at.replace(hour=13, minute=0) + days(at.hour > 13)
            return Window(start=one, end=one + dt.timedelta(hours=1), says="after lunch")

    tried = CallAttempt(at=WEDNESDAY - dt.timedelta(hours=5), disposition="no_answer")
    day = listed(person("a", tried), playbook=PLAYBOOK.with_rules(AfterLunch()))
    assert left_out(day) == {says: 1}


@pytest.mark.parametrize("wrong", [7, "", "  ", ["too soon"]])
def test_a_sentence_for_the_day_list_that_is_none_is_refused_at_the_door(wrong):
    @attrs.frozen
    class Untold(Quiet):
        waits = wrong

    with pytest.raises(RuleRefused, match=r"a_quiet_time.*found waits = .*expected a sentence"):
        PLAYBOOK.with_rules(Untold())


def test_an_answer_to_opens_daily_that_is_no_yes_or_no_is_refused_at_the_door():
    @attrs.frozen
    class Unsure(Quiet):
        opens_daily = "mostly"

    with pytest.raises(RuleRefused, match=r"a_quiet_time.*found opens_daily = 'mostly', expected True or False"):
        PLAYBOOK.with_rules(Unsure())


def test_the_rule_that_holds_longest_is_named_not_the_opening_hours_after_it():
    tried = CallAttempt(at=WEDNESDAY - dt.timedelta(hours=3), disposition="no_answer")
    night = dt.datetime(2026, 11, 18, 23, tzinfo=dt.UTC)
    assert left_out(listed(person("a", tried), now=night)) == {"rung not long ago: it is too soon": 1}


def test_nobody_at_all_gives_an_empty_day():
    assert listed() == day_list(PLAYBOOK, [], WEDNESDAY)
    assert len(listed()) == 0


def test_people_may_come_one_by_one():
    def coming():
        for place in range(10):
            yield person(f"p{place}")

    assert len(day_list(PLAYBOOK, coming(), WEDNESDAY)) == 10


def test_a_naive_now_is_refused():
    with pytest.raises(ValueError, match="now"):
        day_list(PLAYBOOK, [], WEDNESDAY.replace(tzinfo=None))


# --- the order of the day, as a text to keep --------------------------------------------------------------------


def key(who, playbook=PLAYBOOK, now=WEDNESDAY):
    return day_key(*who, playbook.next_step(*who, now))


def test_a_table_sorted_by_its_key_is_the_day_list():
    rang_us = person("rang", CallAttempt(at=WEDNESDAY - days(1), disposition="no_answer", direction="inbound"))
    promised = [Commitment(at=WEDNESDAY - days(9), by="us", due=WEDNESDAY - days(each)) for each in (1, 1, 3)]
    cold = {"few": (250, 230), "late": (420, 390, 340), "best": (480, 450, 420, 390), "early": (420, 390, 360)}
    people = [
        rang_us,
        *(person(who, fact) for who, fact in zip("bac", promised, strict=True)),
        *(person(who, *bought(*ago)) for who, ago in cold.items()),
        person("stranger"),
    ]
    day = listed(*people, most=20)
    assert ids(day) == [who[0].id for who in sorted(people, key=key)]
    assert ids(day) == ["rang", "c", "a", "b", "best", "late", "early", "few", "stranger"]


def test_calls_come_before_errands_goodbyes_and_rests():
    call = person("z")
    note = person("y", CallAttempt(at=WEDNESDAY - days(1), disposition="hung_up"), email="y@example.com")
    refused = [CallAttempt(at=WEDNESDAY - days(each), disposition="not_interested") for each in (40, 20)]
    goodbye = person("x", *refused)
    rest = person("a", CallAttempt(at=WEDNESDAY - dt.timedelta(seconds=30), disposition="conversation"))
    steps = {who[0].id: PLAYBOOK.next_step(*who, WEDNESDAY) for who in (call, note, goodbye, rest)}
    assert [steps[each].type for each in "zyxa"] == ["call", "write", "walk_away", "call"]
    nothing = Rest(at=None)
    in_order = sorted([*(day_key(*who, steps[who[0].id]) for who in (call, note, goodbye)), day_key(*rest, nothing)])
    assert [each.rpartition(" ")[2] for each in in_order] == ["z", "x", "y", "a"]


def test_the_longest_overdue_errand_comes_first():
    anna, bert = person("anna"), person("bert")
    early, late = (Write(since=WEDNESDAY - days(each), purpose="thanks") for each in (3, 1))
    assert day_key(*bert, early) < day_key(*anna, late)


def test_no_two_people_share_a_place_whatever_they_are_called():
    same = Call(at=WEDNESDAY, reason=Reason(name="a reason of ours", says="we like them"))
    keys = {day_key(*person(who), same) for who in ("a", "a b", "b", "A", "ä", "10", "9")}
    assert len(keys) == 7


def test_what_a_neighbour_bought_makes_nobody_a_better_customer():
    theirs = [
        CallAttempt(at=WEDNESDAY - days(each), disposition="conversation", outcome="order", contact="joe")
        for each in (400, 380)
    ]
    lapsed = person("ann", *bought(420, 390, 360))
    with_neighbours = (lapsed[0], lapsed[1].add(*theirs))
    step = PLAYBOOK.next_step(*lapsed, WEDNESDAY)
    assert day_key(*with_neighbours, step) == day_key(*lapsed, step)


WAITING = ("rung not long ago: it is too soon", "asked to be left in peace for a while", "a call promised for later")


@pytest.mark.parametrize("says", [*WAITING, "nothing to say yet: in touch, or bought, not long ago"])
def test_who_is_left_out_is_counted_the_same_until_the_moment_of_their_step(says):
    step = PLAYBOOK.next_step(*WHY_NOT[says], WEDNESDAY)
    moments = [WEDNESDAY + (step.at - WEDNESDAY) * part / 37 for part in range(37)]
    assert {tuple(left_out(listed(WHY_NOT[says], now=at)).items()) for at in moments} == {((says, 1),)}
