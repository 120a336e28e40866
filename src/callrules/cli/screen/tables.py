"""Printing tables: a title, rows below their heads, and the line that explains them."""

from __future__ import annotations

from collections.abc import Iterable

from callrules.cli.lines import say
from callrules.cli.screen.drawing import heading, table
from callrules.desk.table import Table


def show(title: str, tables: Iterable[Table]) -> None:
    """Print a title and tables."""
    heading(title)
    for each in tables:
        heading(f"\n{each.title}")
        if each.below:
            say(f"  {each.below}")
        rows = [each.heads, *each.rows] if each.heads else list(each.rows)
        table(rows, right=range(1, len(each.heads)) if each.heads else (0,), has_heads=bool(each.heads))
