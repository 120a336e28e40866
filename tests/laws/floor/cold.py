"""The four calls worth making without being asked: customers who went quiet, a competitor's, and who never bought."""

from __future__ import annotations

from itertools import pairwise

from floor.days import told
from floor.promises import start_of
from floor.reading import Reading
from floor.why import Why


def four_calls(found: list[Why], reading: Reading) -> None:
    """Customers who went quiet, a competitor's, and who never bought."""
    clock, card = reading.clock, reading.card
    again = clock.add(reading.talked, 6) if reading.last_talk else None
    if reading.bought:
        since = "heard from" if again is None else "talked with"
        quiet = clock.add(reading.bought[-1], 6) if again is None else again
        says = f"a customer nobody has {since} for 6 months"
        found.append(Why("dormant_customers", "dormant_customer", quiet, says))
        found.append(lapsed(reading, again, quiet))
    if card.buys_from:
        says = f"buys from {card.buys_from}"
        found.append(Why("competitors_customers", "competitor_customer", again, says))
    if not reading.bought:
        known = start_of(reading, card.known_since) if card.known_since else None
        due = known if again is None or (known is not None and reading.talked < known) else again
        found.append(Why("prospects", "prospect", due, "never bought from us"))


def lapsed(reading: Reading, again: int | None, quiet: int) -> Why:
    """Silent for longer than their own rhythm says."""
    days, last = reading.bought_on, reading.bought[-1]
    usual = None
    if len(days) > 2:
        usual = median(sorted([later - day for day, later in pairwise(days)]))
        due = reading.clock.add(last, 0, max(int(2 * usual) + 1, 90))
    elif len(days) == 2:
        due = quiet if again is None else reading.clock.add(last, 6)
    else:
        due = reading.clock.add(last, 12)
    if again is not None and reading.talked >= due:
        due = again
    return Why("lapsed_customers", "lapsed_customer", due, lambda: says_lapsed(days, usual))


def says_lapsed(days: list[int], usual: float | None) -> str:
    last = f"last on {told(days[-1], '%d %b %Y')}"
    if usual is None:
        return f"bought {'once' if len(days) == 1 else 'twice'}, {last}"
    every = "every day" if usual == 1 else f"every {usual:g} days"
    return f"bought {len(days)} times, {every}, {last}"


def median(gaps: list[int]) -> float:
    """The one in the middle, or between the two."""
    half = len(gaps) // 2
    return gaps[half] if len(gaps) % 2 else (gaps[half - 1] + gaps[half]) / 2
