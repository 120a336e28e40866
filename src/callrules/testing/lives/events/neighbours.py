"""What happens to others who share a number or an account."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.facts import CallAttempt, Fact, OptOut
from callrules.numbering import telephone
from callrules.testing.lives import Dice, Life
from callrules.testing.lives.events.calls import attempt, vain
from callrules.testing.lives.events.wishes import come_round, refuse
from callrules.testing.lives.events.words import learn

OTHERS = "somebody else"


def neighbour(life: Life, dice: Dice) -> None:
    """Something about somebody else who shares a number or an account."""
    place = len(life.facts)
    dice.pick((attempt, refuse, come_round, vain, learn))(life, dice)
    shared = dice.pick([phone.number for phone in life.contact.phones] or [None])
    shared = telephone(shared) if shared and dice.perhaps(shared) else shared
    life.facts[place:] = [_perhaps_theirs(_about_others(fact, shared), life, dice) for fact in life.facts[place:]]


def ring_a_neighbour(life: Life, dice: Dice) -> None:
    """Somebody who shares a number is rung several times in vain."""
    shared = dice.pick([phone.number for phone in life.contact.phones] or [None])
    for _ in range(2 + dice.number(3)):
        place = len(life.facts)
        vain(life, dice)
        life.facts[place:] = [_about_others(fact, shared) for fact in life.facts[place:]]
        life.at += dice.pick((1, 5, 24, 30)) * dt.timedelta(hours=1)


def _perhaps_theirs(fact: Fact, life: Life, dice: Dice) -> Fact:
    """A no of others that was written down with this person's number and name: theirs, on another card."""
    numbers, contact = [phone.number for phone in life.contact.phones], life.contact
    if not isinstance(fact, OptOut) or not numbers or dice.number(3):
        return fact
    return attrs.evolve(fact, numbers=(dice.pick(numbers),), name=contact.name, email=contact.email)


def _about_others(fact: Fact, shared: str | None) -> Fact:
    if isinstance(fact, OptOut) and fact.account:
        return attrs.evolve(fact, contact=OTHERS)
    if isinstance(fact, (CallAttempt, OptOut)):
        return attrs.evolve(fact, contact=OTHERS, number=fact.number or shared)
    return attrs.evolve(fact, contact=OTHERS)
