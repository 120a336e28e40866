"""The demo on a screen: coloured columns on a terminal, plain lines everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

import click

from callrules.cli.demo.lines import STYLES, Line
from callrules.cli.options import is_for_people


def show_lines(lines: Sequence[Line]) -> None:
    """One line for everything that was done."""
    (_drawn if is_for_people() else _plain)(lines)


def _plain(lines: Sequence[Line]) -> None:
    cells = [(each.day, each.what, each.who) for each in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line, row in zip(lines, cells, strict=True):
        padded = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(f"{padded}  {_story(line)}")


def _story(line: Line) -> str:
    return f"{line.why} → {line.ended}" if line.ended else line.why


def _drawn(lines: Sequence[Line]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1), pad_edge=False)
    for style in ("bold", "", "bold", ""):
        grid.add_column(style=style, no_wrap=style != "")
    for line in lines:
        says = Text(line.why, "" if line.ended else line.style)
        says.append(f" → {line.ended}" if line.ended else "", line.style or "default")
        grid.add_row(Text(line.day), Text(line.what, STYLES.get(line.what, "")), Text(line.who), says)
    Console().print(grid)
