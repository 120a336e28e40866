"""Pairs on purpose: each kind of fact after each restraint, and before each errand, within a hundred lives."""

from __future__ import annotations

import random
from collections.abc import Sequence

from callrules.dispositions import Disposition
from callrules.facts import Insight
from callrules.testing.lives import DAY, MINUTE, Dice, Life
from callrules.testing.lives.events.calls import NOTHING_NAMED, OUT, Event, call
from callrules.testing.lives.events.errands import ERRANDS
from callrules.testing.lives.events.kinds import KINDS
from callrules.testing.lives.events.restraints import (
    LULL,
    RESTRAINTS,
    asked_to_stop,
    let_go,
    reach_by_all,
    refuse_a_channel,
    rings_just_now,
)
from callrules.vocabulary import Channel

RESTRAINTS_EACH = 2
PAIRS_EACH = RESTRAINTS_EACH + 1
"""So many restraints a life, and one errand."""
PAIR = 192
"""So many bytes tell what comes after a restraint, or before an errand."""
AFTER, BEFORE, LAST = range(3)
"""What the first byte says: after a restraint, before an errand, after a restraint as the last of all."""
ENDS, ROUNDS = frozenset({asked_to_stop, let_go}), 3
"""Restraints that costly laws look at, too: in one round of so many."""
REFUSED = (None, Channel.EMAIL, Channel.LETTER, Channel.FAX, Channel.EMAIL, Channel.LETTER)
SOON = (5 * MINUTE,)


def dealt_pairs(dice: random.Random, case: int) -> bytes:
    """The bytes of all pairs of one life: which they are goes round, the rest is thrown."""
    after = b"".join(_after(dice, case * RESTRAINTS_EACH + each) for each in range(RESTRAINTS_EACH))
    return after + _dealt(dice, BEFORE, case, len(ERRANDS))


def _after(dice: random.Random, place: int) -> bytes:
    is_last = RESTRAINTS[place % len(RESTRAINTS)] in ENDS and place // len(RESTRAINTS) % ROUNDS == 0
    return _dealt(dice, LAST if is_last else AFTER, place, len(RESTRAINTS))


def _dealt(dice: random.Random, what: int, place: int, many: int) -> bytes:
    header = bytes((what, place % many, place // many % len(KINDS)))
    return header + dice.randbytes(PAIR - len(header))


def is_the_last(drawn: bytes) -> bool:
    """Whether these bytes tell of an end."""
    return drawn[:1] == bytes((LAST,))


def tell_a_pair(life: Life, drawn: bytes) -> None:
    """A restraint and what follows it, or what comes before an errand, as these bytes say."""
    dice = Dice(drawn)
    is_errand = dice.number(3) == BEFORE
    first, kinds = dice.pick(ERRANDS if is_errand else RESTRAINTS), dice.pick(KINDS)
    reach_by_all(life, dice)
    (_before if is_errand else _follows)(life, dice, first, kinds)
    life.at += dice.pick(LULL)


def _follows(life: Life, dice: Dice, restraint: Event, kinds: Sequence[Event]) -> None:
    """There was a talk long ago, and in the end there is something to tell: a call to hold up."""
    call(life, dice, Disposition.CONVERSATION, direction=OUT, outcome=None, then=60 * DAY, **NOTHING_NAMED)
    restraint(life, dice)
    for kind in kinds:
        life.at += dice.pick(SOON if restraint is rings_just_now else LULL)
        kind(life, dice)
    life.happens(Insight, dice, text="a new law", then=MINUTE)


def _before(life: Life, dice: Dice, errand: Event, kinds: tuple[Event, ...]) -> None:
    """Perhaps they refused a channel before, which goes round as well."""
    refused = REFUSED[(ERRANDS.index(errand) + KINDS.index(kinds)) % len(REFUSED)]
    if refused:
        refuse_a_channel(life, dice, refused)
    for kind in kinds:
        kind(life, dice)
        life.at += dice.pick(LULL)
    errand(life, dice)
