"""Laws held by a hypothesis state machine: for authors with facts and events of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, settings, target
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from callrules.declared import Cap
from callrules.errors import InvalidValue
from callrules.testing.catalogue import LAWS
from callrules.testing.generating.cases import CONTACT, contact_from
from callrules.testing.judging.law_broken import error_of, failure_of
from callrules.testing.judging.trial import Trial
from callrules.testing.lawbook import Depth, Law, chosen_laws
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives import events as known
from callrules.testing.lives.events import Event
from callrules.testing.oracle import is_attempt
from callrules.testing.policies import as_policy
from callrules.testing.situations import Situation

STEPS = 12
"""How many deeds a life has at most, unless `TestCase.settings` say otherwise: each is held to every law."""

RULES: dict[str, tuple[Event, ...]] = {
    "wait": (known.rest,),
    "work": (known.work, known.persist, known.late_work),
    "call_by_hand": (known.vain, known.talk, known.attempt, known.bad_moment, known.dead_line, known.talk_with_more),
    "they_turn_to_us": (
        known.reply,
        known.ring_in,
        known.ask_for_a_call,
        known.come_round,
        known.their_word,
        known.gave_up_on_us,
        known.wants_nothing,
    ),
    "we_promise": (known.our_word, known.note, known.snooze, known.farewell, known.call_off),
    "they_buy": (known.buy, known.meet, known.learn),
    "they_refuse": (known.refuse,),
    "log_again": (known.log_again, known.record_twice, known.enter_twice, known.import_a_past, known.retract),
    "somebody_else": (known.neighbour,),
    "hostile_host": (known.dial, known.put_the_clock_back, known.late_work, known.long_silence),
}
"""The rules of every machine, and the events of each."""


DEED = st.binary(min_size=32, max_size=32)


class CadenceMachine(RuleBasedStateMachine):
    """One life: each rule does an event, every law is held after each, and costly ones at the end."""

    trial: ClassVar[Trial]

    def __init__(self) -> None:
        """Nobody is known yet."""
        super().__init__()
        self.life = Life(contact_from(b""), self.trial.policy)
        self.events = 0

    @initialize(contact=st.binary(min_size=CONTACT, max_size=CONTACT), begun=st.binary(min_size=5, max_size=5))
    def begin(self, contact: bytes, begun: bytes) -> None:
        """Somebody, at the moment at which their life begins."""
        self.life = Life(contact_from(contact), self.trial.policy)
        self.life.begin(Dice(begun))

    def do(self, events: Sequence[Event], drawn: bytes) -> None:
        """One of the events, at the next moment worth looking at."""
        dice = Dice(drawn)
        event = dice.pick(events)
        self.life.move(dice)
        event(self.life, dice)
        self.events += 1

    @invariant()
    def every_law_holds(self) -> None:
        """Each law that is held wherever something happened."""
        self._hold(Depth.EVERYWHERE)

    def teardown(self) -> None:
        """The costly laws, once, where nothing broke before; then how far this life got."""
        if self.events and sys.exception() is None:
            self._hold(Depth.AT_THE_END)
            self._aim()

    def _hold(self, depth: Depth) -> None:
        life = self.life
        situation = Situation(life.policy, life.contact, life.history, life.now, self.trial.declared, seed=self.events)
        for law in self.trial.laws:
            if law.depth is depth and (failure := failure_of(law, situation, self.events)):
                raise error_of(law.id)(failure)

    def _aim(self) -> None:
        """Towards many attempts, and towards full caps."""
        made = [fact.at for fact in self.life.facts if is_attempt(fact)]
        caps = {each.fact.days: each.fact.most for each in self.trial.declared if isinstance(each.fact, Cap)}
        target(float(len(made)), label="attempts")
        for days, most in caps.items():
            lately = sum(at > self.life.at - days * DAY for at in made)
            target(min(1.0, lately / max(1, most)), label=f"how full the cap of {days} days is")


def cadence_machine(
    *policy: Any, extra_laws: Iterable[Law] = (), laws: Iterable[str] | None = None, events: Iterable[Event] = ()
) -> type[CadenceMachine]:
    """A hypothesis state machine that holds a policy to the laws: for authors with facts or deeds of their own.

    As in `TestCadence = cadence_machine(Cadence(), events=[harvest]).TestCase`. `policy` and `extra_laws` are as for
    `laws`; of all of these, `laws` names those to hold it to. `events` are functions of a `Life` and a `Dice` that
    add facts to the life. How long it looks is up to your hypothesis profile, or `TestCase.settings`.
    Raises `InvalidValue` for an unknown law, for deeds of one name, and for what cannot be a policy.
    """
    trial = Trial(as_policy(*policy))
    chosen = chosen_laws((*LAWS, *extra_laws), laws, "laws")
    trial = Trial(trial.policy, tuple(law for law in chosen if trial.inapplicable(law) is None))
    rules = {name: _rule(name, several) for name, several in {**RULES, **_named(events)}.items()}
    named: dict[str, Any] = {"trial": trial, "__module__": __name__, **rules}
    machine: type[CadenceMachine] = type("CadenceMachine", (CadenceMachine,), named)
    phases = [each for each in settings().phases if each is not Phase.explain]
    machine.TestCase.settings = settings(
        deadline=None, phases=phases, stateful_step_count=STEPS, suppress_health_check=list(HealthCheck)
    )
    return machine


def _named(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    own = tuple(events)
    named: dict[str, tuple[Event, ...]] = {f"your_{getattr(event, '__name__', 'event')}": (event,) for event in own}
    if len(named) < len(own):
        raise InvalidValue("deeds", own, "functions of different names")
    return named


def _rule(name: str, events: tuple[Event, ...]) -> Callable[..., None]:
    def done(self: CadenceMachine, drawn: bytes) -> None:
        self.do(events, drawn)

    done.__name__ = done.__qualname__ = name
    return rule(drawn=DEED)(done)
