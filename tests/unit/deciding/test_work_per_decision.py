"""What a decision may cost, counted in questions and calls instead of seconds: noise never fails it, a regression does.

A bound that fails after a change says: this decision does more than it did. Look where, with cProfile and
`benchmarks/decisions.py`; where the work is worth it, raise the bound in the commit that needs it.
"""

import datetime as dt
import sys

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
    OptOut,
    Playbook,
    Purchase,
    Research,
    Snooze,
)
from callrules.deciding.answerer import Answerer

NOW = dt.datetime(2026, 5, 12, 15, tzinfo=dt.UTC)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
HOUSE = Playbook()
BUYER = Contact(id="bea", timezone="America/New_York")
KNOWN = Contact(
    id="kim", region="US-NY", email="kim@example.com", buys_from="Northwind", phones=("+12125550101", "+12125550102")
)
ASKED = {Answerer.answers.__code__, Answerer.window.__code__}


def bought(*days):
    return [Purchase(at=NOW - day * DAY) for day in days]


def rang(days, disposition="no_answer", **more):
    return CallAttempt(at=NOW - days * DAY, disposition=disposition, number="+12125550101", **more)


FIVE_CALLS = [rang(90), rang(60, "busy"), rang(41, "conversation"), rang(22, "voicemail_left"), rang(12)]
A_RICH_LIFE = [
    *FIVE_CALLS,
    *bought(300, 200),
    rang(150, "hung_up"),
    Message(at=NOW - 149 * DAY, channel="email", direction="outbound", purpose="after_hang_up"),
    rang(100, "conversation", outcome="advance"),
    Meeting(at=NOW - 95 * DAY),
    Commitment(at=NOW - 95 * DAY, by="us", due=NOW - 80 * DAY),
    Commitment(at=NOW - 95 * DAY, by="them", due=(NOW - 85 * DAY).date()),
    Message(at=NOW - 50 * DAY, channel="email", direction="inbound"),
    Insight(at=NOW - 20 * DAY, text="their supplier stops"),
    Introduction(at=NOW - 200 * DAY, by="ann"),
]


def work(contact, facts):
    """The questions asked of rules and the calls made, once everything that is shared has been made."""
    HOUSE.next_step(contact, History(facts), NOW)
    questions = calls = 0

    def count(frame, event, _):
        nonlocal questions, calls
        calls += event == "call"
        questions += event == "call" and frame.f_code in ASKED

    sys.setprofile(count)
    try:
        HOUSE.next_step(contact, History(facts), NOW)
    finally:
        sys.setprofile(None)
    return questions, calls


@pytest.mark.parametrize(
    ("contact", "facts", "most_questions", "most_calls"),
    [
        pytest.param(BUYER, bought(700, 500, 400), 1, 1, id="a buyer"),
        pytest.param(KNOWN, FIVE_CALLS, 1, 1, id="rung five times"),
        pytest.param(KNOWN, A_RICH_LIFE, 1, 1, id="a rich life"),
    ],
)
def test_a_decision_asks_and_does_no_more_than_it_did(contact, facts, most_questions, most_calls):
    questions, calls = work(contact, facts)
    assert questions <= most_questions
    assert calls <= most_calls


KINDS = {
    "calls": lambda at: CallAttempt(at=at, disposition="busy", number="+12125550101"),
    "talks that led nowhere": lambda at: CallAttempt(at=at, disposition="conversation", outcome="continuation"),
    "hang-ups": lambda at: CallAttempt(at=at, disposition="hung_up", number="+12125550102"),
    "wrong numbers that nobody noted": lambda at: CallAttempt(at=at, disposition="wrong_number"),
    "calls of theirs": lambda at: CallAttempt(at=at, disposition="no_answer", direction="inbound"),
    "requests to call back": lambda at: CallAttempt(at=at, disposition="callback_requested"),
    "calls they want at an hour": lambda at: CallAttempt(at=at, disposition="callback_requested", callback_at=at + DAY),
    "promises of ours": lambda at: Commitment(at=at, by="us", due=at + DAY, asked_by="us"),
    "promises to send": lambda at: Commitment(at=at, by="us", due=at + DAY, kind="send"),
    "promises of theirs": lambda at: Commitment(at=at, by="them", due=at + DAY),
    "messages of theirs": lambda at: Message(at=at, channel="email", direction="inbound"),
    "bounces": lambda at: Message(at=at, channel="email", direction="inbound", reply="bounced"),
    "notes": lambda at: Message(
        at=at, channel="email", direction="outbound", purpose="after_hang_up", promises=(at + DAY).date()
    ),
    "refunds": lambda at: Purchase(at=at, amount="-1", currency="EUR"),
    "purchases": lambda at: Purchase(at=at, amount="10", currency="EUR"),
    "insights": lambda at: Insight(at=at, text="their supplier stops"),
    "meetings": lambda at: Meeting(at=at),
    "research": lambda at: Research(at=at, topic="why", text="it grows"),
    "noes on a number of others": lambda at: OptOut(at=at, contact="bo", number="+12125550103"),
    "snoozes": lambda at: Snooze(at=at, until=(at + DAY).date()),
    "key dates": lambda at: KeyDate(at=at, on=at.date(), what="their birthday"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_history_twice_as_long_costs_no_more_than_twice_the_work(kind):
    costs = [
        work(KNOWN, [KINDS[kind](NOW - 3 * HOUR * place) for place in range(count, 0, -1)]) for count in (300, 600)
    ]
    (_, short), (_, long) = costs
    assert long <= 2.2 * short
