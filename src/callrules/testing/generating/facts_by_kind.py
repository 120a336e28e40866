"""For each kind of fact, the events that end with one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from callrules import facts as kinds
from callrules.contact import Contact
from callrules.errors import InvalidValue
from callrules.facts import FACTS, Fact
from callrules.testing.generating.cases import HOUSE
from callrules.testing.lives import Dice, Life, events
from callrules.testing.lives.events.calls import Event, told
from callrules.vocabulary import Channel


def _opt_out(life: Life, dice: Dice) -> None:
    number, account = dice.perhaps(dice.pick(life.numbers)), dice.perhaps("acme")
    life.happens(kinds.OptOut, dice, number=number, account=account, channel=dice.pick((None, *Channel)))


ENDS_WITH: dict[type[Fact], tuple[Event, ...]] = {
    kinds.CallAttempt: (events.vain, events.talk, events.attempt),
    kinds.Commitment: (events.our_word, events.their_word),
    kinds.Message: (events.note, events.reply),
    kinds.Meeting: (events.meet,),
    kinds.CalledOff: (events.call_off,),
    kinds.Purchase: (events.buy,),
    kinds.Insight: (told(kinds.Insight, text="a new law"), told(kinds.Insight, text="a new law", source="a paper")),
    kinds.Research: tuple(told(kinds.Research, topic=each, text="they grow") for each in ("why", "who", "what_for")),
    kinds.Introduction: (told(kinds.Introduction, by="friend"),),
    kinds.OptOut: (_opt_out,),
    kinds.Consent: (events.come_round,),
    kinds.Snooze: (events.snooze,),
    kinds.Farewell: (events.farewell,),
    kinds.KeyDate: (events.tell_a_date,),
    kinds.Reflection: (events.reflect,),
    kinds.Retraction: (events.retract,),
}


def fact_of(contact: Contact, kind: type[Fact]) -> Callable[[tuple[bytes, bytes]], Fact]:
    """How bytes become one fact of that kind. Raises `InvalidValue` for what is no kind of fact of the library."""
    if kind not in ENDS_WITH:
        raise InvalidValue("kind", kind, f"one of {', '.join(each.__name__ for each in FACTS)}")
    return partial(_fact, contact, ENDS_WITH[kind])


def _fact(contact: Contact, ways: tuple[Event, ...], drawn: tuple[bytes, bytes]) -> Fact:
    life, dice = Life(contact, HOUSE), Dice(drawn[1])
    life.begin(Dice(drawn[0]))
    dice.pick(ways)(life, dice)
    return life.facts[-1]
