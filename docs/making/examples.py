"""One small story for every house rule: what has happened, and what the house then says."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from callrules import (
    CallAttempt,
    Commitment,
    Contact,
    Fact,
    History,
    Insight,
    Meeting,
    Message,
    OptOut,
    Playbook,
    Purchase,
    Snooze,
)
from callrules.pictures.timeline import timeline

MONDAY = dt.date(2026, 11, 16)
ONE, TWO = "+12125550101", "+12125550102"


def at(days: int, hour: int = 10, minute: int = 0) -> dt.datetime:
    """An hour in New York so many days after Monday 16 November 2026, as an instant."""
    local = dt.datetime.combine(MONDAY + dt.timedelta(days=days), dt.time(hour, minute), ZoneInfo("America/New_York"))
    return local.astimezone(dt.UTC)


def rang(days: int, how: str, hour: int = 10, **more: Any) -> CallAttempt:
    """A call of ours."""
    return CallAttempt(at=at(days, hour), disposition=how, **more)


def bought(*days: int) -> list[Fact]:
    """Purchases, so many days before that Monday."""
    return [Purchase(at=at(-each, 10)) for each in days]


PLAIN: dict[str, Any] = {}
STORIES: dict[str, tuple[dict[str, Any], list[Fact], dt.datetime]] = {
    "opt_out": (PLAIN, [*bought(700), OptOut(at=at(-30)), *bought(5)], at(0)),
    "live_numbers": ({"phones": (ONE, TWO)}, [rang(0, "wrong_number", number=ONE)], at(1, 12)),
    "open_dial": (PLAIN, [rang(0, "dialing")], at(0, 10, 1)),
    "departures": (PLAIN, [rang(0, "left_company")], at(1)),
    "refusals": (PLAIN, [rang(-90, "not_interested"), rang(0, "not_interested")], at(1)),
    "stalling": (
        PLAIN,
        [rang(days, "conversation", outcome="continuation", reason="prospect") for days in (-90, -45, 0)],
        at(1),
    ),
    "persistence": (PLAIN, [rang(days, "no_answer") for days in (-17, -15, -12, -9, -5, 0)], at(1)),
    "returned_calls": (PLAIN, [rang(0, "no_answer", direction="inbound")], at(0, 11)),
    "promised_calls": (
        PLAIN,
        [rang(0, "conversation"), Commitment(at=at(0, 10, 5), by="us", due=at(3, 14), what="the two offers")],
        at(1),
    ),
    "their_promises": (PLAIN, [rang(0, "conversation"), Commitment(at=at(0, 10, 5), by="them", due=MONDAY)], at(0, 11)),
    "just_met": (PLAIN, [Meeting(at=at(0, 17), place="the trade fair")], at(0, 18)),
    "follow_ups": (PLAIN, [rang(0, "conversation", outcome="advance", agreed=("see a sample",))], at(1)),
    "insights": (
        PLAIN,
        [rang(-60, "conversation"), Insight(at=at(0), id="i-1", text="they open a second shop")],
        at(1),
    ),
    "simple_reasons": (PLAIN, [Purchase(at=at(-3, 15))], at(-3, 16)),
    "lapsed_customers": (PLAIN, bought(300, 270, 240, 210), at(0)),
    "dormant_customers": (PLAIN, [*bought(60), rang(-200, "conversation")], at(0)),
    "competitors_customers": ({"buys_from": "Northwind"}, [], at(0)),
    "prospects": (PLAIN, [], at(0)),
    "hang_ups": ({"email": "kim@example.com"}, [rang(0, "hung_up")], at(0, 11)),
    "thanks": ({"email": "kim@example.com"}, [rang(0, "conversation", outcome="order")], at(0, 11)),
    "missed_meetings": (
        {"email": "kim@example.com"},
        [rang(-7, "conversation"), Commitment(at=at(-7, 10, 5), by="us", kind="meet", due=at(0, 9))],
        at(0, 11),
    ),
    "cold_decision_makers": ({"role": "decision_maker"}, [], at(0)),
    "readiness": (
        {"red_phone": True, "common_ground": ("rowing",)},
        [Message(at=at(-3), channel="email", direction="outbound", purpose="share")],
        at(0),
    ),
    "hours": (PLAIN, [], at(0, 7)),
    "public_holidays": (PLAIN, [], at(10)),
    "pace": (PLAIN, [rang(0, "no_answer")], at(0, 11)),
    "caps": (PLAIN, [rang(days, "connected", hour=9 + days) for days in (0, 1, 2)], at(3, 10)),
    "snoozes": (PLAIN, [Snooze(at=at(0), until=MONDAY + dt.timedelta(days=30))], at(1)),
    "worth": (PLAIN, bought(500, 470, 440, 410), at(0)),
}


def example(rule: str) -> str:
    """The story of a rule as text, with the step that the house answers at its end."""
    more, facts, now = STORIES[rule]
    contact = Contact(id="kim", name="Kim", timezone="America/New_York", **more)
    history = History(facts)
    step = Playbook(strict=True).next_step(contact, history, now)
    asked = f"asked {now.astimezone(history.seen_by(contact).calendar.zone):%a %d %b %Y %H:%M}"
    told = str(timeline(contact, history, step))
    ending = "" if step.at else f"\n  then: {step.type.replace('_', ' ')} ({step.says})"
    return f"```text\n{told}{ending}\n({asked})\n```"
