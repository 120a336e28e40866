"""The law of gaps: so many hours lie between two attempts, fewer after a busy line."""

from __future__ import annotations

from callrules.declared import Gap
from callrules.dispositions import Disposition
from callrules.testing.catalogue.shared.readings import restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.lives import Dice, Life
from callrules.testing.lives.events.calls import NOTHING_NAMED, OUT, call
from callrules.testing.oracle import HOUR, Minute, is_busy, tries


@restrains.register
def _(declared: Gap, minute: Minute) -> bool:
    busy_hours = declared.hours if declared.busy_hours is None else declared.busy_hours
    made = (*minute.person.ours, *tries(minute.person, minute.number))
    hours = ((call.at, busy_hours if is_busy(call) else declared.hours) for call in made)
    return any(at <= minute.at < at + each * HOUR for at, each in hours)


gap = restraint_law(
    Gap,
    "gap",
    says="Between two attempts lie at least the hours that were declared.",
    moment="the gap is pending",
)


def busy_after_a_call(life: Life, dice: Dice) -> None:
    """Somebody else picked up, and soon after that the line was busy."""
    call(life, dice, dice.pick((Disposition.CONNECTED, Disposition.CONVERSATION)), then=HOUR, **NOTHING_NAMED)
    call(life, dice, Disposition.BUSY, direction=OUT, then=5 * HOUR, **NOTHING_NAMED)


SEQUELS = (busy_after_a_call,)
