"""Tables on a screen that is too narrow for them: no number is ever cut, and what is long goes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

GAP = 2
"""Blanks between columns, and before a table."""
READABLE = 24
"""A column of words is wrapped down to that width; below it the words take lines of their own."""
GLUED = "\N{NO-BREAK SPACE}"
Styled = tuple[tuple[str, bool], ...]
"""A line in parts, each bold or not."""


def widths_of(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is where nothing is wrapped."""
    from rich.cells import cell_len

    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def room_for_the_widest(widths: Sequence[int], room: int) -> int:
    """How much is left for the widest column, where the others stand beside it in full."""
    return room - (sum(widths) - max(widths)) - GAP * len(widths)


def stacked(rows: Sequence[Sequence[str]], room: int, bold: int | None) -> Iterator[Styled]:
    """Yield each row as lines: its cells without the widest one, and that one below them."""
    widths = widths_of(rows)
    widest = widths.index(max(widths))
    for row in rows:
        first, *others = (place for place in range(len(row)) if place != widest)
        cells = [(row[first].rjust(widths[first]), first == bold), *((row[each], each == bold) for each in others)]
        yield from _packed(cells, room)
        indent = GAP + widths[first] + GAP
        indent = indent if room - indent >= READABLE else 2 * GAP
        yield from (((f"{' ' * indent}{line}", False),) for line in wrap(row[widest], room - indent))


def _packed(cells: Sequence[tuple[str, bool]], room: int) -> Iterator[Styled]:
    """Put as many cells on a line as there is room for."""
    from rich.cells import cell_len

    indent = GAP + cell_len(cells[0][0])
    line, used = [(" " * GAP, False), cells[0]], indent
    for cell, bold in cells[1:]:
        if used + GAP + cell_len(cell) > room and used > indent:
            yield tuple(line)
            line, used = [(" " * indent, False)], indent
        line += [(" " * GAP, False), (cell, bold)]
        used += GAP + cell_len(cell)
    yield tuple(line)


def listed(heads: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> Iterator[Styled]:
    """Yield each row as its name, and below it what stands in its other columns, each with its head."""
    for name, *cells in rows:
        told = [f"{head} {cell}".replace(" ", GLUED) for head, cell in zip(heads[1:], cells, strict=True) if cell]
        yield ((f"{' ' * GAP}{name}", True),)
        for line in wrap(", ".join(told), room - 2 * GAP, break_long_words=False):
            yield ((f"{' ' * 2 * GAP}{line.replace(GLUED, ' ')}", False),)
