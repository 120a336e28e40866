"""The law of a declared restraint: nobody is rung while it forbids that, unless it gives way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from callrules.declared import Declared
from callrules.testing.catalogue.shared.predicates import ORDINARY, is_ahead_of_the_facts, numbers
from callrules.testing.catalogue.shared.readings import first_to_forbid
from callrules.testing.catalogue.shared.restraints import broken_restraint
from callrules.testing.lawbook import Broken, Law, Reached, law
from callrules.testing.situations import Situation


def restraint_law(
    kind: type[Declared],
    known_by: str,
    *,
    says: str,
    moment: str,
    group: str = "rhythm",
    reached: Reached | None = None,
) -> Law:
    """Make the law that restraints of this kind are kept; its moment is one at which an ordinary call is forbidden."""
    reached = reached or partial(is_forbidden, kind)
    return law(known_by, says=says, group=group, moment=moment, reached=reached, needs=kind)(partial(is_kept, kind))


def is_forbidden(kind: type[Declared], situation: Situation) -> bool:
    """Whether a restraint of that kind forbids a call for an ordinary reason now."""
    declared, number = situation.facts_declared(kind), numbers(situation)[0]
    return first_to_forbid(declared, situation.person, ORDINARY, number, situation.now) is not None


def is_kept(kind: type[Declared], situation: Situation) -> Iterator[Broken]:
    """No ring at a moment that a declared restraint of that kind forbids."""
    for ring in situation.rings if is_ahead_of_the_facts(situation) else ():
        broken = broken_restraint(situation, kind, ring)
        if broken:
            yield Broken(says=f"a call although declared: {broken.says}", at=ring.at, expected="no call")
