"""What broke, as a judgement: made small, told as a story, and kept where that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from callrules.testing.catalogue import LAWS
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.counterexample_picture import pictured
from callrules.testing.judging.faults import directly
from callrules.testing.judging.pins import write_pin
from callrules.testing.judging.shrinking import shrunk
from callrules.testing.judging.survey import Failure, Progress, breaks
from callrules.testing.judging.verdicts import Judgement, LawOutcome

SEE_MORE = "more with --callrules-strict"


@attrs.frozen(kw_only=True)
class Settings:
    """How a policy is looked at: over how many cases, from which seed, for which laws (all, unless told).

    `pins` is the folder of kept counterexamples, to which what is found is added with `keep`. `again` makes the
    command that shows the failure of these laws again. `progress` is told, after each life, how many were led.
    """

    examples: int = 100
    seed: int = 0
    wanted: frozenset[str] | None = None
    pins: Path | None = None
    keep: bool = False
    again: Callable[[Sequence[str]], str] | None = None
    progress: Progress | None = None


def told(failure: Failure, pin: Path | None, met: Judgement, settings: Settings) -> Judgement:
    """The law is broken, in a story; `pin` is where it is kept."""
    names = tuple(each.id for each in (failure.law, failure.met_by) if each)
    again = settings.again(names) if settings.again else ""
    keep = f"kept as {pin}" if pin else "add --callrules-pin" if again and is_kept(failure) else ""
    story = str(Counterexample(failure=failure, seed=settings.seed, again=again, keep=keep))
    says = failure.broken.says if failure.case else f"pinned: {failure.broken.says}"
    judged = attrs.evolve(met, outcome=LawOutcome.BROKEN, says=says, story=story, picture=pictured(failure))
    return attrs.evolve(judged, pin=str(pin) if pin else None, first_case=failure.case or None)


def is_kept(failure: Failure) -> bool:
    """Whether its situation, looked at alone, shows it: not where only another law's question does."""
    usual = next((law for law in LAWS if law.id == failure.law.id), failure.law)
    return (failure.asks is None and failure.met_by is None) or breaks(usual, failure.situation) is not None


def broken(failure: Failure, met: Judgement, settings: Settings, *, only_warns: bool) -> Judgement:
    """Tell what a survey met, made small; kept as a file where that was asked for."""
    small = shrunk(directly(failure))
    keeps = settings.keep and is_kept(small)
    pin = write_pin(settings.pins, failure.law.id, small.situation) if settings.pins and keeps else None
    found = told(small, pin, met, settings)
    if only_warns:
        return attrs.evolve(found, outcome=LawOutcome.HOLDS, says=f"{small.broken.says} ({SEE_MORE})")
    return found
