"""Days and lists as one says them, in English by ourselves, in every other language by Babel (extra `words`)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from callrules.day_names import month, weekday
from callrules.errors import InvalidValue
from callrules.script import ENGLISH

FAR = dt.timedelta(days=300)
"""So far away a day is named with its year."""
A_YEAR = re.compile(r"[,\s]*(?:'[^']*'\s*)?y+(?:\s*'[^']*'|年)?")
"""The year in a pattern of the Unicode CLDR, with what belongs to it."""
EXTRA = "pip install 'callrules[words]'"


def day_in_words(day: dt.date, language: str = ENGLISH, seen_from: dt.date | None = None) -> str:
    """The day with its weekday, such as `Monday 8 February`; with the year where it is 300 days away or more."""
    is_far = seen_from is not None and abs(day - seen_from) >= FAR
    if language == ENGLISH:
        return f"{weekday(day)} {day.day} {month(day)}" + (f" {day.year}" if is_far else "")
    pattern = _babel(language, "core").Locale.parse(language).date_formats["full"].pattern
    shown = pattern if is_far else A_YEAR.sub("", pattern).strip(" ,")
    return str(_babel(language, "dates").format_date(day, shown, locale=language))


def list_in_words(several: Sequence[str], language: str = ENGLISH) -> str:
    """The texts as one phrase, such as `a price, a plan and a date`."""
    if language == ENGLISH:
        *others, last = several
        return f"{', '.join(others)} and {last}" if others else last
    return str(_babel(language, "lists").format_list(list(several), locale=language))


def _babel(language: str, module: str) -> Any:
    try:
        import importlib  # noqa: PLC0415 - an extra, and only asked for where another language is spoken

        return importlib.import_module(f"babel.{module}")
    except ImportError:
        expected = f"'{ENGLISH}', or the extra that knows days and lists of other languages: {EXTRA}"
        raise InvalidValue("Sender.language", language, expected) from None
