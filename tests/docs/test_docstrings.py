"""How docstrings are written: each begins with a verb, or with the noun that is returned; a rule's is its question."""

import ast

import pytest
from pages import ROOT

HEADLESS = {"What", "Who", "Whose", "Whom", "Neither", "Where", "Of", "By"}
"""Words that begin half a sentence: whose answer is it?"""
SOURCES = sorted((ROOT / "src" / "callrules").rglob("*.py"))


def said_in(path):
    """The first line of every docstring of a function or a class, with its name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (said := ast.get_docstring(node)):
            yield node.name, said.splitlines()[0]


def is_headless(line):
    return line.split()[0].strip(",;:") in HEADLESS and not line.endswith("?")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_docstring_begins_with_a_verb_or_with_the_noun_that_is_returned(path):
    assert [(name, line) for name, line in said_in(path) if is_headless(line)] == []


def test_a_half_sentence_is_noticed():
    assert is_headless("What the policy says.")
    assert not is_headless("What follows a hang-up?")
