"""Both sides of what a rule of an author's own keeps to: amounts, counts, days, hours, places and names."""

from __future__ import annotations

import datetime as dt
import enum
import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

import attrs

from callrules.checks import timezone
from callrules.contact import Line, Role
from callrules.dispositions import Disposition
from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Commitment, Fact, Message, OptOut, Reflection
from callrules.places import is_region
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives.events.beside_numbers import PASTS, days_of, look_beside
from callrules.testing.lives.events.calls import IN, OUT, Event, mailed, one_of, rung, told
from callrules.testing.lives.events.restraints import LULL, RESTRAINTS, reach_by_all
from callrules.testing.lives.own_landmarks import OwnLandmarks
from callrules.vocabulary import Channel, Kind, Outcome, Party, Reception, Reply

T = TypeVar("T")
EACH, CROSSING = 2, 192
"""So many a life, and so many bytes tell one."""
FIRST_YEAR, ENDS_EACH = 2023, 5
"""One crossing in so many is looked at as the end of a life."""
LONGEST = 300
"""So many seconds at most may be what a number means: a talk that fills the day would swallow what follows."""
NAMES = ("account", "owner", "buys_from", "name", "goes_by")


def dealt_crossings(dice: random.Random, case: int) -> bytes:
    """The bytes of all crossings of a life: which restraint and which landmarks goes round, the rest is thrown."""
    places = (case * EACH + each for each in range(EACH))
    return b"".join(
        bytes((place % len(RESTRAINTS), place // len(RESTRAINTS) % 256)) + dice.randbytes(CROSSING - 2)
        for place in places
    )


def cross(life: Life, landmarks: OwnLandmarks, drawn: bytes) -> None:
    """Somebody whose past lies beside the landmarks, a restraint, and a moment beside them."""
    dice = Dice(drawn)
    restraint, turn = dice.pick(RESTRAINTS), dice.number(256)
    number, text, word = _dealt(landmarks.numbers, turn), _dealt(landmarks.texts, turn), _dealt(landmarks.words, turn)
    day, time = _dealt(landmarks.dates, turn), _dealt(landmarks.times, turn)
    reach_by_all(life, dice)
    _begin(life, dice, day)
    _come_from(life, _dealt(landmarks.texts, drawn[-1]), None)
    _come_from(life, text, word)
    if number is not None:
        PASTS[turn % len(PASTS)](life, dice, number, word)
    life.horizon = days_of(number)
    place = len(life.facts)
    restraint(life, dice)
    _tell(life, dice, word)
    _agree(life, dice, text)
    life.facts[place:] = [_named(fact, text, dice) for fact in life.facts[place:]]
    look_beside(life, dice, number, time)
    life.facts[place:] = [_lasted(fact, number, dice) for fact in life.facts[place:]]


def ends_a_life(life: Life, drawn: bytes) -> bool:
    """Whether laws that look at ends look at this crossing as well: each restraint and landmark in turn.

    A date before all lives, such as the day of a foundation, is no moment at which anybody is rung.
    """
    return (drawn[0] + drawn[1]) % ENDS_EACH == 0 and life.at.year >= FIRST_YEAR


def _dealt(known: Sequence[T], turn: int) -> T | None:
    return known[turn % len(known)] if known else None


def _begin(life: Life, dice: Dice, day: dt.date | None) -> None:
    """Some days before a date, on it or after it."""
    if day is not None and dt.date(2012, 1, 1) < day < dt.date(2038, 1, 1):
        life.at = dt.datetime.combine(day, dt.time(10), tzinfo=dt.UTC) - dice.pick((1, 0, 2, 7, -1)) * DAY


def _come_from(life: Life, text: str | None, word: enum.Enum | None) -> None:
    """They live there, are known by that name, have that role and that line."""
    fields: dict[str, Any] = {}
    if text is not None and is_region(text):
        phones = tuple(attrs.evolve(each, timezone=None) for each in life.contact.phones)
        fields = {"region": text, "timezone": None, "phones": phones}
    elif text is not None and _is_zone(text):
        fields = {"timezone": text, "region": None}
    elif text is not None:
        fields = {**dict.fromkeys(NAMES, text), "drivers": (text,), "common_ground": (text,)}
    if isinstance(word, Role):
        fields["role"] = word
    if isinstance(word, Line):
        fields["phones"] = tuple(attrs.evolve(each, line=word) for each in life.contact.phones)
    life.contact = attrs.evolve(life.contact, **fields)
    life.__dict__.pop("zone", None)


def _is_zone(text: str) -> bool:
    try:
        return "/" in text and bool(timezone(text, "timezone"))
    except InvalidValue:
        return False


def _tell(life: Life, dice: Dice, word: enum.Enum | None) -> None:
    """Something of that word happened."""
    life.at += dice.pick(LULL)
    if type(word) in TELLS and word is not Channel.PHONE:
        TELLS[type(word)](word)(life, dice)


def _agree(life: Life, dice: Dice, text: str | None) -> None:
    """Now and then they talked, and said yes to just that."""
    if text is not None and dice.perhaps(option=True):
        rung(Disposition.CONVERSATION, agreed=(text,))(life, dice)
        life.at += dice.pick(LULL)


def _looked_back(received: Reception, life: Life, dice: Dice) -> None:
    """Somebody looked back on the last call, and says how it was received."""
    calls = [fact.id for fact in life.facts if fact.id and isinstance(fact, CallAttempt)]
    life.happens(Reflection, dice, of=calls[-1] if calls else "f99", received=received)


def _promised(life: Life, dice: Dice, by: Party = Party.US, kind: Kind = Kind.CALL) -> None:
    life.happens(Commitment, dice, by=by, kind=kind, due=life.today + 5 * DAY)


def _by_a_channel(channel: Channel) -> Event:
    """They refused it, or one of us wrote by it."""
    return one_of(told(OptOut, channel=channel), *(told(Message, channel=channel, direction=way) for way in (OUT, IN)))


TELLS: dict[type | None, Callable[[Any], Event]] = {
    Disposition: rung,
    Outcome: lambda word: rung(Disposition.CONVERSATION, outcome=word),
    Reply: mailed,
    Channel: _by_a_channel,
    Reception: lambda word: partial(_looked_back, word),
    Kind: lambda word: partial(_promised, kind=word),
    Party: lambda word: partial(_promised, by=word),
}
"""How something of a word is told, by its kind."""


def _lasted(fact: Fact, number: Decimal | None, dice: Dice) -> Fact:
    """A call that lasted just less than so many seconds, just more, or as long."""
    if not isinstance(fact, CallAttempt) or number is None or not 1 < number <= LONGEST:
        return fact
    return attrs.evolve(fact, duration=float(number) + dice.pick((-1, 1, 0)))


def _named(fact: Fact, text: str | None, dice: Dice) -> Fact:
    """The fact with that text wherever one may stand; as its reason or purpose now and then."""
    fields = {field.name for field in attrs.fields(type(fact))} if text else set()
    always = {"rep", "remark", "what", "text", "place", "source", "topic"} & fields
    seldom = {"reason", "purpose"} & fields if dice.number(2) else set()
    try:
        return attrs.evolve(fact, **dict.fromkeys(always | seldom, text))
    except InvalidValue:
        return fact
