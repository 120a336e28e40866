"""A narrow terminal beside the CRM: whoever sits there can still read every number, and dial it."""

import pytest
from rich.cells import cell_len

from callrules.cli.screen import drawing

CALLS = [
    [
        "1",
        "Klant 174403 (174403)",
        "+31205550094",
        "Wed 12:00 there",
        "used to buy, stopped: bought twice, last in May",
    ],
    ["10", "Jonkheer van Wassenaer-Obdam tot Twickel (9)", "+31205550107", "Wed 12:00 there", "never bought from us"],
]
FIGURES = [
    ["", "offered", "dials", "talks", "people", "call-backs", "missed blocks", "money", "talks of dials"],
    ["Anja de Vries", "1,107", "4,012", "1,001", "993", "12", "74 of 76", "", "1,001 of 4,012 (25 %, 24–26 %)"],
]
SHARES = [["1,234 of 5,678 (22 %, 21–23 %)", "conversations that ended with a dated next call"]]


@pytest.fixture
def drawn(monkeypatch, capsys):
    monkeypatch.setattr(drawing, "is_for_people", lambda: True)

    def draw(width, rows, **how):
        monkeypatch.setenv("COLUMNS", str(width))
        drawing.table(rows, **how)
        return [line.rstrip() for line in capsys.readouterr().out.splitlines()]

    return draw


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
@pytest.mark.parametrize(("rows", "how"), [(CALLS, {"bold": 1}), (FIGURES, {"has_heads": True}), (SHARES, {})])
def test_no_line_is_longer_than_the_screen_and_no_figure_is_cut(drawn, width, rows, how):
    lines = drawn(width, rows, **how)
    said = " ".join(" ".join(lines).split())
    assert max(map(cell_len, lines)) <= max(width, 50)
    assert "…" not in said
    figures = [word for row in rows for cell in row for word in cell.split() if any(map(str.isdigit, word))]
    assert all(word in said for word in figures)


@pytest.mark.parametrize("width", [60, 80])
def test_a_number_to_dial_stands_whole_on_one_line_and_the_reason_below(drawn, width):
    lines = drawn(width, CALLS, bold=1)
    (place,) = (place for place, line in enumerate(lines) if "+31205550094" in line)
    assert lines[place] == "   1  Klant 174403 (174403)  +31205550094  Wed 12:00 there"
    assert lines[place + 1].strip().startswith("used to buy")


def test_where_there_is_room_everything_stands_in_columns(drawn):
    assert [len(drawn(140, rows, **how)) for rows, how in ((CALLS, {}), (FIGURES, {"has_heads": True}))] == [2, 2]


def test_figures_that_have_no_room_are_told_one_row_below_another_each_with_its_head(drawn):
    lines = drawn(60, FIGURES, has_heads=True)
    assert lines[0] == "  Anja de Vries"
    assert "missed blocks 74 of 76" in " ".join(lines)
    assert "money" not in " ".join(lines)
