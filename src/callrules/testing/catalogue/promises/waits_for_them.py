"""The law of their turn: who promised us a call is waited for."""

from __future__ import annotations

from callrules.declared import WaitsForThem
from callrules.facts import Commitment, Insight
from callrules.testing.catalogue.shared.readings import gives_way, restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives.events.sequels import MACHINES, written_by
from callrules.testing.oracle import RETURNED_CALL, Minute, lifted, their_open
from callrules.vocabulary import Party


@restrains.register
def _(declared: WaitsForThem, minute: Minute) -> bool:
    theirs = their_open(minute.person, declared.grace_days, declared.dateless_days)
    return any(minute.at < lapse for _, lapse in theirs)


@gives_way.register
def _(declared: WaitsForThem, minute: Minute) -> bool:
    """A call back, and a promise whose moment they named, may come before; our own task never (G35)."""
    asked_for = minute.occasion.name == "promise" and minute.occasion.named is not None
    return asked_for or minute.occasion.name == RETURNED_CALL or lifted(declared.lifted_by, minute)


waits_for_them = restraint_law(
    WaitsForThem,
    "waits-for-them",
    says="While they owe us a call, we do not ring.",
    group="promises",
    moment="it is their turn",
)


def a_machine_answers(life: Life, dice: Dice) -> None:
    """It is their turn to call, and all that came since is what a machine sent, and what we learned."""
    machine, learned = dice.pick(MACHINES), dice.number(2)
    life.happens(Commitment, dice, by=Party.THEM, due=life.today + 10 * DAY)
    written_by(machine, life, dice)
    if learned:
        life.happens(Insight, dice, text="a new grant", then=DAY)


SEQUELS = (a_machine_answers,)
