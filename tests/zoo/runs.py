"""Each policy before the laws, from each seed: which law catches it, at which case."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

import attrs

from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import survey
from callrules.testing.lawbook import Tier
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS

HELD = tuple(law for law in LAWS if law.tier is not Tier.ADVISORY)
"""The laws that can fail a test: an advisory one only warns, and catches nobody."""


@attrs.frozen(kw_only=True)
class Task:
    """One policy from one seed, over so many lives at most."""

    specimen: str
    seed: int
    examples: int


@attrs.frozen(kw_only=True)
class Run:
    """What came of a task: the first law that was broken, at which case and how; how many lives were led."""

    specimen: str
    seed: int
    cases: int
    law: str | None = None
    case: int | None = None
    says: str | None = None


def run(task: Task) -> Run:
    """Hold one policy to all laws until one is broken."""
    specimen = SPECIMENS[task.specimen]
    policy = as_policy(specimen.make())
    held = [law for law in HELD if law.id not in specimen.relaxed]
    led = survey(policy, held, examples=task.examples, seed=task.seed, to_the_first=True)
    first = led.failures[0] if led.failures else None
    met = Run(specimen=task.specimen, seed=task.seed, cases=led.cases)
    return attrs.evolve(met, law=first.law.id, case=first.case, says=first.broken.says) if first else met


def run_all(
    tasks: Iterable[Task], *, jobs: int | None = None, progress: Callable[[int, int], None] | None = None
) -> list[Run]:
    """Every task, on so many processes (all cores, unless told), in the order of policies and seeds."""
    waiting = list(tasks)
    runs = []
    for done, each in enumerate(_led(waiting, jobs or os.cpu_count() or 1), 1):
        runs.append(each)
        if progress:
            progress(done, len(waiting))
    places = {task.specimen: place for place, task in reversed(list(enumerate(waiting)))}
    return sorted(runs, key=lambda each: (places[each.specimen], each.seed))


def _led(tasks: list[Task], jobs: int) -> Iterator[Run]:
    if jobs == 1:
        yield from map(run, tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for future in as_completed([pool.submit(run, task) for task in tasks]):
            yield future.result()
