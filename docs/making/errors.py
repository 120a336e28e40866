"""What can go wrong, and what is then said."""

from __future__ import annotations

import inspect

from callrules import errors
from making.markdown import comma, doc, lines, page
from making.provoked import Provoked, failed_step, provoked

FAILING = """\
A playbook that is not strict raises nothing for a rule that fails: who it was asked about rests, `at` is now, and the
one `Because` has the code `rule_failed`, the name of the rule, and what went wrong. `callrules` then ends with exit
code 3, and the list of the day counts them under `rule_failed`.

A rule has failed when it raises an `Exception` or `SystemExit`, answers with the wrong type or a field that is
none, answers more than 1,000 times, or asks a playbook while it is being asked. Every other `BaseException` (of
pytest, hypothesis, asyncio, the keyboard) passes through.

The logger `callrules` of Python's `logging` gets one record of level `ERROR` for each rule and `playbook.fingerprint`,
with where it was raised. What a rule raised is told without numbers, addresses and whatever the contact and the history
hold of free text."""


def errors_page() -> str:
    """What can go wrong, and what is then said."""
    intro, tree, form = lines(errors).split("\n\n")
    kinds = [
        each for each in vars(errors).values() if inspect.isclass(each) and issubclass(each, errors.CallrulesError)
    ]
    classes = [f"## {each.__name__}\n\n{doc(each)}{_is_also(each)}" for each in kinds]
    told = "Each of these was provoked while this page was written."
    drawn = f"```text\n{inspect.cleandoc(tree)}\n```"
    failing = f"## A rule that fails\n\n{FAILING}\n\n```text\n{failed_step().says}\n```"
    return page("Errors", intro, drawn, form, *classes, failing, "## What is said", told, *map(_told, provoked()))


def _is_also(kind: type) -> str:
    also = comma(each.__name__ for each in kind.__bases__ if each not in {errors.CallrulesError, Exception})
    return f" It is a {also} too." if also else ""


def _told(each: Provoked) -> str:
    return f"**{each.mistake}** (`{each.error}`)\n\n```text\n{each.says}\n```"
