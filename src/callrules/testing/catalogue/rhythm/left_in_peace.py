"""The law of peace: a snooze holds until it is over, or until they say otherwise."""

from __future__ import annotations

from callrules.declared import NAMED, LeavesInPeace
from callrules.facts import Snooze
from callrules.testing.catalogue.shared.readings import gives_way, restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.lives import DAY, HOUR, Dice, Life
from callrules.testing.oracle import RETURNED_CALL, Minute, Person, is_inside, is_later_word, lifted


def last_snooze(person: Person) -> Snooze | None:
    """The last time that they were to be left in peace."""
    return next((fact for fact in reversed(person.own) if isinstance(fact, Snooze)), None)


@restrains.register
def _(_declared: LeavesInPeace, minute: Minute) -> bool:
    snooze = last_snooze(minute.person)
    return snooze is not None and minute.at < minute.person.begins(snooze.until)


@gives_way.register
def _(declared: LeavesInPeace, minute: Minute) -> bool:
    """End it, by its own meaning, with a moment named after it, or when they turn to us."""
    snooze, occasion = last_snooze(minute.person), minute.occasion
    if snooze is None or (occasion.name == RETURNED_CALL and occasion.due and occasion.due > snooze.at):
        return True
    is_named = is_inside(minute) and is_later_word(minute.person, occasion, snooze.at)
    return is_named or lifted(declared.lifted_by - NAMED, minute)


left_in_peace = restraint_law(
    LeavesInPeace,
    "left-in-peace",
    says="Who is snoozed is left in peace, unless they named a later moment or turned to us.",
    moment="snoozed",
)


def another_snooze(life: Life, dice: Dice) -> None:
    """To be left in peace for long, and then for a few days only; or the other way round."""
    for days in dice.pick(((60, 5), (5, 60))):
        life.happens(Snooze, dice, until=life.today + days * DAY, then=HOUR)
    life.at += 7 * DAY


SEQUELS = (another_snooze,)
