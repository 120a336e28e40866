"""All laws held against the same lives: once for everybody, then each that broke is looked at alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

import attrs

from callrules.testing.author_places import place_of
from callrules.testing.catalogue import PURITY, TOTAL
from callrules.testing.generating.generator import Generator
from callrules.testing.judging.voices import Voices
from callrules.testing.lawbook import Broken, Depth, Law
from callrules.testing.policies import Policy, declarations
from callrules.testing.questions import Question
from callrules.testing.situations import PolicyRaised, Situation

Progress = Callable[[int], None]
"""Told, after each life, how many were led."""


@attrs.frozen
class Failure:
    """A law, the situation that breaks it, how, and at which case of the survey it was met.

    `met_by` is the law that was being looked at, where that is another one; `asks` the one question that shows it,
    where that is known.
    """

    law: Law
    situation: Situation
    broken: Broken
    case: int
    met_by: Law | None = None
    asks: Question | None = None


@attrs.define
class Tally:
    """How a law fares: in how many lives its moment was reached, how often in all, and what broke it first."""

    law: Law
    lives: int = 0
    moments: int = 0
    failure: Failure | None = None


@attrs.define
class Survey:
    """Results of holding laws against the lives of one policy, its rules' voices, and how many seconds it took."""

    tallies: dict[str, Tally]
    cases: int = 0
    seed: int = 0
    seconds: float = 0.0
    voices: Voices = attrs.field(factory=Voices)

    @property
    def failures(self) -> list[Failure]:
        """The failures, in the order met."""
        failed = [tally.failure for tally in self.tallies.values() if tally.failure]
        return sorted(failed, key=lambda failure: failure.case)


def survey(
    policy: Policy,
    laws: Sequence[Law],
    *,
    examples: int = 100,
    seed: int = 0,
    generator: Generator | None = None,
    to_the_first: bool = False,
    progress: Progress | None = None,
) -> Survey:
    """Hold the laws that apply against so many lives. `to_the_first`: none is led once any law broke."""
    generator = generator or Generator(policy, declarations(policy))
    applied = [law for law in laws if law.inapplicable(policy, generator.declared) is None]
    found = Survey({law.id: Tally(law) for law in applied}, seed=seed, voices=Voices.of(policy))
    began = time.perf_counter()
    for case in range(examples):
        if not (to_the_first and found.failures):
            found.cases += 1
            _look(found, generator.situations(generator.drawn(seed, case)), to_the_first=to_the_first)
            if progress:
                progress(found.cases)
    found.seconds = time.perf_counter() - began
    return found


def _look(found: Survey, situations: Iterable[tuple[Situation, bool]], *, to_the_first: bool) -> None:
    met: set[str] = set()
    for situation, is_last in situations:
        if to_the_first and found.failures:
            break
        found.voices.hear(situation)
        for tally in found.tallies.values():
            if tally.failure is None and (is_last or tally.law.depth is Depth.EVERYWHERE):
                _hold(found, tally, situation, met)
    for name in met:
        found.tallies[name].lives += 1
    found.voices.life_over()


def _hold(found: Survey, tally: Tally, situation: Situation, met: set[str]) -> None:
    try:
        if not tally.law.reached(situation):
            return
        tally.moments += 1
        met.add(tally.law.id)
        broken = first_broken(tally.law, situation)
    except PolicyRaised as raised:
        _note(found, TOTAL, situation, Broken(says=str(raised)), tally.law)
        return
    except Exception as error:  # noqa: BLE001 - what a law runs into on its way is told, and the survey goes on
        broken = _stumbled(error)
    if broken:
        _confirm(found, tally, situation, broken)


def first_broken(law: Law, situation: Situation) -> Broken | None:
    """How the situation breaks the law; `None` where it does not."""
    return next(iter(law.broken(situation)), None)


def breaks(law: Law, situation: Situation) -> Broken | None:
    """How a situation, asked afresh, breaks the law. What the policy raises breaks only the law that it answers."""
    return broken_here(law, attrs.evolve(situation, answers={}))


def broken_here(law: Law, situation: Situation) -> Broken | None:
    """The same with the answers that are remembered already."""
    try:
        return first_broken(law, situation) if law.reached(situation) else None
    except PolicyRaised as raised:
        return Broken(says=str(raised)) if law.id == TOTAL else None
    except Exception as error:  # noqa: BLE001 - as above
        return _stumbled(error)


def _stumbled(error: Exception) -> Broken:
    place = place_of(error)
    where = f" at {place.says}" if place else ""
    return Broken(says=f"looking at it raised {type(error).__name__}{where}: {error}")


def _confirm(found: Survey, tally: Tally, situation: Situation, broken: Broken) -> None:
    """A break that is not there when asked afresh is the policy's unsteadiness, and breaks that law."""
    if breaks(tally.law, situation):
        tally.failure = Failure(tally.law, situation, broken, found.cases)
        return
    _note(found, PURITY, situation, unsteady(tally.law), tally.law)


def unsteady(law: Law) -> Broken:
    """Say that a policy broke a law and, asked afresh about the same, did not."""
    return Broken(says=f"asked again about the same, it answered otherwise (it had broken {law.id!r})")


def _note(found: Survey, name: str, situation: Situation, broken: Broken, met_by: Law) -> None:
    """Record the failure under `name`, or, if that law is not part of this survey, under the law that ran into it."""
    tally = found.tallies.get(name) or found.tallies[met_by.id]
    if tally.failure is None:
        another = met_by if met_by.id != tally.law.id else None
        tally.failure = Failure(tally.law, situation, broken, found.cases, another)
