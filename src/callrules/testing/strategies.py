"""Hypothesis strategies for people, what happened to them, and moments: valid by construction, plainest first.

Nothing is filtered. A case is a handful of bytes: each byte decides one thing, and zero is the plainest. Cases
shrink to UTC, an ordinary Monday at ten, and nothing that ever happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from callrules.contact import Contact, Line, Phone, Role
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.playbook import Playbook
from callrules.testing.deeds import EVERYTHING, THEMES, Deed, attempt
from callrules.testing.dice import Dice
from callrules.testing.lives import MINUTE, SECOND, Life
from callrules.testing.zones import LADDER, REGIONS

_CONTACT = st.binary(min_size=24, max_size=24)
_BEGINNING = st.binary(min_size=5, max_size=5)
_DEEDS = st.lists(st.binary(min_size=32, max_size=32), max_size=10)
_LIFE = st.tuples(_BEGINNING, _DEEDS)
_ENDING = st.binary(min_size=8, max_size=8)
Thrown = tuple[bytes, tuple[bytes, Sequence[bytes]], bytes]
"""A contact, how a life begins and what is done in it, and from when it is looked at."""
_LIVES: SearchStrategy[Thrown] = st.tuples(_CONTACT, _LIFE, _ENDING)
_HOUSE = Playbook()
NEAR = (1, 60, 1440)
"""How far before the last fact (a skewed clock) or after it we may ask, in the smallest unit."""
PHONES = ("+12065550105", "+442079460123", "+18005550199")


def zones() -> SearchStrategy[str]:
    """An IANA zone of the ladder, from UTC to the most awkward ones."""
    return _ZONES


def instants() -> SearchStrategy[dt.datetime]:
    """An aware moment in UTC, to the second: a plain Monday, or beside a landmark of some zone."""
    return _INSTANTS


def contacts() -> SearchStrategy[Contact]:
    """Somebody to call, with or without zone, region, phones, channels, account, role."""
    return _CONTACTS


def attempts() -> SearchStrategy[CallAttempt]:
    """One call of any kind, on any number."""
    return _ATTEMPTS


def facts(contact: Contact) -> SearchStrategy[Fact]:
    """One fact of any kind about this contact."""
    return st.tuples(_BEGINNING, _DEEDS.map(lambda deeds: deeds[:1])).map(partial(_one_fact, contact))


def histories(contact: Contact, *, unit: dt.timedelta = SECOND) -> SearchStrategy[History]:
    """What happened to this contact: a life with a theme, its moments beside landmarks and the playbook's steps."""
    return _LIFE.map(lambda life: _lived(contact, life, unit).history)


def people() -> SearchStrategy[tuple[Contact, History]]:
    """A contact and their history."""
    return _PEOPLE


def situations(*, unit: dt.timedelta = SECOND) -> SearchStrategy[tuple[Contact, History, dt.datetime]]:
    """A contact, their history and a moment to ask about, seldom before the last fact. `unit`: second or minute."""
    return _BY_THE_MINUTE if unit == MINUTE else _SITUATIONS


def lives() -> SearchStrategy[Thrown]:
    """The bytes of one life; `callrules.testing.walks` leads it under a policy."""
    return _LIVES


def contact_from(thrown: bytes) -> Contact:
    """The contact that these bytes describe."""
    dice = Dice(thrown)
    place = dice.number(8)
    where = dice.pick(LADDER) if place < 6 else None  # noqa: PLR2004 - six of eight have a zone
    region = dice.pick(REGIONS) if place in {4, 5, 6} else None
    return Contact(
        id="c",
        timezone=where,
        region=region,
        phones=tuple(_phone(dice, number) for number in PHONES[: dice.pick((0, 1, 2, 3, 1))]),
        business=dice.pick((False, True)),
        role=dice.pick((Role.UNKNOWN, Role.UNKNOWN, *Role)),
        red_phone=dice.perhaps(option=True) or False,
        email=dice.pick((None, "c@example.org")),
        postal_address=dice.perhaps("1 High Street"),
        fax=dice.perhaps("+12065550177"),
        buys_from=dice.perhaps("Initech"),
        account=dice.perhaps("acme"),
        name=dice.perhaps("Kim Doe"),
        owner=dice.perhaps("ann"),
        common_ground=dice.pick(((), ("sailing",))),
        drivers=dice.pick(((), ("pride",))),
        known_since=dice.perhaps(dt.date(2026, 5, 12)),
    )


def _phone(dice: Dice, number: str) -> Phone:
    return Phone(
        number=number, line=dice.pick((Line.UNKNOWN, *Line)), timezone=dice.perhaps(dice.pick(LADDER), one_in=6)
    )


def _lived(contact: Contact, life: tuple[bytes, Sequence[bytes]], unit: dt.timedelta = SECOND) -> Life:
    lived, dice = Life(contact, _HOUSE, unit), Dice(life[0])
    theme = dice.pick(THEMES)
    lived.begin(dice)
    for thrown in life[1]:
        _live(lived, theme, Dice(thrown))
    return lived


def _live(life: Life, theme: tuple[Deed, ...], dice: Dice) -> None:
    deed = dice.pick(theme)
    if deed is not EVERYTHING[0]:
        life.move(dice)
        deed(life, dice)


def _one_fact(contact: Contact, life: tuple[bytes, Sequence[bytes]]) -> Fact:
    lived = _lived(contact, life)
    if not lived.facts:
        attempt(lived, Dice(life[0]))
    return lived.facts[-1]


def _person(thrown: tuple[bytes, tuple[bytes, Sequence[bytes]]]) -> tuple[Contact, History]:
    contact = contact_from(thrown[0])
    return contact, _lived(contact, thrown[1]).history


def _situation(
    unit: dt.timedelta, thrown: tuple[bytes, tuple[bytes, Sequence[bytes]], bytes]
) -> tuple[Contact, History, dt.datetime]:
    contact = contact_from(thrown[0])
    life, dice = _lived(contact, thrown[1], unit), Dice(thrown[2])
    life.move(dice)
    history = life.history
    latest = history.latest or life.at
    before, after = latest - dice.pick(NEAR) * unit, latest + dice.pick(NEAR) * unit
    return contact, history, {1: before, 2: after, 3: after}.get(dice.number(12), max(life.at, latest))


def _instant(thrown: tuple[bytes, str]) -> dt.datetime:
    life, dice = Life(Contact(id="c", timezone=thrown[1]), _HOUSE), Dice(thrown[0])
    life.begin(dice)
    return life.at


def _attempt(thrown: tuple[bytes, bytes]) -> CallAttempt:
    life = Life(contact_from(thrown[0]), _HOUSE)
    attempt(life, Dice(thrown[1]))
    return attrs.evolve(life.facts[0])  # type: ignore[return-value]


_ZONES = st.sampled_from(LADDER)
_INSTANTS = st.tuples(_BEGINNING, _ZONES).map(_instant)
_CONTACTS = _CONTACT.map(contact_from)
_ATTEMPTS = st.tuples(_CONTACT, st.binary(min_size=32, max_size=32)).map(_attempt)
_PEOPLE = st.tuples(_CONTACT, _LIFE).map(_person)
_SITUATIONS = st.tuples(_CONTACT, _LIFE, _ENDING).map(partial(_situation, SECOND))
_BY_THE_MINUTE = st.tuples(_CONTACT, _LIFE, _ENDING).map(partial(_situation, MINUTE))
