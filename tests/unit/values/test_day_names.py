"""What a day is called hangs on the day alone: not on the locale that a host has set, nor on its system."""

from __future__ import annotations

import ast
import calendar
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import callrules
from callrules.day_names import dated, dated_with_weekday, day_and_month, month, short_weekday, weekday, weekday_and_day

A_NAME_OF_THE_LOCALE = re.compile(r"%-?[aAbBcpxX]|%-d")
THEIR_FORMS = "clocks.py"
"""Forms of dates that somebody else wrote, which are read by the names that they chose."""


def test_a_day_is_called_as_a_person_would_write_it() -> None:
    day = dt.date(2026, 11, 5)
    assert (weekday(day), short_weekday(day), month(day)) == ("Thursday", "Thu", "November")
    assert (dated(day), dated_with_weekday(day)) == ("05 Nov 2026", "Thu 05 Nov 2026")
    assert (day_and_month(day), weekday_and_day(day)) == ("5 Nov", "Thu 5 Nov")


def test_every_month_and_weekday_has_its_english_name() -> None:
    with calendar.different_locale("C"):
        days = [dt.date(2026, 1, 1) + dt.timedelta(days=ahead) for ahead in range(365)]
        assert [dated_with_weekday(day) for day in days] == [f"{day:%a %d %b %Y}" for day in days]


def test_no_sentence_hangs_on_the_locale_of_a_host() -> None:
    files = Path(callrules.__file__).parent.rglob("*.py")
    found = [f"{path.name}: {text}" for path in files if path.name != THEIR_FORMS for text in _told(path)]
    assert found == []


def _told(path: Path) -> Iterator[str]:
    """Yield the texts of a file by which a day would be called as the locale calls it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and A_NAME_OF_THE_LOCALE.search(node.value):
            yield node.value
