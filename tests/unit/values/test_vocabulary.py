"""A word of the house stands in one table, and is read from there."""

import ast
from functools import cache
from pathlib import Path

import callrules
from callrules.vocabulary import COLD, GROUNDS, PURPOSES, RANK, WARM, ground_named

SOURCE = Path(callrules.__file__).parent
TABLES = {"vocabulary.py", "dispositions.py"}
"""How a call ended has words of its own, and some of them are grounds as well."""
FIGURES = {("cli", "imports"), ("desk", "scorecard")}
"""The columns of other systems' exports, and the figures of the scorecard, have names of their own, too."""


@cache
def literals_by_file():
    """The literals of every file of the library, but for tables and for what is said."""
    rooms = {path.relative_to(SOURCE): path for path in SOURCE.rglob("*.py")}
    return {
        room: {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_a_word(node)}
        for room, path in rooms.items()
        if room.parts[0] not in {*TABLES, "words"} and room.parts[:2] not in FIGURES
    }


def is_a_word(node):
    return isinstance(getattr(node, "value", None), str)


def files_that_name(word):
    """Name the files in which that word stands as a literal."""
    return [room for room, words in literals_by_file().items() if word in words]


def test_a_ground_is_named_in_the_vocabulary_and_by_the_one_rule_that_gives_it():
    for name in GROUNDS:
        named_in = files_that_name(name)
        assert [room.parts[0] for room in named_in] == ["rules"], (name, named_in)


def test_a_guests_ground_is_told_by_its_name_and_said_aloud():
    ground = ground_named("moved_away")

    assert ground.says == "let go: moved away"
    assert not ground.silent
    assert not ground.bars_promises


def test_cold_reasons_come_last_in_rank():
    assert RANK[-len(COLD) :] == COLD


def test_a_simple_reason_waits_for_nobody_and_nobody_waits_for_it():
    assert {*RANK} - {*COLD, *WARM} == {"simple_reason"}


def test_who_asked_us_to_stop_and_who_is_gone_are_left_without_a_word():
    assert [name for name, ground in GROUNDS.items() if ground.silent] == ["do_not_call", "disqualified"]


def test_the_tables_say_every_word_once():
    for table in (GROUNDS, PURPOSES):
        assert len({each.says for each in table.values()}) == len(table)
