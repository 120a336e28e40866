"""The last gate before a phone rings, and the one to ask while promising."""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import (
    CallAttempt,
    Commitment,
    Consent,
    Contact,
    Farewell,
    History,
    InvalidValue,
    OptOut,
    Phone,
    Playbook,
    Prepare,
    Reason,
    Stop,
    Window,
    Write,
    hookimpl,
)
from callrules.rules import Hours

PARIS = ZoneInfo("Europe/Paris")
ONE, TWO, STRANGE = "+33142685300", "+33142685301", "+12065550105"
ANN = Contact(id="ann", phones=[ONE, TWO], timezone="Europe/Paris", region="FR")
UNLISTED = Contact(id="bob", timezone="Europe/Paris", region="FR")
HOUSE = Playbook(strict=True)
NOTHING = History()
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def at(day, hour, minute=0):
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


FRIDAY = at(20, 10)


def call(disposition, moment=FRIDAY - 9 * DAY, **more):
    return CallAttempt(at=moment, disposition=disposition, **more)


@attrs.frozen
class Glad:
    """They would be glad to hear from us."""

    reason: Reason = Reason(name="birthday", says="it is their birthday")

    @hookimpl
    def reasons(self):
        return self.reason


# May this phone ring now?


def test_it_may_ring_when_there_is_a_reason_and_every_guard_permits_it():
    verdict = HOUSE.may_call(ANN, NOTHING, FRIDAY)
    assert verdict.allowed
    assert (verdict.at, verdict.number) == (FRIDAY, ONE)
    assert verdict.because


@pytest.mark.parametrize("number", [ONE, TWO])
def test_it_may_ring_on_any_number_of_theirs(number):
    verdict = HOUSE.may_call(ANN, NOTHING, FRIDAY, number=number)
    assert (verdict.allowed, verdict.number) == (True, number)


def test_it_may_not_ring_on_a_number_that_is_none_of_theirs():
    verdict = HOUSE.may_call(ANN, NOTHING, FRIDAY, number=STRANGE)
    assert not verdict
    assert verdict.because[0].code == "unknown_number"


def test_it_may_not_ring_on_a_dead_number_but_on_the_other_one():
    history = History([call("wrong_number", number=ONE)])
    dead = HOUSE.may_call(ANN, history, FRIDAY, number=ONE)
    assert not dead
    assert dead.at is None
    assert HOUSE.may_call(ANN, history, FRIDAY, number=TWO)
    assert HOUSE.may_call(ANN, history, FRIDAY).number == TWO


def test_it_may_not_ring_anywhere_when_all_numbers_are_dead():
    history = History([call("wrong_number", number=ONE), call("wrong_number", number=TWO)])
    for number in (None, ONE, TWO):
        verdict = HOUSE.may_call(ANN, history, FRIDAY, number=number)
        assert not verdict
        assert verdict.because[0].code == "number_unworkable"


def test_where_the_host_keeps_the_numbers_any_number_may_ring():
    assert HOUSE.may_call(UNLISTED, NOTHING, FRIDAY)
    verdict = HOUSE.may_call(UNLISTED, NOTHING, FRIDAY, number=STRANGE)
    assert (verdict.allowed, verdict.number) == (True, STRANGE)


@pytest.mark.parametrize(
    "fact",
    [
        OptOut(at=FRIDAY - DAY, contact="eve", number=ONE),
        call("do_not_call", contact="eve", number=ONE),
        call("dialing", FRIDAY - HOUR, contact="eve", number=ONE),
        call("no_answer", FRIDAY - HOUR, contact="eve", number=ONE),
    ],
)
@pytest.mark.parametrize("contact", [ANN, UNLISTED], ids=["listed", "kept by the host"])
def test_what_happened_on_a_shared_number_binds_that_number_for_everybody(contact, fact):
    assert not HOUSE.may_call(contact, History([fact]), FRIDAY, number=ONE)
    assert HOUSE.may_call(contact, History([fact]), FRIDAY, number=TWO)


def test_a_wrong_number_of_ours_is_dead_also_where_the_host_keeps_the_numbers():
    history = History([call("wrong_number", number=ONE)])
    assert not HOUSE.may_call(UNLISTED, history, FRIDAY, number=ONE)
    assert HOUSE.may_call(UNLISTED, history, FRIDAY, number=TWO)


@pytest.mark.parametrize("number", ["garbage", "1 42 68 53", ""])
@pytest.mark.parametrize("contact", [ANN, UNLISTED], ids=["listed", "kept by the host"])
def test_what_is_no_number_is_refused_at_the_edge(contact, number):
    with pytest.raises(InvalidValue, match=r"number: found .* expected an E.164 number"):
        HOUSE.may_call(contact, NOTHING, FRIDAY, number=number)


def test_a_refusal_says_from_when_on_it_may_ring():
    verdict = HOUSE.may_call(ANN, NOTHING, at(20, 22))
    assert (verdict.allowed, verdict.at) == (False, at(23, 9))
    assert any(each.rule == "hours" for each in verdict.because)


def test_it_may_not_ring_without_a_reason():
    verdict = Playbook([]).may_call(ANN, NOTHING, FRIDAY)
    assert not verdict
    assert verdict.because[0].code == "no_reason"


def test_it_may_not_ring_before_the_reason_is_due():
    due = Reason(name="birthday", due=FRIDAY + HOUR, says="it is their birthday")
    verdict = Playbook([Glad(due)]).may_call(ANN, NOTHING, FRIDAY)
    assert (verdict.allowed, verdict.at) == (False, FRIDAY + HOUR)


class GladLater(Glad):
    """Another reason beside it."""


@attrs.frozen
class CardFirst:
    """Ask for a card before calls that are due at once, until a day."""

    until: dt.datetime
    name = "card_first"

    @hookimpl
    def before(self, reason, at):
        return Write(purpose="card") if reason and at < self.until else None


def test_a_refusal_tells_what_holds_a_sooner_call_up_beside_the_call_that_waits_for_nothing():
    sooner = Reason(name="new", due=FRIDAY, says="there is news", about="a")
    later = Reason(name="birthday", due=FRIDAY + 3 * DAY, says="it is their birthday")
    verdict = Playbook([Glad(sooner), GladLater(later), CardFirst(FRIDAY + 2 * DAY)]).may_call(ANN, NOTHING, FRIDAY)
    assert (verdict.allowed, verdict.at) == (False, FRIDAY + 3 * DAY)
    assert {each.rule for each in verdict.because} == {"card_first", "glad_later"}


def test_it_may_not_ring_after_the_reason_expired():
    gone = Reason(name="birthday", expires=FRIDAY, says="it is their birthday")
    assert not Playbook([Glad(gone)]).may_call(ANN, NOTHING, FRIDAY)
    assert Playbook([Glad(gone)]).may_call(ANN, NOTHING, FRIDAY - HOUR)


def test_it_may_not_ring_before_what_comes_first_is_done():
    @attrs.frozen
    class Unprepared:
        @hookimpl
        def before(self, reason):
            return Prepare(at=FRIDAY, missing=["why"]) if reason else None

    verdict = Playbook([Glad(), Unprepared()]).may_call(ANN, NOTHING, FRIDAY)
    assert not verdict
    assert verdict.because[0].rule == "unprepared"


def test_it_may_not_ring_somebody_who_opted_out_whatever_was_promised():
    history = History([OptOut(at=FRIDAY - DAY), Commitment(at=FRIDAY - 2 * DAY, by="us", due=FRIDAY)])
    for number in (None, ONE):
        verdict = HOUSE.may_call(ANN, history, FRIDAY, number=number)
        assert not verdict
        assert verdict.at is None
        assert verdict.because[0].code == "do_not_call"


def test_it_may_ring_again_after_a_consent_of_their_own():
    assert HOUSE.may_call(ANN, History([OptOut(at=FRIDAY - 9 * DAY), Consent(at=FRIDAY - DAY)]), FRIDAY)


def test_it_may_not_ring_while_a_colleague_is_dialling_them():
    dialling = History([call("dialing", FRIDAY - HOUR, id="c1")])
    assert not HOUSE.may_call(ANN, dialling, FRIDAY)


def test_it_may_not_ring_while_facts_lie_ahead_of_the_clock():
    verdict = HOUSE.may_call(ANN, History([Farewell(at=FRIDAY + DAY)]), FRIDAY)
    assert not verdict
    assert "clock" in verdict.because[0].says


def test_it_may_not_ring_before_a_ground_is_looked_at_again():
    @attrs.frozen
    class Ground:
        @hookimpl
        def walk_away(self):
            return Stop(grounds="unanswered", since=FRIDAY - DAY, says="six times in vain", revisit=FRIDAY + 90 * DAY)

    verdict = Playbook([Glad(), Ground()]).may_call(ANN, NOTHING, FRIDAY)
    assert (verdict.allowed, verdict.at) == (False, FRIDAY + 90 * DAY)


@pytest.mark.parametrize("now", [at(20, 10), at(20, 3), at(21, 12), at(20, 19, 59), at(20, 20)])
@pytest.mark.parametrize(
    "facts",
    [
        (),
        (call("no_answer", FRIDAY - DAY),),
        (call("hung_up", FRIDAY - DAY),),
        (call("callback_requested", FRIDAY - DAY, callback_at=FRIDAY),),
        (call("busy", at(20, 2), number=ONE),),
        (OptOut(at=FRIDAY - DAY),),
    ],
)
def test_the_gate_says_what_the_step_says(facts, now):
    history = History(facts)
    step = HOUSE.next_step(ANN, history, now)
    verdict = HOUSE.may_call(ANN, history, now)
    if step.type == "call":
        assert (verdict.allowed, verdict.at) == (step.is_due(now), step.at)
        assert HOUSE.may_call(ANN, history, step.at, number=step.number).allowed
    elif step.at is None or step.is_due(now):
        assert not verdict or step.type in {"write", "prepare"}


# Can this be promised?


MONDAY_NINE = at(23, 9)


def promise(due, playbook=HOUSE, contact=ANN, history=NOTHING, **more):
    return playbook.can_promise(contact, history, due, **more)


def test_an_hour_within_opening_hours_can_be_promised():
    for asked_by in ("us", "them"):
        verdict = promise(at(23, 10), asked_by=asked_by)
        assert (verdict.allowed, verdict.at) == (True, at(23, 10))


def test_an_hour_at_night_can_be_promised_only_to_those_who_ask_for_it():
    assert promise(at(20, 22), asked_by="them")
    moved = promise(at(20, 22), asked_by="us")
    assert (moved.allowed, moved.at) == (False, MONDAY_NINE)
    assert "09:00–20:00" in moved.because[0].says


def test_a_day_can_be_promised_where_it_is_a_working_day():
    assert promise(dt.date(2026, 11, 23)).at == MONDAY_NINE
    assert promise(dt.date(2026, 11, 23), asked_by="us")
    for asked_by in ("us", "them"):
        moved = promise(dt.date(2026, 11, 21), asked_by=asked_by)
        assert (moved.allowed, moved.at) == (False, MONDAY_NINE)
        assert moved.because[0].rule == "hours"


def test_a_closed_day_is_said_while_promising():
    christmas = Playbook().with_rules(Hours(closed_days=(dt.date(2026, 12, 25),)))
    moved = promise(dt.date(2026, 12, 25), christmas)
    assert (moved.allowed, moved.at) == (False, dt.datetime(2026, 12, 28, 9, tzinfo=PARIS))
    assert not promise(dt.datetime(2026, 12, 25, 10, tzinfo=PARIS), christmas, asked_by="us")


def test_a_law_moves_also_an_hour_they_ask_for():
    @attrs.frozen
    class Law:
        @hookimpl
        def permits(self):
            return Window(start=at(24, 8), says="the law")

    moved = promise(at(23, 10), Playbook().with_rules(Law()))
    assert (moved.allowed, moved.at) == (False, at(24, 9))
    assert any(each.says == "the law" for each in moved.because)


def test_nothing_can_be_promised_to_somebody_who_opted_out():
    verdict = promise(at(23, 10), history=History([OptOut(at=FRIDAY)]))
    assert (verdict.allowed, verdict.at) == (False, None)
    assert verdict.because[0].code == "do_not_call"


def test_no_day_can_be_promised_to_somebody_whose_zone_nobody_knows():
    nowhere = Contact(id="eve", phones=[ONE])
    verdict = promise(dt.date(2026, 11, 23), contact=nowhere)
    assert not verdict
    assert "zone is unknown" in verdict.because[0].says


def test_nothing_can_be_promised_on_a_number_that_does_not_work_or_is_none_of_theirs():
    dead = History([call("wrong_number", number=ONE)])
    assert not promise(at(23, 10), history=dead, number=ONE)
    assert promise(at(23, 10), history=dead, number=TWO)
    assert promise(at(23, 10), history=dead)
    assert not promise(at(23, 10), number=STRANGE)


def test_the_number_a_neighbour_refused_cannot_be_promised():
    refused = History([OptOut(at=FRIDAY - DAY, contact="eve", number=ONE)])
    assert not promise(at(23, 10), history=refused, number=ONE)
    assert not promise(at(23, 10), history=refused, number=ONE, contact=UNLISTED)


def test_who_asks_is_us_or_them():
    with pytest.raises(InvalidValue, match="asked_by: found 'me', expected one of us, them"):
        promise(at(23, 10), asked_by="me")


@pytest.mark.parametrize("due", ["Monday", None, dt.datetime(2026, 11, 23, 10)])
def test_what_is_promised_is_a_moment_or_a_day(due):
    with pytest.raises(InvalidValue, match="due: found"):
        promise(due)


@pytest.mark.parametrize("due", [at(23, 10), at(20, 22), at(22, 11), dt.date(2026, 11, 23), dt.date(2026, 11, 21)])
@pytest.mark.parametrize("asked_by", ["us", "them"])
def test_what_can_be_promised_is_kept_and_what_is_moved_is_moved_to_where_we_said(due, asked_by):
    history = History([call("conversation", FRIDAY - HOUR)])
    verdict = promise(due, history=history, asked_by=asked_by)
    kept = HOUSE.next_step(ANN, history.add(Commitment(at=FRIDAY, by="us", due=due, asked_by=asked_by)), FRIDAY)
    assert (kept.type, kept.at) == ("call", verdict.at)


def test_asking_changes_with_no_clock():
    assert promise(at(23, 10)) == promise(at(23, 10))


def test_phones_are_shown_to_nobody_who_reads_a_verdict_in_a_log():
    assert ONE[1:] not in repr(HOUSE.may_call(ANN, NOTHING, FRIDAY, number=ONE))
    assert Phone(number=ONE) in ANN.phones


def test_nobody_rings_an_account_that_asked_us_to_stop():
    ann = attrs.evolve(ANN, account="acme")
    assert not HOUSE.may_call(ann, History([OptOut(at=FRIDAY - DAY, contact="eve", account="acme")]), FRIDAY)
    assert HOUSE.may_call(ann, History([OptOut(at=FRIDAY - DAY, contact="eve", account="globex")]), FRIDAY)
    assert HOUSE.may_call(ann, History([OptOut(at=FRIDAY - DAY, contact="eve")]), FRIDAY), "a no is the person's own"
