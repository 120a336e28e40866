"""Examples as a table: one test for each story, and a failing one says what was found and why."""

import attrs
import pytest

from callrules import BadInput, InvalidValue, Playbook, hookimpl
from callrules.moments import Window
from callrules.testing.stories.example_pages import examples_in
from callrules.testing.stories.examples_table import examples

pytest_plugins = ["pytester"]

BARE = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")
"""Nothing here needs hypothesis, which is slow to import."""

NOTE = """
# a hang-up is answered with a note
Kim Doe, America/New_York email=kim@example.org
Mon 2025-06-02 09:00  called: hung_up
Mon 2025-06-02 10:00  => write after_hang_up
"""
OPT_OUT = """
Kim Doe, America/New_York phones=+12065550105
Mon 2025-06-02 09:00  opted out
Mon 2025-06-02 10:00  => no call
"""
WRONG = """
# they named a day
Kim Doe, America/New_York phones=+12065550105
Mon 2025-06-02 09:00  called: callback_requested callback_at=2025-06-04
Tue 2025-06-03 13:00  => call promise
"""
TEST = '''
from callrules.testing.stories.examples_table import examples

test_examples = examples(r"""{stories}""")
'''


@attrs.frozen
class Never:
    """Nobody is ever rung."""

    @hookimpl
    def permits(self):
        return Window.never("nobody is rung")


@pytest.fixture
def ran(pytester):
    """The outcome of a test file with these stories."""

    def run(stories, *options):
        pytester.makepyfile(test_table=TEST.format(stories=stories))
        return pytester.runpytest_inprocess(*BARE, *options)

    return run


def refused(given):
    """What is said about stories that cannot be a table."""
    with pytest.raises(BadInput) as error:
        examples(given)
    return str(error.value)


def test_each_story_is_one_test_named_after_its_title_or_its_last_line(ran):
    result = ran(NOTE + OPT_OUT, "--collect-only", "-q")
    result.stdout.fnmatch_lines(
        [
            "test_table.py::test_examples[[]a hang-up is answered with a note]",
            "test_table.py::test_examples[[]mon-2025-06-02-10-00-no-call]",
        ]
    )


def test_a_story_that_comes_true_passes(ran):
    ran(NOTE + OPT_OUT).assert_outcomes(passed=2)


def test_one_story_can_be_chosen(ran):
    ran(NOTE + OPT_OUT, "-k", "hang-up").assert_outcomes(passed=1, deselected=1)


def test_a_story_that_does_not_come_true_shows_the_page_the_answer_and_why(ran):
    result = ran(NOTE + WRONG)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "# they named a day",
            "Kim Doe, America/New_York phones=+12065550105",
            "Mon 2025-06-02 09:00  called: callback_requested callback_at=2025-06-04",
            "Tue 2025-06-03 13:00  => call promise",
            "but this was found:",
            "Tue 2025-06-03 13:00  => call promise at 2025-06-04 09:00",
            "because",
            "  promised_calls: they asked for a call on this day*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_the_answer_found_can_be_copied_onto_the_page():
    (wrong,) = examples_in(WRONG)
    answer = wrong.failure(Playbook()).split("but this was found:\n")[1].splitlines()[0]
    (right,) = examples_in(WRONG.replace("Tue 2025-06-03 13:00  => call promise", answer))
    assert right.failure(Playbook()) is None


def test_a_question_mark_fails_and_shows_the_answer():
    (asked,) = examples_in(WRONG.replace("=> call promise", "=> ?"))
    assert "=> call promise at 2025-06-04 09:00" in asked.failure(Playbook())


def test_rules_are_given_before_the_stories():
    (example,) = examples_in(WRONG.replace("call promise", "rest"))
    assert example.failure(Playbook()) is not None
    assert example.failure(Playbook().with_rules(Never())) is None
    assert examples(Never(), NOTE).pytestmark[0].name == "parametrize"


def test_stories_are_shared_out_among_workers(pytester):
    pytester.makepyfile(test_table=TEST.format(stories=NOTE + OPT_OUT + WRONG))
    result = pytester.runpytest_subprocess(*BARE, "-n", "2")
    result.assert_outcomes(passed=2, failed=1)


def test_the_same_facts_and_moment_twice_are_refused_by_name():
    again = NOTE.replace("a hang-up is answered with a note", "again").replace("write after_hang_up", "no call")
    assert refused(NOTE + OPT_OUT + again) == (
        "'again' (line 11): found the same facts and moment as in 'a hang-up is answered with a note' (line 2),"
        " expected them once"
    )


def test_what_is_wrong_is_said_when_the_tests_are_collected(ran):
    result = ran(NOTE.replace("hung_up", "hungup"))
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*BadInput: line 4: called.disposition: found 'hungup', expected one of*hung_up*"])


def test_a_story_without_a_question_is_refused():
    assert refused("Kim, UTC\n2025-06-02 09:00 met\n").startswith(
        "line 2: found no step, expected a last line such as:"
    )


def test_a_title_alone_is_refused():
    assert refused("# a title\n\nKim, UTC\n2025-06-02 09:00 => rest\n").startswith("line 1: found no contact")


def test_no_story_at_all_is_refused():
    assert refused("\n\n") == "found no story, expected a contact, facts, and a last line with =>"
    with pytest.raises(InvalidValue, match="a text with stories"):
        examples()


# --- stories in a file


@pytest.mark.parametrize("name", ["manners.md", "manners.txt"])
def test_stories_stand_in_the_fenced_blocks_of_a_file(tmp_path, name):
    page = tmp_path / name
    page.write_text(
        f"# Manners\n\nA note:\n\n```story{NOTE}{OPT_OUT}```\n\n```text\nnot this\n```\n\n```story{WRONG}```\n"
    )
    for given in (page, str(page)):
        assert [each.name for each in examples_in(given)] == [
            "a hang-up is answered with a note",
            "mon-2025-06-02-10-00-no-call",
            "they named a day",
        ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Manners\n", "found no story, expected a block that begins with ```story"),
        ("# Manners\n\n```story\nKim, UTC\n", "line 3: found a story block without an end"),
        (
            "# Manners\n\n```story\nKim, UTC\nsoon => rest\n```\n",
            "line 5: found 'soon => rest', expected a moment first",
        ),
    ],
)
def test_a_file_that_holds_no_table_is_named(tmp_path, text, said):
    page = tmp_path / "manners.md"
    page.write_text(text)
    assert refused(page).startswith(f"{page}: {said}")


def test_a_file_that_is_not_there_is_named():
    assert refused("nowhere.md").startswith("nowhere.md: found no text to read (FileNotFoundError)")


def test_a_story_that_stands_twice_in_a_file_is_refused_with_its_name(tmp_path):
    page = tmp_path / "manners.md"
    page.write_text(f"```story{NOTE}```\n```story{NOTE}```\n")
    assert refused(page).startswith(f"{page}: 'a hang-up is answered with a note' (line 8): found the same facts")
