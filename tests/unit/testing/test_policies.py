"""What can be held to the laws, and what is said to whom brings something else."""

import datetime as dt

import attrs
import pytest

from callrules import Playbook, Window, hookimpl
from callrules.errors import InvalidValue, RuleRefused
from callrules.testing import laws
from callrules.testing.authorship import is_own
from callrules.testing.policies import as_policy, declaring_nothing, own_rules, pristine, with_playbooks


@attrs.frozen
class Patience:
    """No call within two days of the last one."""

    @hookimpl
    def permits(self, history):
        made = history.attempts
        return Window(start=made[-1].at + dt.timedelta(days=2), says="two days between calls") if made else None


@attrs.frozen
class Wrapped:
    """Somebody passes questions and answers on."""

    playbook: Playbook = attrs.field(factory=Playbook)

    def next_step(self, contact, history, now):
        return self.playbook.next_step(contact, history, now)

    def may_call(self, contact, history, at, *, number=None):
        return self.playbook.may_call(contact, history, at, number=number)


def test_a_rule_is_held_to_the_laws_among_the_house_rules():
    assert as_policy(Patience()) == Playbook().with_rules(Patience())


def test_nothing_stands_for_the_house():
    assert as_policy() == Playbook()


def test_a_playbook_and_whatever_answers_as_one_are_taken_as_they_are():
    for policy in (Playbook().without("caps"), Wrapped()):
        assert as_policy(policy) is policy


def test_a_toml_file_is_a_playbook(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text('extends = "house"\n[caps]\nin_7_days = 1\n')
    assert as_policy(path) == as_policy(str(path)) == Playbook.from_toml(path)


def test_a_class_is_refused_with_what_to_do():
    with pytest.raises(RuleRefused, match=r"write Patience\(\)"):
        as_policy(Patience)


def test_a_playbook_beside_a_rule_is_refused():
    with pytest.raises(InvalidValue, match="one playbook, one policy, one path of a TOML file, or some rules"):
        as_policy(Playbook(), Patience())


def test_a_copy_is_what_the_policy_was_before_it_was_asked():
    @attrs.define
    class Remembers:
        asked: int = 0

        def next_step(self, contact, history, now):
            raise NotImplementedError

        may_call = next_step

    policy = Remembers()
    fresh = pristine(policy)
    policy.asked = 7
    assert fresh().asked == 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"only": ["caps"]}, "the id of a law; did you mean 'cap'"),
        ({"known_broken": {"wakes": "acme#12"}}, "the id of a law"),
        ({"not_applicable": {"cap": " "}}, "the reason"),
        ({"relax": {"cap": "five"}}, r"Relax.to\(Cap\(...\), why=...\)"),
    ],
)
def test_terms_that_nobody_could_keep_are_refused_at_once(wrong, says):
    with pytest.raises(InvalidValue, match=says):
        laws(Patience(), **wrong)


def test_what_is_an_author_s_own_is_told_everywhere_alike():
    kept_by_ours = Playbook().with_rules(Patience())
    assert own_rules(kept_by_ours) == {"patience"}
    assert declaring_nothing(kept_by_ours) == "rule 'patience'"
    assert is_own(Patience)
    assert is_own(Patience.permits)
    assert not any(map(is_own, (Window, *map(type, Playbook().rules), dt.timedelta, int, attrs.Attribute)))


def test_a_playbook_that_a_class_keeps_for_all_its_policies_is_seen():
    class OfOneHouse:
        playbook = Playbook().with_rules(Patience())

    assert own_rules(OfOneHouse()) == {"patience"}
    changed = with_playbooks(OfOneHouse(), lambda kept: kept.without("patience"))
    assert own_rules(changed) == frozenset()
    assert own_rules(OfOneHouse()) == {"patience"}
