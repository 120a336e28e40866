"""Laws of decency about peace: nobody is rung for picking up, and who hangs up twice is left alone for a while."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.testing.catalogue.shared.decency import decent, ended_by, our_own_calls
from callrules.testing.lawbook import Broken
from callrules.testing.oracle import DAY, SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Direction, Outcome

A_WEEK, TWO_WEEKS, TALKS = 7, 14, 4
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
