"""What a rule of an author's own keeps to is a landmark: lives lie on both sides of it. The house has none."""

import datetime as dt
from decimal import Decimal
from typing import ClassVar
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import (
    CallAttempt,
    Contact,
    Disposition,
    Playbook,
    Purchase,
    Reception,
    Reflection,
    Role,
    Snooze,
    Window,
    hookimpl,
)
from callrules.rules import Caps
from callrules.testing.catalogue.shared.moved import by_whole_days, moved_facts
from callrules.testing.generating.generator import Generator
from callrules.testing.lives import DAY, Dice, Life
from callrules.testing.lives.events.beside_numbers import orders
from callrules.testing.lives.events.crossings import CROSSING, cross
from callrules.testing.lives.own_landmarks import OwnLandmarks, own_landmarks
from callrules.testing.policies import declarations
from zoo.altered import Altered

FAIR = dt.date(2027, 3, 4)
PATIENCE = 17
HOUSE = Playbook()


@attrs.frozen
class Odd:
    """Holds one of everything."""

    name: ClassVar[str] = "odd"
    spent: Decimal = Decimal(5000)
    peace: dt.timedelta = dt.timedelta(days=100)
    regions: frozenset[str] = frozenset({"PT", "ES"})
    opens: dt.time = dt.time(7, 30)

    @hookimpl
    def permits(self, contact, history):
        """Nobody reads this sentence about 4711 things."""
        waited = helped(history)
        is_odd = contact.role is Role.USER or waited > PATIENCE or history.latest == FAIR
        return Window.never("an odd rule") if is_odd else None


def helped(history):
    """What the rule calls is looked into as well."""
    return sum(1 for call in history.attempts if call.rep == "zoe" and call.disposition is Disposition.BUSY) + 23


def landmarks(*rules):
    return own_landmarks(HOUSE.with_rules(*rules))


def test_the_house_has_no_landmarks_of_its_own_and_neither_have_its_rules_with_other_numbers():
    assert not own_landmarks(HOUSE)
    assert not landmarks(Caps(in_7_days=17))


def test_fields_constants_and_what_code_names_are_found_those_that_are_held_first():
    assert landmarks(Odd()) == OwnLandmarks(
        numbers=(5000, 100, 23, 17),
        dates=(FAIR,),
        times=(dt.time(7, 30),),
        texts=("ES", "PT", "an odd rule", "zoe"),
        words=(Disposition.BUSY, Role.USER),
    )


def test_what_a_function_encloses_and_its_defaults_are_found():
    def made(most):
        class Guard:
            @hookimpl
            def permits(self, history, at):
                return Window.never("too often") if self.counted(history) > most else None

            def counted(self, history, days=45):
                return len(history.attempts) + days

        return Guard()

    assert landmarks(made(33)).numbers == (33, 45)


def test_a_rule_in_the_place_of_one_of_the_house_has_what_it_brings_and_no_more():
    @attrs.frozen
    class Spends(Caps):
        spent: int = 777

    assert landmarks(Spends()).numbers == (777,)


def test_hands_around_a_playbook_are_looked_at_and_so_are_the_guests_within():
    @attrs.frozen
    class Hands(Altered):
        often: int = 31

    assert own_landmarks(Hands(HOUSE.with_rules(Odd()))).numbers == (5000, 100, 31, 23, 17)


class Hostile:
    """Answers nothing, holds itself, and holds far too much."""

    def __init__(self):
        self.myself = [self, [[[[[[[[self]]]]]]]]]
        self.many = list(range(100_000))

    def __getattr__(self, name):
        raise RuntimeError(name)

    @hookimpl
    def permits(self):
        return None

    @property
    def limit(self):
        raise ZeroDivisionError


def test_whatever_a_rule_is_it_is_read_and_never_asked_and_no_more_than_a_dozen_of_a_kind_are_kept():
    assert own_landmarks(Hostile()).numbers == tuple(range(2, 14))


@pytest.mark.parametrize("drawn", range(4))
def test_orders_lie_just_over_a_number_at_it_or_just_under_it(drawn):
    life = Life(Contact(id="c"), HOUSE)
    orders(life, Dice(bytes([drawn] * 99)), Decimal(12))
    assert len(life.facts) - 1 in {11, 12, 13}
    assert life.facts[-1].amount in {11, 12, 13}


def test_who_is_met_lives_there_and_is_known_by_that_name():
    met = [crossed(OwnLandmarks(texts=(text,)), 0).contact for text in ("PT", "zoe")]
    assert [each.region for each in met] == ["PT", None]
    assert met[1].owner == "zoe"


def test_who_is_met_may_be_two_things_at_once_to_rules_that_know_one_each():
    met = crossed(OwnLandmarks(texts=("PT", "zoe")), 1).contact
    assert (met.region, met.owner) == ("PT", "zoe")


def test_peace_lasts_longer_than_the_days_that_a_rule_counts():
    life = crossed(OwnLandmarks(numbers=(Decimal(200),)), 0)
    snooze = next(fact for fact in life.facts if isinstance(fact, Snooze))
    assert snooze.until - snooze.at.date() > 200 * DAY


def test_a_call_was_received_as_the_rule_names_it():
    met = crossed(OwnLandmarks(words=(Reception.NEUTRAL,)), 0)
    assert [fact.received for fact in met.facts if isinstance(fact, Reflection)] == [Reception.NEUTRAL]


def test_a_call_lasts_just_less_than_the_seconds_that_a_rule_names():
    met = crossed(OwnLandmarks(numbers=(Decimal(10),), words=(Disposition.HUNG_UP,)), 0)
    assert [fact.duration for fact in met.facts if isinstance(fact, CallAttempt)][-1] == 9


def test_now_and_then_they_say_yes_to_what_a_rule_looks_for():
    guarded = HOUSE.with_rules(Odd())
    agreed = {each for situation in led(guarded) for fact in situation.history.attempts for each in fact.agreed}
    assert agreed & set(own_landmarks(guarded).texts)


def crossed(known, turn):
    """A life that crosses these landmarks, with a snooze."""
    life = Life(Contact(id="c"), HOUSE)
    cross(life, known, bytes((0, turn)) + bytes(CROSSING - 2))
    return life


def test_lives_cross_the_landmarks_of_a_guest_and_those_of_the_house_stay_as_they_are():
    guarded = HOUSE.with_rules(Odd())
    spent = {_spent(each) for each in led(guarded)}
    assert {4999, 5000, 5001} <= spent
    assert {5001} & {_spent(each) for each in led(HOUSE)} == set()


def _spent(situation):
    return max((fact.amount or 0 for fact in situation.history.entries if isinstance(fact, Purchase)), default=0)


def led(policy, lives=40):
    generator = Generator(policy, declarations(policy))
    return [each for case in range(lives) for each, _ in generator.situations(generator.drawn(0, case))]


def test_a_life_under_a_guest_s_rules_begins_on_29_february_too():
    leap_days = [sum(map(bought_on_a_leap_day, led(policy, 20))) for policy in (HOUSE.with_rules(Odd()), HOUSE)]
    assert leap_days[0] > leap_days[1]


def bought_on_a_leap_day(situation):
    bought = (fact.at for fact in situation.history.entries if isinstance(fact, Purchase))
    return any((at.month, at.day) == (2, 29) for at in bought)


def test_a_life_moved_over_a_clock_change_names_no_moment_before_its_fact():
    there = dt.datetime(2026, 9, 1, 18, tzinfo=ZoneInfo("America/Santiago"))
    asked = CallAttempt(at=there.astimezone(dt.UTC), disposition="callback_requested", callback_at=there)
    for days in range(0, 366, 5):
        (moved,) = moved_facts([asked], by_whole_days(DAY * days))
        assert moved.callback_at == moved.at == asked.at + DAY * days
