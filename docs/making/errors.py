"""What can go wrong, and what is then said."""

from __future__ import annotations

import inspect

from callrules import errors
from making.markdown import comma, doc, lines, page
from making.provoked import Provoked, provoked


def errors_page() -> str:
    """What can go wrong, and what is then said."""
    intro, tree, form = lines(errors).split("\n\n")
    kinds = [
        each for each in vars(errors).values() if inspect.isclass(each) and issubclass(each, errors.CallrulesError)
    ]
    classes = [f"## {each.__name__}\n\n{doc(each)}{_is_also(each)}" for each in kinds]
    told = "Each of these was provoked while this page was written."
    drawn = f"```text\n{inspect.cleandoc(tree)}\n```"
    return page("Errors", intro, drawn, form, *classes, "## What is said", told, *map(_told, provoked()))


def _is_also(kind: type) -> str:
    also = comma(each.__name__ for each in kind.__bases__ if each not in {errors.CallrulesError, Exception})
    return f" It is a {also} too." if also else ""


def _told(each: Provoked) -> str:
    return f"**{each.mistake}** (`{each.error}`)\n\n```text\n{each.says}\n```"
