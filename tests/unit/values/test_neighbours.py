"""Whose facts concern whom: a shared number or account, and one person on two cards (rulebook F5, G28)."""

import datetime as dt

import pytest

from callrules import (
    CallAttempt,
    Consent,
    Contact,
    History,
    InvalidValue,
    Message,
    OptOut,
    Playbook,
    Purchase,
    Retraction,
    neighbours,
)
from callrules.channels import written_channels
from callrules.neighbouring import said_beside
from callrules.testing.oracle import Person, is_refused_number, refused
from callrules.wire import read_fact, write_fact

HOUSE = Playbook()
NOON = dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=30)
DESK, MOBILE, HERS = "+442079460123", "+447700900123", "+442079460123;ext=7"
NOT_CALL = {"disposition": "do_not_call"}


def person(who="b", name="Pat Doe", phones=(DESK, MOBILE), **more):
    return Contact(id=who, name=name, phones=phones, timezone="Europe/London", **more)


A = person("a")
WRITTEN_NO = Message(at=NOON, id="1", channel="email", direction="inbound", reply="do_not_call")
FORMS_OF_NO = {
    "written": WRITTEN_NO,
    "an opt-out": OptOut(at=NOON, id="1"),
    "by phone": OptOut(at=NOON, channel="phone"),
    "by account": OptOut(at=NOON, account="Acme"),
    "a call whose number nobody noted": CallAttempt(at=NOON, id="1", **NOT_CALL),
    "a call of theirs": CallAttempt(at=NOON, direction="inbound", **NOT_CALL),
    "on a number": OptOut(at=NOON, id="1", number=DESK),
    "in a call": CallAttempt(at=NOON, number=MOBILE, **NOT_CALL),
}


def seen(contact, *people):
    return History(neighbours(contact, people))


def gate(contact, history, number):
    return HOUSE.may_call(contact, history, LATER, number=number)


def step(contact, history):
    return HOUSE.next_step(contact, history, LATER)


@pytest.mark.parametrize("form", FORMS_OF_NO)
@pytest.mark.parametrize(
    "same",
    [
        {"name": "PAT  doe"},
        {"name": "Someone else", "email": "Pat@Example.com "},
        {"phones": [MOBILE]},
        {"phones": [HERS, "+447700900999"]},
    ],
    ids=["name", "e-mail", "one number shared", "another extension"],
)
def test_a_no_holds_for_the_person_on_every_card_that_shares_a_number_and_a_name_or_an_email(form, same):
    other, card = person("a", email="pat@example.com"), person(**{"email": None, **same})
    history = seen(card, (other, History([FORMS_OF_NO[form]])))
    assert step(card, history).grounds == "do_not_call"
    assert not any(HOUSE.may_call(card, history, LATER, number=each.number) for each in card.phones)


EXTENSION, NO_ONE = person(phones=[HERS]), person(name="Kim Poe", phones=["+447700900999"])
CARDS = [
    person(),
    person(name="Kim Poe"),
    person(phones=[MOBILE]),
    EXTENSION,
    NO_ONE,
    person(account="ACME", phones=[]),
]


@pytest.mark.parametrize("form", FORMS_OF_NO)
@pytest.mark.parametrize("card", CARDS, ids=range(len(CARDS)))
@pytest.mark.parametrize("consents", [(), ("a",), ("b",)])
def test_a_plain_reading_hears_the_same_noes_as_the_rule(form, card, consents):
    consent = Consent(at=NOON + dt.timedelta(days=1))
    history = seen(card, (A, History([FORMS_OF_NO[form], *[consent] * ("a" in consents)])))
    history = history.add(*[consent] * ("b" in consents))
    read = Person(card, history)
    assert refused(read, LATER) == (getattr(step(card, history), "grounds", None) == "do_not_call")
    for phone in card.phones:
        closed = any(each.rule == "opt_out" for each in gate(card, history, phone.number).because)
        assert closed == (refused(read, LATER) or is_refused_number(read, phone.number))


@pytest.mark.parametrize("form", ["written", "an opt-out", "by phone", "a call whose number nobody noted"])
def test_it_binds_nobody_else_who_shares_the_number(form):
    somebody = person(name="Kim Poe")
    assert step(somebody, seen(somebody, (A, History([FORMS_OF_NO[form]])))).type == "call"


@pytest.mark.parametrize("card", [person(phones=["+447700900999"]), person(name=None), person(phones=())])
def test_a_name_alone_or_a_number_alone_makes_nobody_the_same_person(card):
    assert step(card, seen(card, (A, History([FORMS_OF_NO["written"]])))).type == "call"


def test_nobodys_name_is_nobodys():
    nameless = Contact(id="b", phones=[DESK])
    no = History([FORMS_OF_NO["written"]])
    assert neighbours(nameless, [(Contact(id="a", phones=[DESK]), no)]) == ()


def test_a_no_said_on_a_number_closes_that_number_for_everybody_and_no_other():
    somebody = person(name="Kim Poe")
    history = seen(somebody, (A, History([OptOut(at=NOON, number=DESK)])))
    assert not HOUSE.may_call(somebody, history, LATER, number=DESK)
    assert HOUSE.may_call(somebody, history, LATER, number=MOBILE)


@pytest.mark.parametrize("account", ["acme", "ACME", " Acme  ", "\uff21cme"])
def test_an_account_is_one_in_whatever_case(account):
    colleague = person(name="Kim Poe", phones=["+447700900999"], account=account)
    assert step(colleague, seen(colleague, (A, History([OptOut(at=NOON, account="Acme")])))).grounds == "do_not_call"


@pytest.mark.parametrize("whose", ["a", "b"])
def test_a_later_consent_on_either_card_lifts_it(whose):
    consent = Consent(at=NOON + dt.timedelta(days=1))
    theirs = [FORMS_OF_NO["written"], *([consent] if whose == "a" else [])]
    history = seen(person(), (A, History(theirs))).add(*([consent] if whose == "b" else []))
    assert step(person(), history).type == "call"
    assert step(person(), history.add(OptOut(at=NOON + dt.timedelta(days=2)))).grounds == "do_not_call"


def test_a_consent_that_came_before_the_no_lifts_nothing():
    consent = Consent(at=NOON - dt.timedelta(days=1))
    history = seen(person(), (A, History([FORMS_OF_NO["written"], consent]))).add(consent)
    assert step(person(), history).grounds == "do_not_call"


def test_no_retraction_and_no_correction_takes_it_back():
    taken_back = Retraction(at=LATER, of="1")
    corrected = Message(
        at=NOON, id="1", channel="email", direction="inbound", recorded=LATER, reply="answer"
    )  # fmt: skip
    history = seen(person(), (A, History([WRITTEN_NO, taken_back, corrected])))
    assert step(person(), history).grounds == "do_not_call"


def test_a_channel_refused_on_one_card_is_refused_on_the_other():
    card = person(email="pat@example.com", postal_address="1 High Street")
    no_mail = OptOut(at=NOON, id="1", channel="email")
    assert [each.value for each in written_channels(card, seen(card, (A, History([no_mail]))))] == ["handwritten"]
    taken_back = History([no_mail, Retraction(at=LATER, of="1")])
    assert len(written_channels(card, seen(card, (A, taken_back)))) == 2


def test_attempts_on_a_shared_number_count_and_nothing_else_of_theirs_does():
    tried = CallAttempt(at=NOON, id="1", number=DESK, disposition="no_answer")
    elsewhere = CallAttempt(at=NOON, number="+447700900999", disposition="no_answer")
    somebody = person(name="Kim Poe")
    (taken,) = neighbours(somebody, [(A, History([tried, elsewhere, Purchase(at=NOON)]))])
    assert (taken.contact, taken.id, taken.number) == ("a", "a 1", DESK)
    assert neighbours(somebody, [(A, History([tried, Retraction(at=NOON, of="1")]))])[1].of == "a 1"


def test_where_nobody_noted_the_number_it_was_the_only_one_there_is():
    tried = History([CallAttempt(at=NOON, disposition="no_answer")])
    somebody = person(name="Kim Poe")
    assert neighbours(somebody, [(person("a", phones=[DESK]), tried)])[0].number == DESK
    assert neighbours(somebody, [(A, tried)]) == ()


def test_the_contact_may_be_among_the_people_and_whoever_is_no_more_is_given_by_id():
    gone = (Contact(id="gone"), History([OptOut(at=NOON, number=DESK)]))
    (taken,) = neighbours(person(), [(person(), History([OptOut(at=NOON)])), gone])
    assert taken.contact == "gone"


def test_an_id_that_comes_twice_is_refused():
    with pytest.raises(InvalidValue, match="people: found 'a', expected each id once"):
        neighbours(person(), [(A, History()), (person("a", name="Kim Poe"), History())])


# --- what is written beside a no -------------------------------------------------------------------------------


def test_what_the_person_was_known_by_is_written_beside_a_no_so_that_an_edit_of_the_card_loses_nothing():
    beside = said_beside(WRITTEN_NO, person("a", email="pat@example.com"))
    assert (beside.numbers, beside.name, beside.email) == ((DESK, MOBILE), "Pat Doe", "pat@example.com")
    assert read_fact(write_fact(beside)) == beside
    edited = (Contact(id="a", name="P. Doe"), History([WRITTEN_NO, beside]))
    assert step(person(), seen(person(), edited)).grounds == "do_not_call"
    somebody = person(name="Kim Poe")
    assert step(somebody, seen(somebody, edited)).type == "call"


def test_it_is_found_in_a_history_alone_where_a_host_keeps_no_book():
    beside = said_beside(WRITTEN_NO, A)
    assert beside.contact == "a"
    assert step(person(), History([beside])).grounds == "do_not_call"


@pytest.mark.parametrize("fact", [OptOut(at=NOON, number=DESK), Purchase(at=NOON), FORMS_OF_NO["in a call"]])
def test_nothing_is_written_beside_what_names_a_number_or_is_no_no(fact):
    assert said_beside(fact, A) is None
