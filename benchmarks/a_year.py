"""What a year with the house rules looks like: a thousand contacts, 250 working days, plausible answers.

    python benchmarks/a_year.py [--contacts 1000] [--seed 1]

Every contact is followed by itself, without a limit on calls a day: the question is who gets pestered and
who is forgotten, not what one rep can do. Nobody real is in it; the answers are drawn from the tables below.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import random
import statistics

import attrs

from callrules import (
    Call,
    CallAttempt,
    Commitment,
    Contact,
    Disposition,
    Farewell,
    History,
    Insight,
    Introduction,
    Message,
    Party,
    Playbook,
    Prepare,
    Purchase,
    Research,
    Rest,
    SeekIntroduction,
    Step,
    WalkAway,
    Write,
)

START = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
YEAR = dt.timedelta(days=350)
"""Fifty weeks of five working days."""
ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/Paris", "Asia/Kolkata")
ANSWERS = {
    "no_answer": 40, "voicemail_left": 15, "busy": 3, "gatekeeper": 6, "conversation": 22, "callback_requested": 4,
    "not_interested": 4, "hung_up": 3, "do_not_call": 0.5, "wrong_number": 0.7, "bad_number": 0.7, "left_company": 0.6,
    "technical": 0.5,
}  # fmt: skip
"""How a hundred dials end: roughly one in four reaches the person."""
OUTCOMES = {"order": 12, "advance": 38, "continuation": 38, "no_sale": 12}


@attrs.define
class Life:
    """One contact's year."""

    contact: Contact
    history: History
    steps: collections.Counter[str] = attrs.Factory(collections.Counter)
    promises: collections.Counter[bool] = attrs.Factory(collections.Counter)


def born(place: int, dice: random.Random) -> Life:
    """A contact with some past: a third are customers, some buy elsewhere, a few decide."""
    zone = dice.choice(ZONES)
    contact = Contact(
        id=f"c{place}",
        phones=(f"+1212555{place:04}",),
        timezone=zone,
        business=dice.random() < 0.6,
        role=dice.choice(("unknown", "user", "influencer", "decision_maker")),
        buys_from=dice.choice((None, None, "Northwind")),
        email=f"c{place}@example.com" if dice.random() < 0.8 else None,
    )
    days = sorted(dice.sample(range(1, 700), dice.choice((0, 0, 1, 2, 5))))
    return Life(contact, History([Purchase(at=START - dt.timedelta(days=day)) for day in days]))


def drawn(table: dict[str, float], dice: random.Random) -> str:
    """One word of a table, by its weight."""
    return dice.choices(list(table), weights=list(table.values()))[0]


def promised(playbook: Playbook, life: Life, call: Call, dice: random.Random) -> dt.date:
    """A day agreed in a talk, asked of the playbook while promising: the first that nothing would move."""
    days = (call.at.date() + dt.timedelta(days=away) for away in range(dice.randint(2, 25), 60))
    return next(day for day in days if playbook.can_promise(life.contact, life.history, day))


def answered(playbook: Playbook, life: Life, call: Call, dice: random.Random) -> list[object]:
    """What a call leads to: the attempt, and whatever was agreed in it."""
    ended = Disposition(drawn(ANSWERS, dice))
    outcome = drawn(OUTCOMES, dice) if ended is Disposition.CONVERSATION else None
    attempt = CallAttempt(
        at=call.at, disposition=ended, number=call.number, reason=call.reason.name, about=call.reason.about,
        outcome=outcome, used=(call.reason.about,) if call.reason.name == "insight" else (),
    )  # fmt: skip
    facts: list[object] = [attempt]
    if outcome == "advance" and dice.random() < 0.7:
        due = promised(playbook, life, call, dice)
        by = Party.US if dice.random() < 0.8 else Party.THEM
        facts.append(Commitment(at=call.at + dt.timedelta(minutes=5), by=by, due=due))
    if outcome == "order":
        facts.append(Purchase(at=call.at + dt.timedelta(minutes=5)))
    return facts


def done(playbook: Playbook, life: Life, step: Step, dice: random.Random) -> list[object]:
    """What doing a step adds to what has happened."""
    if isinstance(step, Call):
        return answered(playbook, life, step, dice)
    if isinstance(step, Write):
        note = {"purpose": step.purpose, "promises": step.promises}
        return [Message(at=step.at, channel=step.channel, direction="outbound", **note)]
    if isinstance(step, Prepare):
        return [Research(at=step.at, topic=topic, text="found out") for topic in step.missing]
    if isinstance(step, SeekIntroduction):
        return [Introduction(at=step.at, by="a friend")] if dice.random() < 0.3 else []
    return [Farewell(at=step.at)]


def lived(playbook: Playbook, life: Life, dice: random.Random) -> Life:
    """The contact's year, step by step."""
    now, end = START, START + YEAR
    news = iter(sorted(START + dt.timedelta(days=dice.uniform(0, 350)) for _ in range(dice.choice((0, 1, 2)))))
    inbound = next(news, end)
    while now < end:
        step = playbook.next_step(life.contact, life.history, now)
        wake = step.at or end
        if inbound <= wake and inbound < end:
            now, life.history = inbound, life.history.add(turned(inbound, dice))
            inbound = next(news, end)
            continue
        if wake >= end:
            break
        now = wake + dt.timedelta(seconds=1)
        if isinstance(step, Rest):
            continue
        facts = done(playbook, life, step, dice)
        count(life, step, facts)
        life.history = life.history.add(*facts)
        now += dt.timedelta(hours=1) if facts else dt.timedelta(days=7)
    return life


def turned(at: dt.datetime, dice: random.Random) -> object:
    """Something that comes in by itself: a call, a message, a piece of news about them."""
    kind = dice.choice(("call", "message", "news", "news"))
    if kind == "news":
        return Insight(at=at, id=f"n{at.timestamp():.0f}", text="a change in their market", source="trade press")
    if kind == "call":
        return CallAttempt(at=at, disposition="no_answer", direction="inbound")
    return Message(at=at, channel="email", direction="inbound")


def count(life: Life, step: Step, facts: list[object]) -> None:
    """Keep the figures of one step."""
    life.steps[step.type] += 1
    if isinstance(step, WalkAway):
        life.steps[f"walk_away: {step.grounds}"] += 1
    if isinstance(step, Call):
        life.steps["conversation"] += bool(facts) and facts[0].talked
        if step.reason.name == "promise":
            day = life.history.seen_by(life.contact).calendar.day
            life.promises[day(step.at) == day(step.since)] += 1


def table(lives: list[Life], playbook: Playbook) -> None:
    """Print the year."""
    total: collections.Counter[str] = sum((life.steps for life in lives), collections.Counter())
    tries = sorted(len(life.history.attempts) for life in lives)
    promises = sum((life.promises for life in lives), collections.Counter())
    print(f"{len(lives)} contacts, 250 working days")
    for name, number in sorted(total.items()):
        print(f"  {name:32}{number:6}")
    p95 = tries[int(len(tries) * 0.95)]
    print(f"  attempts a contact: median {statistics.median(tries):g}, p95 {p95}, max {tries[-1]}")
    print(f"  most attempts on anybody in 7 days {most(lives, 7)}, in 30 days {most(lives, 30)}")
    print(f"  promises kept on the day: {promises[True]} of {promises.total()}")
    ends = collections.Counter(ending(playbook, life) for life in lives)
    print("  where they stand at the end:")
    for name, number in ends.most_common():
        print(f"    {name:30}{number:6}")


def most(lives: list[Life], days: int) -> int:
    """The most attempts on one person in any stretch of that many days."""
    width = dt.timedelta(days=days)
    made = ([call.at for call in life.history.attempts] for life in lives)
    return max((sum(first <= at < first + width for at in each) for each in made for first in each), default=0)


def ending(playbook: Playbook, life: Life) -> str:
    """What the playbook says of the contact when the year is over."""
    step = playbook.next_step(life.contact, life.history, START + YEAR)
    if isinstance(step, WalkAway):
        return f"walked away: {step.grounds}"
    if isinstance(step, Rest):
        return "resting until a day" if step.at else "FORGOTTEN: no step, no day"
    return f"{step.type} ahead"


def main() -> None:
    """Run the year and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    dice, playbook = random.Random(given.seed), Playbook(strict=True)
    table([lived(playbook, born(place, dice), dice) for place in range(given.contacts)], playbook)


if __name__ == "__main__":
    main()
