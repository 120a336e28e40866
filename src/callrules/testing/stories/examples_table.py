"""Examples as a table: stories with the step they expect, one test each, for people who do not write Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from callrules.errors import InvalidValue
from callrules.testing.policies import as_policy
from callrules.testing.stories.example_pages import Example, examples_in


def examples(*given: Any) -> Callable[[Example], None]:
    """One pytest test for each story.

    As in `test_examples = examples(MyRule(), stories)`. The stories come last: a text with blank lines between
    them, or the path of a `.md` or `.txt` file with fenced `story` blocks. Before them comes what `as_policy`
    takes: a playbook, rules, nothing for the house. A last line with `=> ?` fails and shows the answer, to be
    judged and copied. Raises `BadInput` for a story that cannot be read, and for one that stands twice.
    """
    if not given:
        raise InvalidValue("examples", given, "a text with stories, or the path of a file with some")
    *rules, stories = given
    policy = as_policy(*rules)
    found = [pytest.param(each, id=each.name) for each in examples_in(stories)]

    @pytest.mark.parametrize("example", found)
    def test(example: Example) -> None:
        if told := example.failure(policy):
            pytest.fail(told, pytrace=False)

    return test
