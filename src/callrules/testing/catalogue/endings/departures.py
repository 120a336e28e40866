"""Laws of departures: who left, closed down or cannot be helped is let go, until they turn up themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.declared import LetsGo
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact
from callrules.step import Call
from callrules.testing.catalogue.shared.predicates import (
    after_all,
    asks_for_a_call,
    in_turn,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, GONE, SOON, came_back, speaks_with_us
from callrules.testing.situations import Situation
from callrules.vocabulary import Direction


def _is_gone(situation: Situation) -> bool:
    gone = (call for call in situation.person.calls if call.disposition in GONE)
    return any(not _turned_up_since(situation, call) for call in gone)


def _turned_up_since(situation: Situation, gone: CallAttempt) -> bool:
    """Whether they came back since, or who was said to have left spoke with us (G36)."""
    may_be_there = gone.disposition is Disposition.LEFT_COMPANY
    own = situation.person.own
    spoke = may_be_there and any(speaks_with_us(fact) and fact.at > gone.at for fact in own)
    return spoke or any(came_back(fact) and fact.at >= gone.at for fact in own)


@law(
    "gone-is-gone",
    says="Who left, closed down or is nobody we can help is not rung until they turn up themselves.",
    group="endings",
    moment="they have gone",
    reached=_is_gone,
    needs=LetsGo,
)
def gone_is_gone(situation: Situation) -> Iterator[Broken]:
    """No call, now or later."""
    if asks_for_a_call(situation):
        yield Broken(says="a call to somebody who has gone", at=situation.rings[0].at, expected="no call")


LATER = (0, 100)


def _endings(at: dt.datetime, ends: Disposition) -> dict[str, Fact]:
    told = CallAttempt(at=at, disposition=ends)
    rang = attrs.evolve(told, direction=Direction.INBOUND)
    return {"we were told on the phone": told, "somebody there rang us to say": rang}


@law(
    "any-end-counts",
    says="Whether we rang or somebody there rang us: who left, closed down or cannot be helped is let go at once.",
    group="endings",
    needs=LetsGo,
    at_the_end=True,
)
def any_end_counts(situation: Situation) -> Iterator[Broken]:
    """The next news that ends it, another one in each life, told either way."""
    at, ends = after_all(situation), in_turn(situation, GONE)
    for how, fact in _endings(at, ends).items():
        history = situation.history.add(fact)
        for days in LATER:
            step = situation.asked(at + SOON + days * DAY, history)
            if isinstance(step, Call):
                says = f"a call although {how} that it is over: {ends.value}"
                yield Broken(says=says, at=step.at, expected="walk_away disqualified", history=history)
