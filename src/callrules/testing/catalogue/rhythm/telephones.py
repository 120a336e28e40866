"""Laws of shared telephones: what is declared of a number holds whoever was asked for there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from callrules.declared import Cap, Declared, Gap
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.testing.catalogue.shared.predicates import after_all, living_numbers
from callrules.testing.catalogue.shared.restraint_law import is_kept
from callrules.testing.lawbook import Broken, Law, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation


def _counted(known_by: str, kind: type[Declared], says: str, calls: Callable[[Situation], Iterable[int]]) -> Law:
    """Make the law that what is declared is kept once so many others were rung there in the minutes before."""

    def check(situation: Situation) -> Iterator[Broken]:
        for each in calls(situation):
            later = _once_others_were_rung(situation, each)
            for broken in is_kept(kind, later):
                yield attrs.evolve(broken, history=later.history)

    return law(
        known_by,
        says=says,
        group="rhythm",
        moment="they have one number",
        reached=lambda situation: len(living_numbers(situation)) == 1 and None not in living_numbers(situation),
        needs=kind,
        at_the_end=True,
    )(check)


def _once_others_were_rung(situation: Situation, most: int) -> Situation:
    (number,), at = living_numbers(situation), after_all(situation)
    rung = [
        CallAttempt(at=at + each * SOON, disposition=Disposition.NO_ANSWER, number=number, contact=f"other {each}")
        for each in range(most)
    ]
    return attrs.evolve(situation, history=situation.history.add(*rung), now=at + most * SOON, answers={})


cap_counts_the_telephone = _counted(
    "cap-counts-the-telephone",
    Cap,
    "A telephone that several people share is not rung more often than the cap allows, whoever was asked for.",
    lambda situation: sorted({each.most for each in situation.facts_declared(Cap)}),
)
gap_counts_the_telephone = _counted(
    "gap-counts-the-telephone",
    Gap,
    "Between two attempts on a telephone that several people share lies the gap that was declared.",
    lambda _: (1,),
)
