"""The four calls worth making without being asked: customers who went quiet, a competitor's, and who never bought."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from floor.days import told
from floor.promises import start_of
from floor.reading import Reading
from floor.why import Why

NOT_HEARD = "a customer nobody has heard from for 6 months"
NOT_TALKED = "a customer nobody has talked with for 6 months"


def four_calls(found: list[Why], reading: Reading) -> None:
    """Customers who went quiet, a competitor's, and who never bought."""
    clock, card = reading.clock, reading.card
    again = clock.add(reading.talked, 6) if reading.last_talk else None
    if reading.bought:
        quiet = clock.add(reading.bought[-1], 6) if again is None else again
        found.append(lapsed(reading, again, quiet))
        found.append(Why("dormant_customers", "dormant_customer", quiet, NOT_HEARD if again is None else NOT_TALKED))
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
    times, usual = len(days), None
    if times > 2:
        usual = median(sorted([later - day for day, later in pairwise(days)]))
        due = reading.clock.add(last, 0, max(int(2 * usual) + 1, 90))
    elif times == 2:
        due = quiet if again is None else reading.clock.add(last, 6)
    else:
        due = reading.clock.add(last, 12)
    if again is not None and reading.talked >= due:
        due = again
    return Why("lapsed_customers", "lapsed_customer", due, partial(says_lapsed, days, usual))


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
