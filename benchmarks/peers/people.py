"""Invented people, as callrules knows them and as one flat row of facts, each asked about at a moment of its own."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

import attrs

from callrules import CallAttempt, Consent, Contact, History, OptOut, Purchase, Snooze
from callrules.facts import Fact

MONDAY = dt.datetime(2026, 11, 16, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
NEVER = 99_999
"""Days since what never happened."""
ENDINGS = ("no_answer", "no_answer", "no_answer", "voicemail_left", "busy", "conversation")


@attrs.frozen
class Case:
    """One person, what has happened, and the moment at which somebody asks; `flat` is all that the rules need."""

    contact: Contact
    facts: tuple[Fact, ...]
    now: dt.datetime
    flat: dict[str, Any]

    @property
    def history(self) -> History:
        """The history, with nothing derived from it yet."""
        return History(self.facts)


def cases(count: int, seed: int = 1) -> list[Case]:
    """Draw so many people."""
    dice = random.Random(seed)
    return [_case(place, dice) for place in range(count)]


def _case(place: int, dice: random.Random) -> Case:
    now = MONDAY + dt.timedelta(days=dice.randrange(7), hours=dice.choice((7, 9, 10, 11, 14, 15, 17, 19, 21)))
    number, rival = f"+1212555{place:04}", dice.choice((None, None, "Northwind"))
    contact = Contact(id=f"c{place}", phones=(number,), timezone="UTC", buys_from=rival)
    facts = tuple(sorted(_happenings(now, number, dice), key=lambda fact: fact.at))
    return Case(contact, facts, now, flattened(contact, facts, now))


def _happenings(now: dt.datetime, number: str, dice: random.Random) -> Iterator[Fact]:
    for _ in range(dice.choice((0, 1, 1, 2, 4))):
        yield Purchase(at=now - dice.uniform(1, 600) * DAY)
    for _ in range(dice.choice((0, 1, 3, 5, 8))):
        yield CallAttempt(at=now - dice.uniform(0.1, 300) * DAY, disposition=dice.choice(ENDINGS), number=number)
    if dice.random() < 0.06:
        yield OptOut(at=now - dice.uniform(1, 300) * DAY)
        if dice.random() < 0.3:
            yield Consent(at=now - 0.5 * DAY)
    if dice.random() < 0.1:
        told = now - dice.uniform(1, 30) * DAY
        yield Snooze(at=told, until=told + dice.uniform(1, 60) * DAY)


def flattened(contact: Contact, facts: tuple[Fact, ...], now: dt.datetime) -> dict[str, Any]:
    """The row of plain values that a host would keep for an engine without histories."""
    calls = [fact for fact in facts if isinstance(fact, CallAttempt)]
    talks = [call.at for call in calls if call.talked]
    bought = [fact.at for fact in facts if isinstance(fact, Purchase)]
    noes = [fact.at for fact in facts if isinstance(fact, OptOut)]
    consents = [fact.at for fact in facts if isinstance(fact, Consent)]
    return {
        "opted_out": bool(noes) and not consents,
        "row": sum(call.is_unanswered for call in calls if not talks or call.at > talks[-1]),
        "bought": bool(bought),
        "silent": days(now, bought),
        "unheard": days(now, [*talks, *bought]),
        "rival": contact.buys_from is not None,
        "rested": days(now, [call.at for call in calls]),
        "hour": now.hour,
        "weekday": now.isoweekday(),
    }


def days(now: dt.datetime, moments: list[dt.datetime]) -> float:
    """The days since the last of these moments."""
    return (now - max(moments)) / DAY if moments else NEVER
