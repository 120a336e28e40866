"""What gives us something to do before a call, each told in a few facts: what came before it is dealt."""

from __future__ import annotations

import attrs

from callrules.contact import Role
from callrules.facts import Commitment, Research
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives.events.calls import Event
from callrules.testing.lives.events.partings import never_answered, said_no_twice
from callrules.testing.lives.events.restraints import brushed_us_off, hung_up_on_us, just_ordered
from callrules.vocabulary import Kind, Party


def missed_us(life: Life, dice: Dice) -> None:
    """We were to meet, and did not."""
    life.happens(Commitment, dice, by=Party.US, kind=Kind.MEET, due=life.today + 2 * DAY)
    life.at += 3 * DAY


def decides_and_knows_nobody(life: Life, _: Dice) -> None:
    """Whoever decides there is to be introduced to us first."""
    life.contact = attrs.evolve(life.contact, role=Role.DECISION_MAKER)


def hears_of_much(life: Life, dice: Dice) -> None:
    """A red phone: something is to be found out before it rings."""
    life.contact = attrs.evolve(life.contact, red_phone=True, common_ground=("sailing",))
    life.happens(Research, dice, topic="why", text="they grow")


ERRANDS: tuple[Event, ...] = (
    hung_up_on_us, just_ordered, missed_us, brushed_us_off, never_answered, decides_and_knows_nobody, hears_of_much,
    said_no_twice,
)  # fmt: skip
