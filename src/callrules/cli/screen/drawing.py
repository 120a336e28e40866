"""What people see: rich where somebody looks at a terminal, plain lines everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

from callrules.cli.options import is_for_people
from callrules.redaction import on_one_line

T = TypeVar("T")
LONG = 2_000
"""From so many on somebody who waits wants to see that it moves."""


def card(title: str, lines: Sequence[tuple[str, str]]) -> None:
    """A few labelled lines under a title."""
    title, lines = on_one_line(title), [(label, on_one_line(text)) for label, text in lines]
    if is_for_people():
        _drawn_card(title, lines)
    else:
        click.echo("\n".join([title, *(f"  {label:9}{text}" for label, text in lines)]))


def _drawn_card(title: str, lines: Sequence[tuple[str, str]]) -> None:
    from rich.console import Console
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    for place, (label, text) in enumerate(lines):
        grid.add_row(Text(label, "dim"), Text(text, "bold" if place == 0 else ""))
    Console().print(Panel(grid, title=Text(title, "bold"), title_align="left", border_style="cyan", expand=False))


def heading(text: str) -> None:
    """A line above a table."""
    click.echo(click.style(text, bold=True) if is_for_people() else text)


def table(
    rows: Iterable[Sequence[str]], *, bold: int | None = None, right: Sequence[int] = (0,), has_heads: bool = False
) -> None:
    """Rows in columns; the column `bold` stands out, those in `right` end flush. The first row may be their heads."""
    cells = [list(map(on_one_line, row)) for row in rows]
    if not is_for_people():
        _plain_table(cells, right)
    elif cells:
        _drawn_table(cells, bold, right, has_heads=has_heads)


def _plain_table(rows: list[list[str]], right: Sequence[int]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo(f"  {'  '.join(cells)}".rstrip())


def _drawn_table(rows: list[list[str]], bold: int | None, right: Sequence[int], *, has_heads: bool) -> None:
    """Draw columns beside one another, of which the widest is wrapped; on a narrow screen, one row below another."""
    from rich.console import Console

    from callrules.cli.screen.narrow import READABLE, listed, room_for_the_widest, stacked, widths_of

    widths, room = widths_of(rows), Console().width
    left = room_for_the_widest(widths, room)
    if left >= max(widths) or (left >= READABLE and not has_heads):
        _drawn_grid(rows, bold, right, widths.index(max(widths)))
        return
    for line in listed(rows[0], rows[1:], room) if has_heads else stacked(rows, room, bold):
        click.echo("".join(click.style(part, bold=True) if stands_out else part for part, stands_out in line))


def _drawn_grid(rows: list[list[str]], bold: int | None, right: Sequence[int], widest: int) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    for place in range(len(rows[0])):
        grid.add_column(
            justify="right" if place in right else "left",
            style="bold" if place == bold else "",
            no_wrap=place != widest,
        )
    for row in rows:
        grid.add_row(*map(Text, row))
    Console().print(Padding(grid, (0, 0, 0, 2)))


def progress(things: Iterable[T], total: int, says: str) -> Iterator[T]:
    """The same things, with a bar on stderr where there are many and somebody is looking."""
    if total < LONG or not sys.stderr.isatty():
        return iter(things)
    return _with_a_bar(things, total, says)


def _with_a_bar(things: Iterable[T], total: int, says: str) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(things, total=total, description=says, console=console, transient=True, update_period=0.2)
