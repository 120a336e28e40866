"""Laws of decency about peace: after talks, hang-ups and wishes for peace, and before what they or we announced."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Snooze
from callrules.history import History
from callrules.testing.catalogue.shared.decency import decent, ended_by, our_own_calls
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.lawbook import Broken
from callrules.testing.oracle import DAY, SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import COLD, Direction, Kind, Outcome, Party

A_WEEK, TEN_DAYS, TWO_WEEKS, TWO_MONTHS, TALKS = 7, 10, 14, 60, 4
PICKED_UP = (Disposition.CONVERSATION,)
CAME_OF_IT = (None, Outcome.CONTINUATION, Outcome.ADVANCE)
"""What may come of a talk in which nobody asks for another, in one life or the next."""


@decent(
    "leaves-talkers-in-peace",
    says=f"Who picks up each time is rung {TALKS} times in two weeks at most for reasons of our own.",
)
def leaves_talkers_in_peace(situation: Situation) -> Iterator[Broken]:
    """Counted over two weeks of talks, in none of which they ask for another; nothing else ever happened to them."""
    outcome, direction = CAME_OF_IT[situation.seed % 3], list(Direction)[situation.seed // 3 % 2]
    talk = CallAttempt(at=situation.now, disposition=Disposition.CONVERSATION, outcome=outcome, direction=direction)
    alone = attrs.evolve(situation, history=History([talk]), now=talk.at + SOON, answers={})
    rung = [at for at, _ in our_own_calls(alone, TWO_WEEKS, TALKS, PICKED_UP, outcome)]
    if len(rung) > TALKS:
        says = f"they talked with us, and are rung {len(rung)} times in {TWO_WEEKS} days although they ask for no call"
        yield Broken(says=says, at=rung[-1], expected="no call", history=alone.history)


hears_a_second_hang_up = ended_by(
    "hears-a-second-hang-up",
    "Who hung up on us twice in a row is left in peace for a week at least, unless they turn to us.",
    lambda _, at: [CallAttempt(at=at + each * 10 * DAY, disposition=Disposition.HUNG_UP) for each in range(2)],
    "they hung up on us for the second time",
    A_WEEK,
)


leaves_in_peace_as_asked = ended_by(
    "leaves-in-peace-as-asked",
    "Who asked to be left in peace for two months is, unless they turn to us.",
    lambda situation, at: [Snooze(at=at, until=situation.person.day(at) + TWO_MONTHS * DAY)],
    "they asked for two months of peace",
    TWO_MONTHS - 1,
)


waits_for_their_word = ended_by(
    "waits-for-their-word",
    "Who said that they will ring on a day is not rung before it for reasons of our own.",
    lambda situation, at: [Commitment(at=at, by=Party.THEM, due=situation.person.day(at) + TEN_DAYS * DAY)],
    "they said that they will ring ten days later",
    TEN_DAYS - 1,
)


@decent(
    "meets-before-it-rings",
    says="Who agreed to meet us is not rung cold before that day.",
)
def meets_before_it_rings(situation: Situation) -> Iterator[Broken]:
    """A meeting in ten days, to which both agreed."""
    at = after_all(situation)
    day = situation.person.day(at) + TEN_DAYS * DAY
    agreed = situation.history.add(Commitment(at=at, by=Party.US, asked_by=Party.THEM, kind=Kind.MEET, due=day))
    later = attrs.evolve(situation, history=agreed, now=at + SOON, answers={})
    for rung, call in our_own_calls(later, TEN_DAYS - 1, 0):
        if call.reason.name in COLD:
            says = f"we are to meet in {TEN_DAYS} days, and they are rung cold ({call.reason.name}) before"
            yield Broken(says=says, at=rung, expected="no call", history=agreed)
