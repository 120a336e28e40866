"""The law of decency about letters: they take days to come."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.step import Write
from callrules.testing.catalogue.shared.decency import decent
from callrules.testing.catalogue.shared.predicates import POSTED, on_their_clock
from callrules.testing.lawbook import Broken
from callrules.testing.situations import Situation


def _names_a_day_by_post(situation: Situation) -> bool:
    step = situation.step
    return isinstance(step, Write) and step.channel in POSTED and step.promises is not None


@decent(
    "letters-take-days",
    says="A letter names no day for a call before the second working day after it: by then it may have come.",
    moment="a letter names a day",
    reached=_names_a_day_by_post,
    at_the_end=False,
)
def letters_take_days(situation: Situation) -> Iterator[Broken]:
    """Written by hand or not; counted on their calendar from the day on which it is written."""
    step, person = situation.step, situation.person
    if isinstance(step, Write) and step.promises is not None:
        written = person.day(max(situation.now, step.at or situation.now))
        if person.day(person.begins(step.promises)) < person.working_days_on(written, 2):
            named = on_their_clock(situation, step.promises)
            yield Broken(says=f"a letter of {on_their_clock(situation, written)} names {named}", expected="write")
