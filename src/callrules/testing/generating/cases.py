"""What bytes describe: a contact, a life, a moment to ask about. Each byte decides one thing; zero is the plainest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from callrules.contact import Contact, Line, Phone, Role
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.places import country_of
from callrules.playbook import Playbook
from callrules.preferred_hours import preferred_hours
from callrules.testing.lives import LADDER, REGIONS, SECOND, Dice, Life
from callrules.testing.lives.events import EVERYTHING, THEMES, Event, attempt
from callrules.testing.policies import Policy

DrawnLife = tuple[bytes, Sequence[bytes]]
"""How a life begins, with its theme first, and what is done in it."""
Drawn = tuple[bytes, DrawnLife, bytes]
"""A contact, how a life begins and what is done in it, and from when it is looked at."""
Themes = tuple[tuple[Event, ...], ...]
HOUSE = Playbook()
NEAR = (1, 60, 1440)
"""How far before the last fact (a skewed clock) or after it we may ask, in the smallest unit."""
CONTACT = 32
"""So many bytes describe a contact, whatever they have."""
WEEKS = (
    "", "", "", "mon-fri 18:00-20:00", "", "sat 10:00-12:00; tue,thu 17:30-19:00", "sun-thu 21:00-02:00", "",
    "mon-fri 08:00-09:30; mon-fri 18:00-19:30",
)  # fmt: skip
"""When they told us that they like to be called: mostly nothing."""
PHONES = ("+12065550105", "+442079460123", "+18005550199;ext=227")


def contact_from(drawn: bytes, *, known_as: str = "c", phones: Sequence[str] = PHONES) -> Contact:
    """The contact that these bytes describe."""
    dice = Dice(drawn)
    place = dice.number(8)
    where = dice.pick(LADDER) if place < 6 else None  # noqa: PLR2004 - six of eight have a zone
    region = dice.pick(REGIONS) if place in {5, 6} else None
    if place == 4 and where:  # noqa: PLR2004 - one of eight lives in the region that is noted
        region = country_of(where)
    return Contact(
        id=known_as,
        timezone=where,
        region=region,
        phones=tuple(_phone(dice, number) for number in phones[: dice.pick((0, 1, 2, 3, 1))]),
        business=dice.pick((False, True)),
        role=dice.pick((Role.UNKNOWN, Role.UNKNOWN, *Role)),
        red_phone=dice.perhaps(option=True) or False,
        email=dice.pick((None, "c@example.org")),
        postal_address=dice.perhaps("1 High Street"),
        fax=dice.perhaps("+12065550177"),
        buys_from=dice.perhaps("Initech"),
        account=dice.perhaps("acme"),
        name=dice.perhaps("Kim Doe"),
        owner=dice.pick((None, "bo", None, "ann")),
        common_ground=dice.pick(((), ("sailing",))),
        drivers=dice.pick(((), ("pride",))),
        known_since=dice.perhaps(dt.date(2026, 5, 12)),
        hours=preferred_hours(dice.pick(WEEKS), "hours"),
    )


def _phone(dice: Dice, number: str) -> Phone:
    return Phone(
        number=number, line=dice.pick((Line.UNKNOWN, *Line)), timezone=dice.perhaps(dice.pick(LADDER), one_in=6)
    )


def phone_from(drawn: bytes) -> Phone:
    """One telephone number."""
    dice = Dice(drawn)
    return _phone(dice, dice.pick(PHONES))


def lived(
    contact: Contact,
    drawn: DrawnLife,
    *,
    unit: dt.timedelta = SECOND,
    policy: Policy = HOUSE,
    themes: Themes = THEMES,
) -> Life:
    """The life that these bytes describe, led under the policy. It keeps to one of the themes."""
    life, dice = Life(contact, policy, unit), Dice(drawn[0])
    theme = dice.pick(themes)
    life.begin(dice)
    for each in drawn[1]:
        live(life, theme, Dice(each))
    return life


def live(life: Life, theme: Sequence[Event], dice: Dice) -> bool:
    """One deed of the theme, at the next moment worth looking at; whether anything was done."""
    event = dice.pick(theme)
    if event is EVERYTHING[0]:
        return False
    life.move(dice)
    event(life, dice)
    return True


def history_from(contact: Contact, drawn: DrawnLife, unit: dt.timedelta = SECOND) -> History:
    """Make what happened in the life that these bytes describe."""
    return lived(contact, drawn, unit=unit).history


def looked_at(life: Life, dice: Dice) -> dt.datetime:
    """A moment to ask about, seldom before the last fact."""
    life.move(dice)
    latest = life.history.latest or life.at
    before, after = latest - dice.pick(NEAR) * life.unit, latest + dice.pick(NEAR) * life.unit
    return {1: before, 2: after, 3: after}.get(dice.number(12), max(life.at, latest))


def fact_from(contact: Contact, drawn: DrawnLife) -> Fact:
    """One fact of any kind; a call where the life has none."""
    life = lived(contact, drawn)
    if not life.facts:
        attempt(life, Dice(drawn[0]))
    return life.facts[-1]


def moment_from(drawn: tuple[bytes, str]) -> dt.datetime:
    """The moment at which a life in that zone begins."""
    life = Life(Contact(id="c", timezone=drawn[1]), HOUSE)
    life.begin(Dice(drawn[0]))
    return life.at


def call_from(drawn: tuple[bytes, bytes]) -> CallAttempt:
    """One call, on any number."""
    life = Life(contact_from(drawn[0]), HOUSE)
    attempt(life, Dice(drawn[1]))
    return attrs.evolve(life.facts[0])  # type: ignore[return-value]
