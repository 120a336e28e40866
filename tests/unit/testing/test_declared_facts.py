"""What rules declare, and for whom it counts."""

import datetime as dt

import attrs
import pytest

from callrules import Playbook, Window, hookimpl
from callrules.declared import KINDS, Cap, Due, Gap, Lift, Open, Spacing, declared_by, kind_of
from callrules.errors import InvalidValue
from callrules.rules import Caps, Hours
from callrules.testing.policies import declarations, declaring_nothing


@attrs.frozen
class Weekly:
    """Once a week, in the place of the house's caps."""

    name = "caps"

    @hookimpl
    def permits(self, history):
        made = history.attempts
        return Window(start=made[-1].at + dt.timedelta(days=7), says="once a week") if made else None


@attrs.frozen
class SlowGuest:
    """A guest that says what it keeps to."""

    name = "slow_guest"
    declares = (Gap(hours=72),)

    @hookimpl
    def permits(self, history):
        made = history.attempts
        return Window(start=made[-1].at + dt.timedelta(hours=72), says="three days") if made else None


def facts(playbook, kind):
    return [each.fact for each in declarations(playbook) if isinstance(each.fact, kind)]


def test_the_house_declares_its_hours_and_both_caps():
    house = Playbook()
    assert [(each.most, each.days) for each in facts(house, Cap)] == [(3, 7), (6, 30)]
    assert facts(house, Open)[0].says == "open 09:00–20:00 (18:00 for a business)"


def test_what_is_declared_follows_the_numbers():
    fewer = Playbook().with_rules(Caps(in_7_days=1))
    assert facts(fewer, Cap)[0].most == 1


def test_a_rule_in_the_place_of_a_house_rule_answers_for_what_that_declares():
    assert facts(Playbook().with_rules(Weekly()), Cap) == facts(Playbook(), Cap)


def test_who_leaves_a_rule_out_is_not_held_to_it():
    assert facts(Playbook().without("caps"), Cap) == []


def test_a_guest_is_held_to_what_it_declares():
    assert Gap(hours=72) in facts(Playbook().with_rules(SlowGuest()), Gap)


def test_dates_can_only_be_ruled_out_where_everybody_says_what_they_hang_on():
    assert declaring_nothing(Playbook().with_rules(SlowGuest(), Hours(opens=dt.time(10)))) is None
    assert declaring_nothing(Playbook().with_rules(Weekly())) == "rule 'caps'"
    assert declaring_nothing(object()) == "a policy without rules"


def test_who_inherits_a_declaration_has_one():
    class Slower(SlowGuest):
        name = "slower"

    assert declaring_nothing(Playbook().with_rules(Slower())) is None


def test_what_is_declared_must_be_a_declared_fact():
    with pytest.raises(InvalidValue, match=r"SimpleNamespace.declares: found .*tuple of values of callrules.declared"):
        declared_by(__import__("types").SimpleNamespace(declares=("cap",)))


def test_an_unknown_kind_names_the_nearest():
    assert kind_of("cap") is Cap
    with pytest.raises(InvalidValue, match="did you mean 'spacing'"):
        kind_of("spaceing")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_has_a_key_of_its_own_and_says_itself_plainly(kind):
    assert [each.key for each in KINDS].count(kind.key) == 1
    known = {"opens": dt.time(9), "closes": dt.time(20), "needs": ("why",), "reason": "checkup", "what": "lunch"}
    required = {
        field.name: (2, 3) if kind is Spacing else known.get(field.name, 3)
        for field in attrs.fields(kind)
        if field.default is attrs.NOTHING
    }
    assert kind(**required).says.strip()


@pytest.mark.parametrize(
    ("season", "says"),
    [
        ({"after": "meeting", "until_days": 14}, "checkup after a meeting: until 14 days after it"),
        ({"months": 6, "days": 2}, "checkup after a talk: 6 months and 2 days later"),
        ({}, "checkup after a talk: at once"),
    ],
)
def test_a_season_is_told_in_words(season, says):
    assert Due(reason="checkup", **season).says == says


def test_a_lift_is_known_by_its_word():
    assert Cap(most=1, days=2, lifted_by=["named_hour"]).lifted_by == {Lift.NAMED_HOUR}
