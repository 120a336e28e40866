"""Laws of caps: never more attempts than were declared, in any stretch of days, on a person and on a telephone."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.declared import Cap
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.testing.catalogue.shared.predicates import after_all, living_numbers
from callrules.testing.catalogue.shared.readings import restrains
from callrules.testing.catalogue.shared.restraint_law import is_kept, restraint_law
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, SOON, Minute, tries
from callrules.testing.situations import Situation


@restrains.register
def _(declared: Cap, minute: Minute) -> bool:
    period = declared.days * DAY
    by_whom = (minute.person.ours, tries(minute.person, minute.number))
    recent = [[call for call in made if call.at <= minute.at < call.at + period] for made in by_whom]
    return any(len(made) >= declared.most for made in recent)


cap = restraint_law(
    Cap,
    "cap",
    says="Nobody is rung more often than the cap allows, in any stretch of days.",
    moment="the cap is reached",
)


@law(
    "cap-counts-the-telephone",
    says="A telephone that several people share is not rung more often than the cap allows, whoever was asked for.",
    group="rhythm",
    moment="they have one number",
    reached=lambda situation: len(living_numbers(situation)) == 1 and None not in living_numbers(situation),
    needs=Cap,
    at_the_end=True,
)
def cap_counts_the_telephone(situation: Situation) -> Iterator[Broken]:
    """As many others as each cap allows were rung there in vain, within the minutes before."""
    for most in sorted({each.most for each in situation.facts_declared(Cap)}):
        later = _once_others_were_rung(situation, most)
        for broken in is_kept(Cap, later):
            yield attrs.evolve(broken, history=later.history)


def _once_others_were_rung(situation: Situation, most: int) -> Situation:
    (number,), at = living_numbers(situation), after_all(situation)
    rung = [
        CallAttempt(at=at + each * SOON, disposition=Disposition.NO_ANSWER, number=number, contact=f"other {each}")
        for each in range(most)
    ]
    return attrs.evolve(situation, history=situation.history.add(*rung), now=at + most * SOON, answers={})
