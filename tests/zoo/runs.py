"""Each policy before the laws, from each seed: which law catches it, at which case."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

import attrs

from callrules.testing.catalogue import LAWS, VOICES
from callrules.testing.judging.survey import survey
from callrules.testing.lawbook import Tier
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS
from zoo.specimens import Specimen

HELD = tuple(law for law in LAWS if law.tier is not Tier.ADVISORY)
"""The laws that can fail a test: an advisory one only warns, and catches nobody."""
LISTENED = 100
"""So many lives tell whether a rule ever speaks: as many as are led unless somebody asks for more."""


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
    """Hold one policy to all laws until one is broken; listen to the rules of one that is said to be silent."""
    specimen = SPECIMENS[task.specimen]
    return _listened(task, specimen) if VOICES in specimen.breaks else _held(task, specimen)


def _held(task: Task, specimen: Specimen) -> Run:
    policy = as_policy(specimen.make())
    held = [law for law in HELD if law.id not in specimen.relaxed]
    led = survey(policy, held, examples=task.examples, seed=task.seed, to_the_first=True)
    first = led.failures[0] if led.failures else None
    met = Run(specimen=task.specimen, seed=task.seed, cases=led.cases)
    return attrs.evolve(met, law=first.law.id, case=first.case, says=first.broken.says) if first else met


def _listened(task: Task, specimen: Specimen) -> Run:
    """Only a warning in use, and a failure with `--callrules-strict`."""
    law = [each for each in LAWS if each.id == VOICES]
    led = survey(as_policy(specimen.make()), law, examples=min(task.examples, LISTENED), seed=task.seed)
    met = Run(specimen=task.specimen, seed=task.seed, cases=led.cases)
    silent = ", ".join(led.voices.silent)
    return attrs.evolve(met, law=VOICES, case=led.cases, says=f"never spoke: {silent}") if silent else met


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
