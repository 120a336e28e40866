"""What rules are asked."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from callrules import Playbook, hookspecs
from making.markdown import comma, lines, page


def hooks_page() -> str:
    """Every question that rules are asked."""
    intro = (
        "A rule answers one or more of these questions: a method of the same name, marked `@hookimpl`.\n"
        "It names only the arguments it needs, in any order.\n"
        f"They are asked in this order: {comma(hookspecs.HOOKS)}."
    )
    return page("Hooks", intro, *(_hook(name) for name in hookspecs.HOOKS))


def _hook(name: str) -> str:
    spec = getattr(hookspecs, name)
    question, _, rest = lines(spec).partition("\n\n")
    four = "\n".join("* **{}:**{}".format(*line.split(":", 1)) for line in rest.splitlines())
    who = comma(question.rule for question in Playbook().plan[name])
    code = f"```py\n{name}{_signature(spec)}\n```"
    return f"## {name}\n\n{question}\n\n{code}\n\n{four}\n\nHouse rules that answer it: {who}."


def _signature(spec: Callable[..., Any]) -> str:
    return str(inspect.signature(spec)).replace("'", "")
