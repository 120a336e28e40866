"""What a decision costs, beside a hand-written floor in the same run.

    python benchmarks/deciding.py [ORDERS.csv --id COL --date COL] [--people 2000] [--rounds 5]

The floor answers the same question about the same people with plain dates and one function: lapsed or dormant,
and is it a decent hour? It knows none of the other rules, so the ratio says what manners cost. Quote the ratio.
"""

from __future__ import annotations

import argparse
import collections
import csv
import datetime as dt
import random
import resource
import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from callrules import Contact, History, Playbook, Purchase
from callrules.step import Call

NEW_YORK = ZoneInfo("America/New_York")
Days = dict[str, list[dt.date]]


def invented(people: int) -> Days:
    """Buyers of no real shop: one to twelve purchases over two years."""
    dice, first = random.Random(1), dt.date(1997, 1, 1)
    return {
        f"c{place}": sorted(first + dt.timedelta(days=dice.randrange(540)) for _ in range(dice.randint(1, 12)))
        for place in range(people)
    }


def read(path: str, id_column: str, date_column: str) -> Days:
    """The purchase days of every customer in a file of orders."""
    days: Days = collections.defaultdict(list)
    with Path(path).open(newline="", encoding="utf-8-sig") as rows:
        for row in csv.DictReader(rows):
            days[row[id_column]].append(dt.date.fromisoformat(row[date_column]))
    return {who: sorted(each) for who, each in days.items()}


def midnight(day: dt.date) -> dt.datetime:
    """The start of a day in New York, in UTC."""
    return dt.datetime.combine(day, dt.time(), NEW_YORK).astimezone(dt.UTC)


def bought(who: str, days: list[dt.date]) -> list[Purchase]:
    """The purchases of one customer as facts."""
    return [Purchase(at=midnight(day), id=f"{who}/{place}") for place, day in enumerate(days)]


def by_hand(days: list[dt.date], now: dt.datetime) -> bool:
    """The floor: is this customer lapsed or dormant, on a working day between nine and eight?"""
    bought = sorted(set(days))
    silent = (now.astimezone(NEW_YORK).date() - bought[-1]).days
    if len(bought) > 2:
        median = statistics.median((later - day).days for day, later in pairwise(bought))
        lapsed = silent > max(2 * median, 89)
    else:
        lapsed = silent > (182 if len(bought) == 2 else 365)
    local = now.astimezone(NEW_YORK)
    return (lapsed or silent > 182) and local.isoweekday() < 6 and 9 <= local.hour < 20


def seconds(work: Callable[[], int], rounds: int) -> tuple[float, int]:
    """The median CPU time of some rounds, and what the work counted."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        counted = work()
        taken.append(time.process_time() - start)
    return statistics.median(taken), counted


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("orders", nargs="?")
    parser.add_argument("--id", default="customer_id")
    parser.add_argument("--date", default="date")
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    days = read(given.orders, given.id, given.date) if given.orders else invented(given.people)
    now, playbook = dt.datetime(1998, 7, 1, 15, tzinfo=dt.UTC), Playbook(strict=True)
    facts = {who: bought(who, each) for who, each in days.items()}

    def house() -> int:
        people = ((Contact(id=who, timezone="America/New_York"), History(each)) for who, each in facts.items())
        steps = (playbook.next_step(contact, history, now) for contact, history in people)
        return sum(isinstance(step, Call) and step.is_due(now) for step in steps)

    floor, by_hand_due = seconds(lambda: sum(by_hand(each, now) for each in days.values()), given.rounds)
    taken, due = seconds(house, given.rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(days):,} people, median of {given.rounds} rounds of CPU time, peak memory {peak:.0f} MB")
    print(f"  by hand    {floor:8.3f} s  {len(days) / floor:10,.0f} a second  {by_hand_due:,} due")
    print(f"  the house  {taken:8.3f} s  {len(days) / taken:10,.0f} a second  {due:,} due")
    print(f"  ratio      {taken / floor:8.1f}")


if __name__ == "__main__":
    main()
