"""Three populations to decide about: buyers, people rung five times, and rich lives. Nobody real is in them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator

from callrules import CallAttempt, Commitment, Contact, Insight, Introduction, Meeting, Message, Purchase, Snooze
from callrules.facts import Fact

NOW = dt.datetime(1998, 7, 1, 15, tzinfo=dt.UTC)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/Paris", "Asia/Kolkata")
CALLS = ("no_answer", "no_answer", "voicemail_left", "busy", "gatekeeper", "conversation", "conversation")
Person = tuple[Contact, list[Fact]]


def buyers(count: int, dice: random.Random) -> Iterator[Person]:
    """Customers of a shop over eighteen months, about half of whom came back, as in CDNOW's book of orders."""
    for place in range(count):
        times = min(1 + int(dice.expovariate(0.55)), 40)
        days = sorted(dice.randrange(1, 546) for _ in range(times))
        contact = Contact(id=f"c{place}", timezone="America/New_York")
        yield contact, [Purchase(at=NOW - day * DAY, id=f"p{day}-{nth}") for nth, day in enumerate(days)]


def rung(count: int, dice: random.Random) -> Iterator[Person]:
    """People with a telephone who were rung five times within a hundred days; half of them have bought."""
    for place in range(count):
        contact = Contact(
            id=f"c{place}", phones=(_number(place),), timezone=dice.choice(ZONES), business=place % 3 == 0
        )
        facts = [_call(dice, dice.uniform(0.1, 100), _number(place)) for _ in range(5)]
        bought = [Purchase(at=NOW - dice.uniform(1, 500) * DAY) for _ in range(place % 2 * dice.randint(1, 4))]
        yield contact, [*facts, *bought]


def rich(count: int, dice: random.Random) -> Iterator[Person]:
    """People of whom much is known: calls, promises, hang-ups, notes, messages, meetings, insights, purchases."""
    for place in range(count):
        contact = Contact(
            id=f"c{place}", phones=(_number(place), _number(place + 5_000)), region="US-NY", email="a@example.com",
            role=dice.choice(("unknown", "influencer", "decision_maker")), buys_from=dice.choice((None, "Northwind")),
        )  # fmt: skip
        kinds = dice.choices(list(HAPPENINGS), weights=list(HAPPENINGS.values()), k=dice.randint(8, 20))
        yield contact, [kind(dice, _days_ago(dice), _number(place)) for kind in kinds]


def _days_ago(dice: random.Random) -> float:
    return dice.choice((dice.uniform(0.1, 15), dice.uniform(15, 120), dice.uniform(120, 700)))


def _number(place: int) -> str:
    return f"+1212555{place:04}"


def _call(dice: random.Random, days: float, number: str) -> Fact:
    ended = dice.choice(CALLS)
    outcome = dice.choice(("order", "advance", "continuation", None)) if ended == "conversation" else None
    return CallAttempt(at=NOW - days * DAY, disposition=ended, number=number, outcome=outcome)


def _inbound(dice: random.Random, days: float, number: str) -> Fact:
    ended = dice.choice(("conversation", "no_answer", "voicemail_left"))
    return CallAttempt(at=NOW - days * DAY, disposition=ended, direction="inbound", from_number=number)


def _bad_moment(dice: random.Random, days: float, number: str) -> Fact:
    ended = dice.choice(("hung_up", "hung_up", "not_interested"))
    return CallAttempt(at=NOW - days * DAY, disposition=ended, number=number)


def _promise(dice: random.Random, days: float, _: str) -> Fact:
    at = NOW - days * DAY
    named = at + dice.uniform(1, 30) * DAY
    who = dice.choice(({"by": "us"}, {"by": "us", "asked_by": "us"}, {"by": "them"}, {"by": "us", "kind": "meet"}))
    return Commitment(at=at, due=named.date() if dice.random() < 0.5 else named, **who)


def _note(dice: random.Random, days: float, _: str) -> Fact:
    at, purpose = NOW - days * DAY, dice.choice(("after_hang_up", "after_brush_off", "thanks"))
    day = None if purpose == "thanks" else (at + 4 * DAY).date()
    return Message(at=at, channel="email", direction="outbound", purpose=purpose, promises=day)


def _answer(dice: random.Random, days: float, _: str) -> Fact:
    reply = dice.choice(("answer", "answer", "automatic", "bounced"))
    return Message(at=NOW - days * DAY, channel="email", direction="inbound", reply=reply)


def _simple(make: Callable[[dt.datetime], Fact]) -> Callable[[random.Random, float, str], Fact]:
    return lambda _dice, days, _number: make(NOW - days * DAY)


HAPPENINGS: dict[Callable[[random.Random, float, str], Fact], int] = {
    _call: 40, _inbound: 5, _bad_moment: 4, _promise: 12, _note: 6, _answer: 6,
    _simple(lambda at: Meeting(at=at)): 3,
    _simple(lambda at: Insight(at=at, text="their supplier stops")): 6,
    _simple(lambda at: Introduction(at=at, by="a friend")): 2,
    _simple(lambda at: Snooze(at=at, until=(at + 30 * DAY).date())): 1,
    _simple(lambda at: Purchase(at=at, amount="100.00", currency="USD")): 10,
}  # fmt: skip
"""How often each happens, in a hundred."""

POPULATIONS: dict[str, Callable[[int, random.Random], Iterator[Person]]] = {
    "buyers": buyers,
    "five calls each": rung,
    "rich lives": rich,
}
