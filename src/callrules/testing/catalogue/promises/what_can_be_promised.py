"""The law of what can be promised: a yes, asked while promising, is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment
from callrules.step import Call, WalkAway
from callrules.testing.catalogue.shared.host import other_words_sent
from callrules.testing.catalogue.shared.predicates import after_all, is_ahead_of_the_facts, on_their_clock
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.oracle import DAY, HOUR, SOON
from callrules.testing.situations import Situation, answer_of, gate_of
from callrules.vocabulary import Outcome, Party

DAYS_ON = (1, 2, 3, 6, 10)
"""So many days on lies the day about which it is asked, another one in each life."""


@law(
    "a-yes-can-be-kept",
    says="On a day on which a call can be promised, the last gate lets the promised call ring.",
    group="promises",
    moment="a call can be promised",
    reached=lambda situation: is_ahead_of_the_facts(situation) and situation.remembered(_can_be_promised),
    at_the_end=True,
    exempts=unless((lambda policy: callable(getattr(policy, "can_promise", None)), "this policy has no `can_promise`")),
)
def a_yes_can_be_kept(situation: Situation) -> Iterator[Broken]:
    """In a talk, once it is logged with the promise, and other words that are asked for went out.

    Who keeps no promises at all is a matter of another law.
    """
    due, person = _due(situation), situation.person
    talk = _talk(situation)
    promised = Commitment(at=talk.at, by=Party.US, asked_by=_asked_by(situation), due=due)
    promising, begins = situation.history.add(talk, promised), person.begins(due)
    history = promising.add(*other_words_sent(situation, promising, talk.at, begins))
    gate = gate_of(situation, begins, history)
    rings = begins if gate.allowed else gate.at
    ends = begins + HOUR if isinstance(due, dt.datetime) else person.wall(due + DAY)
    keeps = situation.asked(begins, history)
    if (rings is None or rings >= ends) and isinstance(keeps, Call) and keeps.reason.name == "promise":
        says = f"a call may be promised for {on_their_clock(situation, due)}, and then the gate is shut"
        yield Broken(says=says, at=begins, expected="call promise", history=history)


def _can_be_promised(situation: Situation) -> bool:
    """Whether the answer is yes while they talk, and nothing has ended the calls."""
    policy: Any = situation.policy
    talk = _talk(situation)
    history = situation.history.add(talk)
    if isinstance(situation.asked(talk.at + SOON, history), WalkAway):
        return False
    about = (situation.contact, history, _due(situation))
    return bool(answer_of(partial(policy.can_promise, *about, asked_by=_asked_by(situation))))


def _talk(situation: Situation) -> CallAttempt:
    return CallAttempt(at=after_all(situation), disposition=Disposition.CONVERSATION, outcome=Outcome.ADVANCE)


def _due(situation: Situation) -> dt.date:
    """A day, or eleven in the morning or eight in the evening on it."""
    person, turn = situation.person, len(situation.history.entries)
    day = person.day(after_all(situation)) + DAYS_ON[turn % len(DAYS_ON)] * DAY
    return (day, person.wall(day, 11), person.wall(day, 20))[turn % 3]


def _asked_by(situation: Situation) -> Party:
    return list(Party)[situation.seed % 2]
