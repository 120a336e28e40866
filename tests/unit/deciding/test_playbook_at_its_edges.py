"""A playbook at its edges: how it is built and refused, what it says of a broken rule, and what it is called with."""

import datetime as dt
import pickle
import re
from importlib.metadata import EntryPoint
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import (
    CallAttempt,
    Contact,
    History,
    InvalidValue,
    Phone,
    Playbook,
    Reason,
    RuleFailed,
    RuleRefused,
    Window,
    hookimpl,
)
from callrules.deciding.admission import name_of
from callrules.rules import Caps, OpenDials, OptOuts, Pace

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", phones=["+33142685300"], timezone="Europe/Paris")
NOW = dt.datetime(2026, 11, 20, 10, tzinfo=PARIS)
NOTHING = History()
WHY = Reason(name="birthday", says="it is their birthday")


@attrs.frozen
class Glad:
    """Always glad to hear from us."""

    name: str = "glad"

    @hookimpl
    def reasons(self):
        return WHY


@attrs.frozen
class Broken:
    """Raises as soon as a guard is asked."""

    name: str = "broken"

    @hookimpl
    def permits(self):
        raise ZeroDivisionError("division by zero")


@attrs.frozen
class Renamed:
    """Answers a hook by a method of another name, and has a helper besides."""

    name: str = "renamed"

    @hookimpl(specname="permits")
    def only_from_noon(self):
        return Window(start=self.noon(), says="from noon")

    def noon(self):
        return NOW.replace(hour=12)


def names(playbook):
    return [name_of(rule) for rule in playbook.rules]


# Building


def test_the_floor_comes_first_and_a_floor_rule_given_stays_where_it_was_given():
    assert names(Playbook([Glad()])) == ["opt_out", "live_numbers", "open_dial", "glad"]
    assert names(Playbook([Glad(), OpenDials(), OptOuts()])) == ["live_numbers", "glad", "open_dial", "opt_out"]


def test_rules_may_be_given_one_by_one():
    assert Playbook(iter([Glad(), Pace()])) == Playbook([Glad(), Pace()])


def test_a_playbook_is_lenient_unless_told():
    assert not Playbook().strict
    assert not Playbook([Glad()]).strict
    assert Playbook(strict=True).strict


def test_rules_may_be_given_by_name_and_strictness_has_to_be(tmp_path):
    assert Playbook(rules=[Glad()]) == Playbook([Glad()])
    page = tmp_path / "ours.toml"
    page.write_text('extends = "house"\n')
    assert Playbook.from_toml(path=page) == Playbook()
    for build in (
        lambda: Playbook([Glad()], True),
        lambda: Playbook.from_toml(page, True),
        lambda: Playbook.with_installed_rules(True),
    ):
        with pytest.raises(TypeError, match="positional argument"):
            build()


def test_several_rules_are_replaced_and_added_at_once_each_in_its_place():
    changed = Playbook([Pace(), Caps()]).with_rules(Caps(in_7_days=2), Glad("b"), Glad("a"))
    assert names(changed) == ["b", "a", "opt_out", "live_numbers", "open_dial", "pace", "caps"]
    assert changed["caps"] == Caps(in_7_days=2)
    assert not changed.strict


def test_several_rules_are_left_out_at_once():
    assert names(Playbook([Glad(), Pace(), Caps()]).without("pace", "glad"))[3:] == ["caps"]
    assert Playbook().without() == Playbook()


def test_leaving_out_what_is_not_there_lists_the_rules_that_are():
    expected = "no rule 'luck' in this playbook; it has glad, live_numbers, open_dial, opt_out"
    with pytest.raises(RuleRefused, match=f"^{expected}$"):
        Playbook([Glad()]).without("luck")


def test_a_rule_is_looked_up_by_its_name():
    assert Playbook([Glad(), Pace()])["glad"] == Glad()
    with pytest.raises(KeyError):
        Playbook([Glad()])["pace"]


def test_an_unfit_rule_is_refused_when_the_playbook_is_built_and_not_when_it_is_asked():
    @attrs.frozen
    class Typo:
        name: str = "typo"

        @hookimpl(specname="permit")
        def permits(self):
            return None

    with pytest.raises((RuleRefused, TypeError)):
        Playbook([Typo()])


def test_a_hook_answered_by_a_method_of_another_name_is_heard():
    playbook = Playbook([Glad(), Renamed()])
    assert [each.rule for each in playbook.plan["permits"]][-1] == "renamed"
    assert playbook.next_step(ANN, NOTHING, NOW).at == NOW.replace(hour=12)


def test_everybody_is_asked_in_the_order_of_the_rules():
    playbook = Playbook([Glad("zoe"), Glad("adam"), Glad("mia")])
    assert [each.rule for each in playbook.plan["reasons"]] == ["zoe", "adam", "mia"]
    assert {each.hook for each in playbook.plan["reasons"]} == {"reasons"}


def test_strictness_travels_with_a_copy():
    for strict in (True, False):
        assert pickle.loads(pickle.dumps(Playbook([Glad()], strict=strict))).strict is strict  # noqa: S301 - our own


def test_a_fingerprint_is_sixteen_hexadecimal_digits_and_knows_the_names_of_rules():
    assert re.fullmatch(r"[0-9a-f]{16}", Playbook().fingerprint)
    assert Playbook([Glad("a")]).fingerprint != Playbook([Glad("b")]).fingerprint
    assert Playbook([Glad("a"), Glad("b")]).fingerprint != Playbook([Glad("b"), Glad("a")]).fingerprint


# Guests


@pytest.fixture
def offered(monkeypatch):
    """Only these packages are installed, and not in the order of their names."""

    def offer(**values):
        entries = [EntryPoint(name, value, "callrules") for name, value in values.items()]
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: entries if group == "callrules" else ())

    return offer


def test_a_guest_may_be_offered_ready_made(offered):
    offered(ready=f"{__name__}:READY")
    assert names(Playbook.with_installed_rules())[0] == "ready"


def test_guests_stand_in_the_order_of_the_names_they_are_offered_under(offered):
    offered(b=f"{__name__}:READY", a=f"{__name__}:Glad")
    assert names(Playbook.with_installed_rules())[:2] == ["glad", "ready"]


def test_a_guest_that_cannot_be_loaded_is_refused_in_words_that_say_what_to_do(offered):
    offered(gone="nobody_wrote_this:Rule")
    with pytest.raises(RuleRefused) as refused:
        Playbook.with_installed_rules()
    assert str(refused.value) == (
        "installed rule 'gone' (nobody_wrote_this:Rule): found ModuleNotFoundError: No module named "
        "'nobody_wrote_this', expected a rule: mend or uninstall the package that offers it"
    )
    assert isinstance(refused.value.__cause__, ModuleNotFoundError)


READY = Glad("ready")


# Asking


def test_what_is_asked_is_named_when_it_is_refused():
    playbook, naive = Playbook(), dt.datetime(2026, 11, 20, 10)
    for ask, field in ((playbook.next_step, "now"), (playbook.may_call, "at"), (playbook.explain, "now")):
        with pytest.raises(InvalidValue, match=f"^{field}: "):
            ask(ANN, NOTHING, naive)


@pytest.mark.parametrize("ask", ["may_call", "can_promise"])
def test_a_number_that_is_none_is_refused_and_named(ask):
    with pytest.raises(InvalidValue, match=r"^number: found a text, expected an E.164 number"):
        getattr(Playbook(), ask)(ANN, NOTHING, NOW, number="12")


@pytest.mark.parametrize("ask", ["may_call", "can_promise"])
def test_contact_history_and_moment_may_be_named_and_the_number_has_to_be(ask):
    asked, moment = getattr(Playbook(), ask), "at" if ask == "may_call" else "due"
    assert asked(contact=ANN, history=NOTHING, **{moment: NOW}, number="+33142685300")
    with pytest.raises(TypeError, match="positional argument"):
        asked(ANN, NOTHING, NOW, "+33142685300")


def test_who_asked_for_a_promise_is_one_of_two():
    with pytest.raises(InvalidValue, match=r"^asked_by: found 'nobody', expected one of"):
        Playbook().can_promise(ANN, NOTHING, NOW, asked_by="nobody")


def test_a_promise_they_asked_for_may_be_out_of_hours_and_one_of_ours_may_not():
    late = NOW.replace(hour=21)
    assert Playbook().can_promise(ANN, NOTHING, late)
    assert Playbook().can_promise(ANN, NOTHING, late, asked_by="them")
    assert not Playbook().can_promise(ANN, NOTHING, late, asked_by="us")


def test_a_promise_is_held_against_the_number_that_is_to_ring():
    abroad = Phone(number="+12125550142", timezone="America/New_York")
    ann = attrs.evolve(ANN, phones=["+33142685300", abroad])
    assert Playbook().can_promise(ann, NOTHING, NOW, number="+33142685300", asked_by="us")
    assert not Playbook().can_promise(ann, NOTHING, NOW, number="+12125550142", asked_by="us")


def test_facts_count_as_the_contact_sees_them():
    theirs = History([CallAttempt(at=NOW, disposition="no_answer", contact="ben")])
    assert Playbook([Glad(), Pace()]).next_step(ANN, theirs, NOW).is_due(NOW)


# A rule that raises


SENTENCE = (
    "rule 'broken', hook 'permits': raised ZeroDivisionError: division by zero; "
    "nobody is rung until it is mended or left out"
)


def test_a_broken_rule_is_named_in_a_sentence_that_says_what_to_do():
    playbook = Playbook([Glad(), Broken()])
    step = playbook.next_step(ANN, NOTHING, NOW)
    for answer in (step, playbook.may_call(ANN, NOTHING, NOW), playbook.can_promise(ANN, NOTHING, NOW)):
        assert [(each.rule, each.code, each.says) for each in answer.because] == [("broken", "rule_failed", SENTENCE)]


def test_in_a_strict_playbook_every_question_raises():
    playbook = Playbook([Glad(), Broken()], strict=True)
    for ask in (playbook.next_step, playbook.may_call, playbook.can_promise):
        with pytest.raises(RuleFailed):
            ask(ANN, NOTHING, NOW)
