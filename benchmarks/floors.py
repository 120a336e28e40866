"""How many times the floor a decision costs: one plain function that gives the same step, measured in one run.

    git worktree add --detach /tmp/before 12105b3
    python benchmarks/floors.py --before /tmp/before/src [--people 500] [--rounds 5]

The floor (`tests/laws/floor`) gets a card and facts as whole numbers and words, made outside the clock as facts and
contacts are for the playbook. Each round asks all in turns, each in a process of its own; the clock is CPU time and
counts what stands, and the decision. Before anything is measured every step is compared. Quote ratios.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from pathlib import Path

from decisions import HERE, NOW_TOO, answer_of, in_a_process, main

LAWS = HERE.parent / "tests" / "laws"


def measured(population: str, people: int, rounds: int) -> float:
    """The median of CPU seconds for a decision of the floor."""
    from floor.clock import micros
    from floor.decision import decide
    from floor.plain import Card, plain_facts
    from populations import NOW, POPULATIONS

    everybody = list(POPULATIONS[population](people, random.Random(1)))
    plain, now, taken = [(Card(contact), list(plain_facts(facts))) for contact, facts in everybody], micros(NOW), []
    for _ in range(rounds + 1):
        gc.collect()
        start = time.process_time()
        for card, facts in plain:
            decide(card, facts, now)
        taken.append(time.process_time() - start)
    refuse_disagreement(everybody, [decide(card, facts, now) for card, facts in plain], NOW)
    return statistics.median(taken[1:]) / people


def refuse_disagreement(everybody, steps, now) -> None:
    """Stop where the playbook gives another step."""
    from floor.written import as_written

    from callrules import History, Playbook

    playbook = Playbook(strict=True)
    for (contact, facts), step in zip(everybody, steps, strict=True):
        expected = as_written(playbook.next_step(contact, History(facts), now))
        if step != expected:
            raise SystemExit(f"{contact.id}: the floor gives {step}, the playbook {expected}: nothing measured")


def floor_in_a_process(population: str, people: int) -> float:
    """One measurement of the floor."""
    return float(answer_of(__file__, (NOW_TOO, HERE, LAWS), population, people, rounds=5))


def compared(population: str, before: Path | None, people: int, rounds: int) -> None:
    """Print how many times the floor each costs, the median of the rounds' ratios."""
    sources = {"this checkout": NOW_TOO, **({"before": before} if before else {})}
    ratios: dict[str, list[float]] = {name: [] for name in sources}
    floors = []
    for _ in range(rounds):
        floors.append(floor_in_a_process(population, people))
        for name, source in sources.items():
            ratios[name].append(in_a_process(source, population, people)["first"] / floors[-1])
    told = ", ".join(f"{name} {statistics.median(each):.1f} times" for name, each in ratios.items())
    print(f"{population:16} floor {statistics.median(floors) * 1e6:6.0f} µs; {told}")


if __name__ == "__main__":
    main(__doc__, ("buyers", "five calls each", "rich lives"), 500, measured, compared)
