"""The law of spacing: days lie between unanswered attempts in a row, by person and by number."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.declared import Spacing
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.testing.catalogue.shared.readings import restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.lives import Dice, Life
from callrules.testing.lives.events.aftermaths import first_phone
from callrules.testing.lives.events.calls import NOTHING_NAMED, OUT, call
from callrules.testing.lives.events.neighbours import OTHERS
from callrules.testing.oracle import DAY, Minute, is_busy, row, row_on, tries


@restrains.register
def _(declared: Spacing, minute: Minute) -> bool:
    return any(_is_within_days(declared.days, vain, minute) for vain in _rows(minute))


def _rows(minute: Minute) -> Iterator[tuple[CallAttempt, ...]]:
    """Count rows by person, and by number where somebody else may have been rung there."""
    yield row(minute.person)
    if any(not minute.person.is_own(call) for call in tries(minute.person, minute.number)):
        yield row_on(minute.person, minute.number)


def _is_within_days(days: tuple[int, ...], vain: tuple[CallAttempt, ...], minute: Minute) -> bool:
    answered = [(place, call) for place, call in enumerate(vain) if not is_busy(call)]
    if not answered or not days:
        return False
    place, call = answered[-1]
    ends = minute.person.day(call.at) + days[min(place, len(days) - 1)] * DAY
    return call.at <= minute.at and minute.person.day(minute.at) < ends


spacing = restraint_law(
    Spacing,
    "spacing",
    says="After each unanswered attempt lie the days that were declared.",
    moment="the days are pending",
)


def twice_on_a_shared_line(life: Life, dice: Dice) -> None:
    """Somebody else in the house was rung twice, some days apart, on the number that is theirs as well."""
    first = first_phone(life)
    life.contact = attrs.evolve(life.contact, phones=(first,))
    for days in (4, dice.pick((3, 5, 8))):
        ends = dice.pick((Disposition.CONNECTED, Disposition.NO_ANSWER, Disposition.BUSY))
        call(life, dice, ends, direction=OUT, number=first.number, contact=OTHERS, then=days * DAY, **NOTHING_NAMED)


SEQUELS = (twice_on_a_shared_line,)
