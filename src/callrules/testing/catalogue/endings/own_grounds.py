"""The law of grounds of one's own: what lay before they came back counts no more."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Message, Reflection
from callrules.history import History
from callrules.step import Stop
from callrules.testing.catalogue.shared.goodbyes import told
from callrules.testing.catalogue.shared.own_rules import own_answers
from callrules.testing.catalogue.shared.predicates import after_all, in_turn
from callrules.testing.catalogue.shared.restraints import forbidding_more
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.lives.own_landmarks import own_landmarks
from callrules.testing.oracle import DAY
from callrules.testing.policies import own_answerers
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Outcome, Reception, Reply

WEEK, MONTH = 7 * DAY, 30 * DAY
MOST = 8
"""So often the same happens at most."""
Tells = Callable[[dt.datetime], tuple[Fact, ...]]


def _received(word: Reception, at: dt.datetime) -> tuple[Fact, ...]:
    call = CallAttempt(at=at, id=f"the call of {at:%Y-%m-%d}", disposition=Disposition.CONVERSATION)
    return call, Reflection(at=at, of=call.key, received=word)


TELLS: dict[type[enum.Enum], Callable[[Any, dt.datetime], tuple[Fact, ...]]] = {
    Disposition: lambda word, at: (CallAttempt(at=at, disposition=word),),
    Outcome: lambda word, at: (CallAttempt(at=at, disposition=Disposition.CONVERSATION, outcome=word),),
    Reply: lambda word, at: (Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=word),),
    Reception: _received,
}
"""How something of a word is told, by its kind."""


@attrs.frozen
class Past:
    """The facts that happened; so often, where it is a row of which `tells` makes more: once less is not enough."""

    facts: tuple[Fact, ...]
    tells: Tells = lambda _: ()
    times: int = 1

    def again(self, at: dt.datetime, times: int) -> tuple[Fact, ...]:
        """The same so many times, a week apart, the first a week after that moment."""
        return tuple(fact for each in range(times) for fact in self.tells(at + (each + 1) * WEEK))


def _pasts(situation: Situation) -> list[Past]:
    """This life, and a row of each word that a rule of the author's names, where that rule lets them go for it."""
    words = own_landmarks(situation.policy).words
    rows = (_row(situation, partial(TELLS[type(word)], word)) for word in words if type(word) in TELLS)
    life = Past(situation.history.facts)
    return [*([life] if _grounds(situation, life.facts) else []), *(each for each in rows if each)]


def _row(situation: Situation, tells: Tells) -> Past | None:
    """The shortest row for which they are let go; `None` where a long one is not enough."""
    rows = (Past(Past((), tells).again(situation.now, times), tells, times) for times in range(1, MOST + 1))
    return next((row for row in rows if _grounds(situation, row.facts)), None)


@law(
    "grounds-start-anew",
    says="A ground of one's own rests only on what happened since they came back.",
    group="endings",
    moment="a rule of the author's walks away",
    reached=lambda situation: bool(situation.remembered(_pasts)),
    at_the_end=True,
    exempts=unless((lambda policy: own_answerers(policy, "walk_away"), "no rule but the house's walks away")),
    remedy="count only what happened since `history.came_back`; a rule whose ground nothing lifts declares Besides",
)
def grounds_start_anew(situation: Situation) -> Iterator[Broken]:
    """They ring us, or order by telephone; then the same happens again, less often than it takes."""
    for past in situation.remembered(_pasts):
        grounds = _grounds(situation, past.facts)
        back = max(
            [after_all(situation), *(fact.at for fact in past.facts), *(each.since for each in grounds.values())]
        )
        for times in range(past.times):
            since_then = (_comes_back(situation, back + MONTH), *past.again(back + MONTH, times))
            alone = _grounds(situation, since_then)
            for name, stop in _grounds(situation, (*past.facts, *since_then)).items():
                if name in grounds and name not in alone and (times or stop.since <= back):
                    yield _not_anew(stop, since_then, History((*past.facts, *since_then)))


def _comes_back(situation: Situation, at: dt.datetime) -> CallAttempt:
    outcome = in_turn(situation, (None, Outcome.ORDER))
    return CallAttempt(at=at, direction=Direction.INBOUND, disposition=Disposition.CONVERSATION, outcome=outcome)


def _not_anew(stop: Stop, since_then: tuple[Fact, ...], history: History) -> Broken:
    back, latest = since_then[0].at, since_then[-1].at
    says = f"walks away as {stop.grounds} since {told(stop.since)}, and they came back at {told(back)}"
    counted = "" if stop.since <= back else ": what had happened before is counted still"
    return Broken(says=f"{says}{counted}", at=latest, history=history)


def _grounds(situation: Situation, facts: tuple[Fact, ...]) -> dict[str, Stop]:
    """The grounds that the author's rules give with these facts; none where one raises, or declares `Besides`."""
    excused = forbidding_more(situation)
    return {stop.grounds: stop for stop in own_answers(situation, History(facts), "walk_away", but=excused)}
