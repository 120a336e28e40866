"""Broken policies about what is written, a gate that cannot read, and days that come seldom: each is shown once."""

import pytest

from callrules.errors import CallrulesError
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import FRI, HOUSE, MON, NUMBER, THU, TUE, WED, somebody
from zoo.addressed_wrongly import ADDRESSED_WRONGLY
from zoo.everything import ZOO
from zoo.off_the_calendar import OFF_THE_CALENDAR

SPECIMENS = {each.id: each for each in (*ADDRESSED_WRONGLY, *OFF_THE_CALENDAR)}
ADA = somebody()
SECOND = "+493012345672"
TWO_NUMBERS = somebody(phones=[NUMBER, SECOND])
SIX = ("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16")


def in_vain(*days):
    life = ADA
    for each in days:
        life = life.rung(f"{each} 10:00")
    return life


SHOWS = {
    "catalogue-by-hand": (
        somebody(postal_address="1 High Street").opted_out(f"{MON} 10:00", channel="letter"),
        f"{TUE} 10:00",
    ),
    "terms-to-nowhere": (ADA.rung(f"{MON} 10:00", "callback_requested"), f"{TUE} 14:00"),
    "missed-at-dawn": (
        somebody(email="ada@example.org").promised(f"{MON} 10:00", THU, kind="meet"),
        f"{THU} 08:00",
    ),
    "thanks-in-office-hours": (
        somebody(email="ada@example.org").talked(f"{FRI} 18:30", "order"),
        f"{FRI} 18:40",
    ),
    "gate-that-gives-in": (ADA, f"{MON} 10:00"),
    "shut-but-for-christmas-eve": (ADA, "2026-12-22 10:00"),
    "renewal-on-the-28th": (ADA.bought("2025-01-31 10:00").talked("2025-11-20 10:00"), "2025-12-29 10:00"),
    "welcome-when-typed-in": (ADA.bought("2026-05-04 10:00").got("2026-05-04 11:00", "thanks"), "2026-05-19 10:00"),
    "slips-count-as-calls": (ADA.rung(f"{TUE} 10:00", "technical"), f"{TUE} 10:05"),
    "quarter-by-the-plan": (
        in_vain(*SIX).said_goodbye("2026-02-17 10:00").rung("2026-07-13 10:00"),
        "2026-08-24 14:00",
    ),
    "where-they-rang-from": (
        TWO_NUMBERS.rang_us("2025-05-04 10:00", "conversation", from_number=SECOND).rung(
            "2025-05-05 10:00", "wrong_number", number=SECOND
        ),
        f"{WED} 10:00",
    ),
}
"""Of each: a life, and the moment at which it answers otherwise than the house and a law accuses it."""
each_specimen = pytest.mark.parametrize("known_by", sorted(SHOWS))


def test_every_one_is_shown_and_kept():
    assert SHOWS.keys() == SPECIMENS.keys()
    assert SPECIMENS.keys() <= {each.id for each in ZOO}


@each_specimen
def test_what_is_said_of_it_is_a_sentence_and_it_is_made_afresh(known_by):
    specimen = SPECIMENS[known_by]
    assert specimen.says.endswith(".")
    assert specimen.make() is not specimen.make()
    assert specimen.breaks <= {law.id for law in LAWS}


def answers(policy, life, when):
    asked = (life.contact, life.history, life.at(when))
    return policy.next_step(*asked), policy.may_call(*asked), *(_gate(policy, asked, each) for each in (SECOND, "abc"))


def _gate(policy, asked, number):
    try:
        return policy.may_call(*asked, number=number)
    except CallrulesError as error:
        return str(error)


@each_specimen
def test_it_answers_otherwise_than_the_house(known_by):
    life, when = SHOWS[known_by]
    assert answers(SPECIMENS[known_by].make(), life, when) != answers(HOUSE, life, when)


@each_specimen
def test_a_law_that_it_is_said_to_break_accuses_it_and_not_the_house(known_by):
    suspected = [law for law in LAWS if law.id in SPECIMENS[known_by].breaks]
    assert [law for law in suspected if breaks(law, situation(SPECIMENS[known_by].make(), *SHOWS[known_by]))]
    assert not [law for law in suspected if breaks(law, situation(HOUSE, *SHOWS[known_by]))]


def situation(policy, life, when):
    return Situation(policy, life.contact, life.history, life.at(when), declarations(policy))
