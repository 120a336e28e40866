"""What cannot be a rule is refused: who, what was found, what was expected, what to do."""

import datetime as dt

import attrs
import pytest

from callrules import Contact, History, Playbook, Purchase, RuleRefused, Window, hookimpl
from callrules.rules import FLOOR, LiveNumbers, OpenDials, OptOuts, Pace


@attrs.frozen
class Quiet:
    """A rule with nothing wrong about it."""

    name: str = "quiet"

    @hookimpl
    def permits(self, at):
        return Window(start=at, says="quiet")


@attrs.frozen
class Forgetful:
    def permits(self, at):
        return None


@attrs.frozen
class HalfForgetful:
    @hookimpl
    def reasons(self):
        return None

    def permits(self, at):
        return None


@attrs.frozen
class Inventive:
    @hookimpl
    def reason(self, history):
        return None


@attrs.frozen
class Renaming:
    @hookimpl(specname="permit")
    def lunch(self):
        return None


@attrs.frozen
class Wrapping:
    @hookimpl(wrapper=True)
    def permits(self):
        return (yield)


@attrs.frozen
class OldWrapping:
    @hookimpl(hookwrapper=True)
    def permits(self):
        yield


@attrs.frozen
class Curious:
    @hookimpl
    def permits(self, history, rep):
        return None


@attrs.frozen
class Impatient:
    @hookimpl
    def reasons(self, contact, at):
        return None


@attrs.frozen
class Preset:
    @hookimpl
    def permits(self, history, days=2):
        return None


@attrs.frozen
class Later:
    @hookimpl
    async def permits(self, at):
        return None


@attrs.define
class Changing:
    days: int = 2

    @hookimpl
    def permits(self):
        return None


@attrs.frozen
class HoldsAList:
    days: list[int]
    name: str = "holds_a_list"

    @hookimpl
    def permits(self):
        return None


class Empty:
    pass


@attrs.frozen
class Silent:
    """Would let everybody be called, under the name of the floor."""

    name: str

    @hookimpl
    def permits(self):
        return None


REFUSED = [
    ([Quiet], "Quiet is a class, expected an instance: write Quiet()"),
    ([Pace], "Pace is a class, expected an instance: write Pace()"),
    ([Forgetful()], "rule 'forgetful', method 'permits': found no @hookimpl, expected one: did you forget it?"),
    (
        [HalfForgetful()],
        "rule 'half_forgetful', method 'permits': found no @hookimpl, expected one: did you forget it?",
    ),
    (
        [Inventive()],
        "rule 'inventive', method 'reason': found no such hook, expected one of walk_away, reasons, permits, before",
    ),
    ([Inventive()], "did you mean 'reasons'?"),
    ([Renaming()], "rule 'renaming', method 'lunch': found no such hook"),
    ([Renaming()], "did you mean 'permits'?"),
    ([Wrapping()], "rule 'wrapping', method 'permits': found a hook wrapper, expected a plain answer"),
    ([OldWrapping()], "rule 'old_wrapping', method 'permits': found a hook wrapper, expected a plain answer"),
    (
        [Curious()],
        "rule 'curious', hook 'permits': found argument 'rep', expected some of contact, history, reason, number, at",
    ),
    ([Impatient()], "rule 'impatient', hook 'reasons': found argument 'at', expected some of contact, history"),
    ([Quiet(), Quiet()], "two rules are called 'quiet', expected unique names: give one another `name`"),
    ([Quiet(), Silent("quiet")], "two rules are called 'quiet'"),
    ([Preset()], "rule 'preset', hook 'permits': found argument 'days', expected some of contact, history"),
    ([Later()], "rule 'later', method 'permits': found a coroutine function, expected a plain one: take out `async`"),
    ([Changing()], "rule 'changing' cannot be hashed"),
    ([Changing()], "expected a frozen value: use @attrs.frozen"),
    ([HoldsAList([1])], "rule 'holds_a_list' cannot be hashed"),
    ([Empty()], "rule 'empty' answers nothing, expected a method marked @hookimpl"),
    ([None], "answers nothing, expected a method marked @hookimpl"),
    (["pace"], "answers nothing, expected a method marked @hookimpl"),
]


@pytest.mark.parametrize(("rules", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_what_cannot_be_a_rule_is_refused_in_one_line_that_teaches(rules, says):
    with pytest.raises(RuleRefused) as refused:
        Playbook(rules)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    with pytest.raises(RuleRefused):
        Playbook().with_rules(*rules)


class Thanks:
    """A reason to thank somebody, by somebody who does not know that the house has a rule of that name."""

    @hookimpl
    def reasons(self):
        return None


class ThanksInItsPlace(Thanks):
    name = "thanks"


def test_nobody_takes_the_place_of_a_house_rule_by_the_name_of_a_class_alone():
    with pytest.raises(RuleRefused, match="by its class's would take the place of the rule 'thanks'"):
        Playbook().with_rules(Thanks())
    assert isinstance(Playbook().with_rules(ThanksInItsPlace())["thanks"], ThanksInItsPlace)
    alone = Playbook([Thanks()])
    assert len(alone.with_rules(Thanks()).rules) == len(alone.rules)


def test_a_refusal_is_also_a_type_error():
    with pytest.raises(TypeError):
        Playbook([Quiet])


@attrs.frozen
class Named:
    """Wants its argument by name."""

    @hookimpl
    def permits(self, *, at):
        return Window(start=at, says="by name")


@attrs.frozen
class Static:
    """Needs no `self`."""

    @staticmethod
    @hookimpl
    def permits(at):
        return Window(start=at, says="static")


class Child(Quiet):
    """Inherits its answer."""


@pytest.mark.parametrize("rule", [Quiet(), Static(), Child()])
def test_a_rule_may_be_written_in_several_ways(rule):
    now = dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)
    assert (
        Playbook().with_rules(rule).next_step(Contact(id="ann", timezone="Africa/Abidjan"), History(), now).is_due(now)
    )


def test_an_argument_wanted_by_name_is_refused_when_the_playbook_is_built():
    with pytest.raises(RuleRefused, match=r"rule 'named', hook 'permits': found 'at', expected a plain argument"):
        Playbook().with_rules(Named())


def test_a_rule_without_fault_is_taken():
    assert Playbook([Quiet()])["quiet"] == Quiet()
    assert Playbook([Quiet("one"), Quiet("two")])


@pytest.mark.parametrize("name", ["opt_out", "live_numbers", "open_dial"])
def test_the_floor_cannot_be_left_out(name):
    with pytest.raises(
        RuleRefused, match=f"rule '{name}' is part of the floor of every playbook and cannot be left out"
    ):
        Playbook().without("pace", name)


@pytest.mark.parametrize("name", ["opt_out", "live_numbers", "open_dial"])
def test_nothing_else_can_take_the_place_of_the_floor_under_its_name(name):
    for build in (lambda: Playbook([Silent(name)]), lambda: Playbook().with_rules(Silent(name))):
        with pytest.raises(RuleRefused, match=f"{name}.*floor"):
            build()


def test_a_child_of_the_floor_that_keeps_silent_cannot_take_its_place():
    class Deaf(OptOuts):
        @hookimpl
        def walk_away(self):
            return None

    with pytest.raises(RuleRefused, match="floor"):
        Playbook([Deaf()])


def test_the_numbers_of_the_floor_are_parameters_like_others():
    playbook = Playbook().with_rules(LiveNumbers(bad_rests_days=20), OpenDials(open_hours=3))
    assert playbook["live_numbers"].bad_rests_days == 20
    assert len(Playbook([LiveNumbers(bad_rests_days=20)]).rules) == len(FLOOR)


def test_leaving_out_what_is_not_there_names_what_is_nearest():
    with pytest.raises(RuleRefused, match=r"no rule 'paces' in this playbook; it has .*; did you mean 'pace'\?"):
        Playbook().without("paces")


def test_asking_for_a_rule_that_is_not_there_names_what_is_nearest():
    with pytest.raises(KeyError, match="pace"):
        Playbook()["paces"]


def test_two_replacements_of_one_name_are_refused():
    with pytest.raises(RuleRefused, match="two rules are called 'pace'"):
        Playbook().with_rules(Pace(least_hours=24), Pace(least_hours=48))


def test_a_fact_is_no_rule():
    with pytest.raises(RuleRefused, match="answers nothing"):
        Playbook([Purchase(at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC))])
