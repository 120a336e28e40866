"""D6, F4, F5: who asked us to stop is never called again."""

import pytest

from callrules import CallAttempt, Consent, History, Message, OptOut
from helpers.people import HOUSE, MOBILE, MON, NUMBER, TUE, WED, somebody

ADA = somebody(email="ada@example.com", postal_address="Hauptstr. 1")
GONE = "walk_away do_not_call never"


@pytest.mark.parametrize(
    "stop",
    [
        lambda life: life.opted_out(f"{MON} 10:00"),
        lambda life: life.opted_out(f"{MON} 10:00", channel="phone"),
        lambda life: life.rung(f"{MON} 10:00", "do_not_call"),
        lambda life: life.rang_us(f"{MON} 10:00", "do_not_call"),
        lambda life: life.wrote_to_us(f"{MON} 10:00", "do_not_call"),
    ],
)
def test_stop_calling_in_whatever_form_holds_at_once_and_for_ever(stop):
    life = stop(ADA)
    assert life.next(f"{MON} 10:00") == GONE
    assert life.next("2046-06-01 10:00") == GONE


@pytest.mark.parametrize(
    "later",
    [
        lambda life: life.bought(f"{TUE} 10:00"),
        lambda life: life.rang_us(f"{TUE} 10:00"),
        lambda life: life.wrote_to_us(f"{TUE} 10:00"),
        lambda life: life.promised(f"{TUE} 10:00", f"{WED} 10:00"),
        lambda life: life.promised("2026-05-29 10:00", f"{WED} 10:00"),
        lambda life: life.talked(f"{TUE} 10:00", "order"),
        lambda life: life.rung(f"{TUE} 10:00", "hung_up"),
        lambda life: life.introduced(f"{TUE} 10:00"),
        lambda life: life.met(f"{TUE} 10:00").insight(f"{TUE} 11:00"),
        lambda life: life.retracted(f"{TUE} 10:00", "o-1"),
        lambda life: life.snoozed(f"{TUE} 10:00", WED),
        lambda life: life.add(Consent(at=life.at(f"{TUE} 10:00"), contact="c-2")),
        lambda life: life.consented("2026-05-29 10:00"),
    ],
)
def test_whatever_is_known_promised_or_imported_later_it_holds(later):
    life = later(ADA.opted_out(f"{MON} 10:00", id="o-1"))
    assert life.next(f"{WED} 10:00") == GONE
    assert not life.may_be_rung(f"{WED} 10:00")


def test_no_later_version_of_the_fact_takes_it_back():
    life = ADA.rung(f"{MON} 10:00", "do_not_call", id="a-1")
    life = life.rung(f"{MON} 10:00", "conversation", id="a-1", recorded=life.at(f"{TUE} 10:00"))
    assert life.next(f"{WED} 10:00") == GONE


def test_a_merge_in_either_order_keeps_it():
    ours, theirs = History(ADA.opted_out(f"{MON} 10:00").facts), History(ADA.bought(f"{TUE} 10:00").facts)
    for merged in (ours.merge(theirs), theirs.merge(ours)):
        assert HOUSE.next_step(ADA.contact, merged, ADA.at(f"{WED} 10:00")).grounds == "do_not_call"


def test_nothing_is_written_to_them_not_even_thanks_or_goodbye():
    life = ADA.talked(f"{MON} 09:00", "order").opted_out(f"{MON} 10:00")
    step = life.step(f"{MON} 10:01")
    assert (step.type, step.channel, step.at) == ("walk_away", None, None)


def test_only_a_later_consent_of_their_own_lifts_it():
    life = ADA.opted_out(f"{MON} 10:00").consented(f"{TUE} 10:00")
    assert life.step(f"{WED} 10:00").type == "call"
    assert life.opted_out(f"{TUE} 12:00").next(f"{WED} 10:00") == GONE


def test_consent_and_refusal_at_the_same_moment_is_a_refusal():
    assert ADA.opted_out(f"{MON} 10:00").consented(f"{MON} 10:00").next(f"{WED} 10:00") == GONE


def test_a_promise_from_before_does_not_come_back_with_the_consent():
    life = ADA.promised("2026-05-29 10:00", f"{WED} 10:00").opted_out(f"{MON} 10:00").consented(f"{TUE} 10:00")
    assert life.step(f"{WED} 09:00").reason.name != "promise"


def test_no_by_mail_only_is_no_reason_not_to_ring():
    life = ADA.opted_out(f"{MON} 10:00", channel="email")
    assert life.may_be_rung(f"{MON} 10:01")


def test_a_no_belongs_to_the_number_for_everybody_who_has_it():
    neighbour = OptOut(at=ADA.at(f"{MON} 10:00"), number=NUMBER, contact="c-2")
    assert ADA.add(neighbour).next(f"{TUE} 10:00") == GONE
    two = somebody(phones=[NUMBER, MOBILE]).add(neighbour)
    assert two.step(f"{TUE} 10:00").number == MOBILE
    assert not two.may_be_rung(f"{TUE} 10:00", NUMBER)


def test_a_no_said_on_a_call_belongs_to_the_number_that_was_rung():
    said = CallAttempt(at=ADA.at(f"{MON} 10:00"), disposition="do_not_call", number=NUMBER, contact="c-2")
    assert ADA.add(said).next(f"{TUE} 10:00") == GONE


def test_a_neighbours_no_without_a_number_is_theirs_alone():
    refused = Message(
        at=ADA.at(f"{MON} 10:00"), channel="email", direction="inbound", reply="do_not_call", contact="c-2"
    )
    assert ADA.add(refused).may_be_rung(f"{TUE} 10:00")


def test_a_neighbours_consent_frees_their_number_again():
    refused = OptOut(at=ADA.at(f"{MON} 10:00"), number=NUMBER, contact="c-2")
    consent = Consent(at=ADA.at(f"{MON} 12:00"), contact="c-2")
    assert ADA.add(refused, consent).may_be_rung(f"{TUE} 10:00")
    assert not ADA.add(refused).consented(f"{MON} 12:00").may_be_rung(f"{TUE} 10:00")


def test_a_no_of_the_whole_account_is_one_for_everybody_there():
    refused = OptOut(at=ADA.at(f"{MON} 10:00"), account="lind", contact="c-2")
    assert ADA.but(account="lind").add(refused).next(f"{TUE} 10:00") == GONE
    assert ADA.but(account="other").add(refused).may_be_rung(f"{TUE} 10:00")


def test_an_hour_they_named_does_not_beat_it():
    life = ADA.promised(f"{TUE} 10:00", f"{WED} 10:00").opted_out(f"{TUE} 12:00")
    assert not life.may_be_rung(f"{WED} 10:00")


def test_nobody_promises_them_a_call_either():
    life = ADA.opted_out(f"{MON} 10:00")
    assert not HOUSE.can_promise(life.contact, life.history, life.at(f"{WED} 10:00")).allowed
