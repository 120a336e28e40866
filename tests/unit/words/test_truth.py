"""A5: what a text claims that no fact says; also a text that a model wrote."""

import datetime as dt

import pytest

from callrules import (
    CallAttempt,
    Commitment,
    Contact,
    History,
    Insight,
    Introduction,
    KeyDate,
    Meeting,
    Message,
    Purchase,
    Research,
    Sender,
    WalkAway,
)
from callrules.words.subject import Subject
from callrules.words.truth import untruths
from helpers.people import HOUSE, MON, NUMBER, somebody

NOW = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)
ADA = Contact(
    id="ada", name="Ada Lind", goes_by="Ada", timezone="Europe/Berlin", region="DE", phones=[NUMBER],
    buys_from="Initech",
)  # fmt: skip


def on(month, day, hour=10, minute=0, year=2026):
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


REMARK = "her warehouse moves to Bremen in autumn; 12 trucks"
PAST = History([
    CallAttempt(
        at=on(5, 26, 8, 30), disposition="conversation", outcome="advance", rep="Tom Meyer", remark=REMARK,
        callback_at=on(6, 1, 8),
    ),
    CallAttempt(at=on(5, 20, 13), disposition="voicemail_left"),
    Meeting(at=on(3, 3), place="the fair in Lisbon"),
    Purchase(at=on(2, 10), amount="4800.00", currency="EUR"),
    Purchase(at=on(12, 1, year=2025), amount="1200", currency="EUR"),
    Message(at=on(5, 28), channel="email", direction="inbound", reply="answer"),
    Commitment(at=on(5, 26, 8, 40), by="us", due=dt.date(2026, 6, 12), kind="send", what="the drawings"),
    Introduction(at=on(2, 1), by="carla"),
])  # fmt: skip
STRANGER = History()
BEA = Sender(name="Bea Roth", company="Lind & Sons", number="+493012345671")

TRUE = [
    "You asked me on Tuesday to call you today.",
    "It was good to meet you in Lisbon on 3 March.",
    "We met three months ago at the fair in Lisbon.",
    "Thank you for your order of 10 February, 4,800 euros.",
    "You bought twice from us, for €6,000 altogether.",
    "You wrote to us last Thursday.",
    "I have read your answer, and I take it as you wrote it.",
    "I saw your order of 10 February.",
    "You wrote on May 28th, 2026.",
    "You told my colleague Tom that your warehouse moves to Bremen.",
    "My colleague Tom Meyer spoke with you last week.",
    "I left you a message on 20 May.",
    "You buy from Initech today.",
    "You have 12 trucks.",
    "We agreed that I send the drawings by 12 June.",
    "Carla introduced us.",
    "Our last talk was at 10:30.",
    "You have been a customer of ours for long.",
    "Hello Ada, this is Bea Roth from Lind & Sons. May I call you again on Tuesday 9 June?",
    "Do you have two minutes for a question or three?",
    "Have we met before?",
    "If you asked me, I would say no.",
    "My number is +493012345671.",
    "It has been six days since we talked.",
    "Last year you bought in December.",
    "I never ring on a windy Saturday.",
]
FALSE = [
    ("You asked me on Wednesday to call you today.", "date", "Wednesday"),
    ("We met on 4 March.", "date", "4 March"),
    ("Thank you for your order of 4,900 euros.", "amount", "4,900 euros"),
    ("Thank you for your order of $4,800.00, and for 20% more.", "amount", "20%"),
    ("You have ordered three times this year.", "count", "three"),
    ("You wrote to us yesterday.", "date", "yesterday"),
    ("Our last talk was at 11:30.", "time", "11:30"),
    ("Petra told me about your plans.", "name", "Petra"),
    ("I hear that Globex has left the market.", "name", "Globex"),
    ("You rang us this week.", "claim", "You rang"),
    ("You hung up on me.", "claim", "You hung up"),
    ("Reach me at +491709999999.", "telephone", "+491709999999"),
    ("You have 15 trucks.", "count", "15"),
    ("Reach me at bea@elsewhere.example.", "email", "bea@elsewhere.example"),
    ("Thank you for your order of $4,800.", "amount", "$4,800"),
    ("You left me a voicemail.", "claim", "You left me a voicemail"),
    ("We met five months ago.", "date", "five months ago"),
    ("May I call you again on Sunday 7 June?", "date", "Sunday 7 June"),
    ("Call me before 2 July 2019.", "date", "2 July 2019"),
]
CLAIMS = [
    "I am calling as you asked.", "We met at the fair.", "You wrote that it is urgent.", "You said that it is urgent.",
    "My colleague spoke with you.", "I left you a voicemail.", "Thank you for your order.", "Thank you for calling.",
    "When we talked it was raining.", "You promised to send it.", "As we agreed, here I am.", "Tom introduced us.",
    "You buy from Initech.",
    "You have been a customer of ours for long.", "You are one of our best clients.", "You became our customer early.",
    "You have been with us for long.", "How are you and yours?",
    "I wrote to you about it.", "I promised to call.", "I rang you about it.",
]  # fmt: skip


@pytest.mark.parametrize("text", TRUE)
def test_what_the_facts_say_passes(text):
    assert HOUSE.untruths(text, ADA, PAST, NOW, BEA) == ()


@pytest.mark.parametrize(("text", "rule", "words"), FALSE)
def test_what_no_fact_says_is_found(text, rule, words):
    found = HOUSE.untruths(text, ADA, PAST, NOW, BEA)
    assert (rule, words) in [(each.rule, each.found) for each in found]
    assert all(text[slice(*each.at)] == each.found for each in found)


@pytest.mark.parametrize("text", CLAIMS)
def test_of_a_stranger_nothing_of_the_kind_can_be_said(text):
    assert "claim" in [each.rule for each in HOUSE.untruths(text, Contact(id="x"), STRANGER, NOW, BEA)]


def test_whoever_is_to_become_a_customer_is_not_said_to_be_one():
    for text in ("We would like to have you as a customer.", "May I ask what makes a good supplier for you?"):
        assert HOUSE.untruths(text, Contact(id="x"), STRANGER, NOW, BEA) == ()


def test_who_told_us_a_day_has_told_us_something():
    told = History([KeyDate(at=on(5, 11), on=dt.date(2026, 5, 23), what="go-live")])
    assert HOUSE.untruths("I made a note of what you told us: go-live.", ADA, told, NOW, BEA) == ()
    assert HOUSE.untruths("You told us of your go-live when we talked.", ADA, told, NOW, BEA)


def test_we_do_not_say_that_we_never_talked_when_we_did():
    assert HOUSE.untruths("We have not talked before.", ADA, STRANGER, NOW) == ()
    assert HOUSE.untruths("We have not talked before.", ADA, PAST, NOW)[0].rule == "claim"


def test_a_call_is_offered_for_a_day_that_the_gate_permits():
    life = somebody()
    for day, is_true in (("Monday 8 June", True), ("Sunday 7 June", False), ("Saturday 6 June", False)):
        found = HOUSE.untruths(f"I will call you on {day}.", life.contact, life.history, life.at(f"{MON} 10:00"))
        assert (found == ()) is is_true


def test_our_own_name_is_believed_where_nobody_noted_who_speaks():
    text = "Hello Ada, this is Lou Reed from Velvet."
    assert HOUSE.untruths(text, ADA, PAST, NOW) == ()
    assert [each.found for each in HOUSE.untruths(text, ADA, PAST, NOW, BEA)] == ["Lou", "Reed", "Velvet"]


def test_another_language_is_judged_by_its_figures():
    german = Sender(language="de")
    found = HOUSE.untruths("Sie haben am 2026-03-05 für 900 EUR gekauft, um 10:45.", ADA, PAST, NOW, german)
    assert [each.rule for each in found] == ["date", "amount", "time"]


NOTED = History([
    *PAST.entries,
    Research(at=on(5, 27), topic="why", text="they plan a move"),
    Insight(at=on(5, 27), text="the harbour is dredged", source="the local news"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("You told us this: they plan a move. How do you see it?", "You told"),
        ("They plan a move, as you said.", "you said"),
        ("They plan a move. That is what you told us.", "you told"),
        ("You wrote that “the harbour is dredged”.", "You wrote"),
        ("You asked about this: they plan a move.", "You asked"),
    ],
)
def test_what_we_found_out_is_no_word_of_theirs(text, claim):
    assert claim in [each.found for each in HOUSE.untruths(text, ADA, NOTED, NOW, BEA)]


@pytest.mark.parametrize(
    "text",
    [
        "I have noted this: they plan a move. Is that so?",
        "You asked me to tell you of this: the harbour is dredged.",
        "You told my colleague that your warehouse moves. I have noted this besides: they plan a move.",
        "If you told us that they plan a move, I would believe it.",
    ],
)
def test_what_is_said_beside_their_words_is_left_alone(text):
    assert HOUSE.untruths(text, ADA, NOTED, NOW, BEA) == ()


def test_what_they_wrote_themselves_is_theirs_whoever_noted_it_besides():
    wrote = Message(at=on(5, 29), channel="email", direction="inbound", text="It is true: they plan a move.")
    heard = Insight(at=on(5, 29), text="the roof leaks", source="Ada herself")
    told = NOTED.add(wrote, heard)
    assert HOUSE.untruths("You told us this: they plan a move.", ADA, told, NOW, BEA) == ()
    assert HOUSE.untruths("You told us that the roof leaks.", ADA, told, NOW, BEA) == ()


LAST_WORDS = [
    "You will not hear from us again.", "Nobody of us will call you again.", "I have taken you off our list.",
    "I will never call you again.", "This is my last message.",
]  # fmt: skip


@pytest.mark.parametrize("text", LAST_WORDS)
def test_whoever_is_looked_at_again_is_not_told_that_it_was_the_last_word(text):
    again = WalkAway(grounds="unanswered", revisit=on(9, 1))
    for_good = WalkAway(grounds="not_interested")
    asked = {
        each: Subject(contact=ADA, history=PAST, sender=BEA, at=NOW, step=each) for each in (again, for_good, None)
    }
    assert [each.says for each in untruths(text, asked[again])] == ["we look at them again, and may call"]
    assert untruths(text, asked[for_good]) == untruths(text, asked[None]) == []


def test_peace_until_a_day_is_no_last_word():
    again = WalkAway(grounds="unanswered", revisit=on(9, 1))
    for text in ("You will not hear from me by phone before autumn.", "I will not call you again before you write."):
        assert untruths(text, Subject(contact=ADA, history=PAST, sender=BEA, at=NOW, step=again)) == []
