"""A law broken where hypothesis leads: an exception for each law, and a story as its text."""

from __future__ import annotations

from functools import lru_cache

from callrules.testing.catalogue import LAWS, PURITY
from callrules.testing.generating.scenarios import Scenario
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.faults import directly
from callrules.testing.judging.shrinking import shrunk, with_fewer_deeds
from callrules.testing.judging.survey import Failure, breaks, broken_here, unsteady
from callrules.testing.lawbook import Law
from callrules.testing.situations import Situation

STEADY = next(law for law in LAWS if law.id == PURITY)


class LawBroken(AssertionError):
    """A law is broken; the text is the story of as little as breaks it, put together when somebody reads it."""

    def __init__(self, failure: Failure) -> None:
        """Keep what broke."""
        super().__init__(failure.law.id)
        self.failure = failure

    def __str__(self) -> str:
        """The story."""
        return _story(shrunk(directly(self.failure)))


def _story(failure: Failure) -> str:
    try:
        return str(Counterexample(failure=failure, seed=None))
    except Exception:  # noqa: BLE001 - facts of an author's own may have no words in the notation
        situation, law = failure.situation, failure.law
        shown = Scenario(contact=situation.contact, facts=situation.history.entries, now=situation.now)
        return f"BROKEN  {law.id}: {law.says}\n        {failure.broken.says}\n\n{shown!r}"


@lru_cache
def error_of(name: str) -> type[LawBroken]:
    """One class for each law: hypothesis tells failures apart by it, so that no law hides behind another."""
    return type("LawBroken", (LawBroken,), {"__qualname__": f"LawBroken[{name}]", "__module__": __name__})


def failure_of(law: Law, situation: Situation, case: int) -> Failure | None:
    """How a situation breaks the law, if it does. What the policy raises breaks only the law that it answers.

    A break that is not there when asked afresh is the policy's unsteadiness, and breaks that law.
    """
    broken = broken_here(law, situation)
    if broken and breaks(law, situation) is None:
        return Failure(STEADY, situation, unsteady(law), case)
    return with_fewer_deeds(Failure(law, situation, broken, case)) if broken else None
