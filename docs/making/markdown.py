"""How a page is set."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from typing import Any


def page(title: str, *parts: str) -> str:
    """A page of Markdown that says where it comes from."""
    note = "<!-- Written by `make reference` from the code: change the code, not this page. -->"
    return "\n\n".join([f"# {title}", note, *(part.strip("\n") for part in parts)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def doc(thing: Any) -> str:
    """A docstring, each paragraph on one line."""
    paragraphs = inspect.cleandoc(thing.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)


def lines(thing: Any) -> str:
    """A docstring whose lines matter."""
    return inspect.cleandoc(thing.__doc__ or "")


def comma(words: Iterable[str]) -> str:
    """Several names, as code."""
    return ", ".join(f"`{word}`" for word in words)
