"""The order of a set is another one in each process: whoever answers by it answers otherwise after a restart."""

import pytest

from callrules.testing.catalogue.shared.set_order import TURNED, sets_turned, turned
from helpers.accusing import ADA, accused
from helpers.written_rules import rule_in_a_file

LAW, BUYER = "no-ambient-input", ADA.bought("2026-01-20 10:00")
HEAD = """
from callrules import Reason, hookimpl

NAMES = frozenset({"lamp", "chair", "desk", "rug"})

def first(several):
    return next(iter(several))
"""
RULE = """
class Rule:
    name = "rule"
    declares = ()

    @hookimpl
    def reasons(self, history):
        if not history.bought_at:
            return None
        days = {f"{each:%A %d}" for each in history.bought_at} | {"a", "b"}
        return Reason(name="renewal", due=history.bought_at[0], about=ABOUT, says="it is about to end")
"""


@pytest.fixture
def rule(tmp_path, monkeypatch):
    def made(about, *parts):
        return rule_in_a_file(
            tmp_path, monkeypatch, "rules_of_sets", "\n".join([HEAD, *parts, RULE.replace("ABOUT", about)])
        )

    return made


@pytest.mark.parametrize(
    "about",
    [
        '", ".join(days)',
        "next(iter(days))",
        "list(days)[0]",
        "[each for each in days][-1]",
        "min(days, key=len)",
        'f"{days}"',
        "first(NAMES)",
        '"{}, {}".format(*[*NAMES][:2])',
        "sorted(NAMES, key=len)[1]",
        "max(enumerate(set(NAMES)))[1]",
    ],
)
def test_what_hangs_on_the_order_of_a_set_is_told(rule, about):
    assert "the order of a set decides" in accused(LAW, rule(about), BUYER)


def test_a_loop_that_ends_with_the_last_of_a_set_is_told(rule):
    loop = "def last(several):\n    for each in several:\n        found = each\n    return found"
    assert "the order of a set decides" in accused(LAW, rule("last(days)", loop), BUYER)


@pytest.mark.parametrize(
    "about",
    [
        '", ".join(sorted(days))',
        "min(days)",
        '"some" if "lamp" in NAMES else "none"',
        "str(len(days | NAMES))",
        "str(sum(len(each) for each in days))",
        "str(next(iter({1, 2, 3})))",
        '"all" if all(days) else "not all"',
        'str(NAMES >= {"lamp", "rug"})',
        "next(iter({history.bought_at[0].isoformat()}))",
        'next(iter(dict.fromkeys(("b", "a"))))',
    ],
)
def test_whoever_sorts_counts_or_looks_up_is_left_alone(rule, about):
    assert accused(LAW, rule(about), BUYER, seeds=range(2)) is None


def test_sets_of_texts_alone_are_turned():
    kept = ([1, 2], {1, 2}, {"a"}, frozenset({None}), {"a": 1})
    assert [type(turned(each)) for each in kept] == [list, set, type(turned({"a"})), frozenset, dict]
    assert [*turned({"a", "b", "c"})] == [*{"a", "b", "c"}][::-1]
    assert turned(frozenset({"a", "b"})) == {"a", "b"}


def test_the_code_is_as_it_was_afterwards(rule):
    made = rule('", ".join(days)')
    method = type(made).reasons
    code = method.__code__
    with sets_turned([type(made)]):
        assert method.__code__ is not code
    assert method.__code__ is code
    assert TURNED not in method.__globals__
