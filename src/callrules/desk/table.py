"""Rows for people, with a title and a line below it: a terminal and a page show the same."""

from __future__ import annotations

import attrs


@attrs.frozen
class Table:
    """A title, a line below it, and rows below their heads; without heads, a row is a figure and its sentence."""

    name: str
    title: str
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()
    below: str = ""
