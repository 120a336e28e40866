"""What a rule can ask a history and a calendar, from their own docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from callrules import History, Window
from callrules.calendars import Calendar, possible_calendars, possible_zones
from callrules.moments import every_window, outside
from callrules.record import Record
from making.markdown import comma, doc, page, table

EXAMPLE = '''```python reorders.py
import attrs
from callrules import History, Reason, hookimpl
from callrules.declared import After, Due


@attrs.frozen
class Reorders:
    """Have they run out by now?"""

    name = "reorders"
    weeks: int = 4

    @property
    def declares(self) -> tuple[Due, ...]:
        return (Due(reason="reorder", after=After.PURCHASE, days=7 * self.weeks),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], days=7 * self.weeks)
        return Reason(name="reorder", due=due, about=str(due.date()), says="what they bought lasts a month")
```'''
HELPERS = (outside, every_window, possible_calendars, possible_zones)
HERS = {Record: ("seen_by", "entries", "contact", "add", "merge", "memory", "marks", "has_none", "kept")}
"""What the playbook has done already when a rule is asked, and what the house alone asks."""


def history_page() -> str:
    """Every answer that rules may ask for, and one rule that asks for some."""
    intro = (
        "A rule is handed `history`: the contact's own facts that stand, and answers about them.\n"
        "All of it is there already; nothing is read from anywhere, and no answer changes anything.\n"
        "Of several the oldest stands first. What happened to neighbours is left out, but where it says so."
    )
    calendar = (
        "`history.calendar` counts days where the person is. Where nobody knows their zone it is one of those they "
        "may be in: a guard about hours asks `possible_calendars(contact, number)`, and says `Window.never(...)` where "
        "there is none."
    )
    fields = f"Its fields: {comma(field.name for field in attrs.fields(Calendar))}. {' '.join(doc(Calendar).split())}"
    used_up = (
        "A reason is used up when its `name` and `about` were heard in a conversation. "
        "Without an `about`, or with `named`, it comes back when its `due` lies after that. "
        "So give `about` what makes the next one another one."
    )
    return page(
        "History and calendar",
        intro,
        _answers(Record, History),
        "## The calendar",
        calendar,
        fields,
        _answers(Calendar),
        "## For guards",
        table(("", ""), ((f"`{each.__module__}.{each.__name__}`", _says(each)) for each in HELPERS)),
        f"`Window.never(says)`: {_says(Window.never)}",
        "## A reason of your own",
        EXAMPLE,
        used_up,
    )


def _answers(*kinds: type) -> str:
    return table(("ask", "answer"), (row for kind in kinds for row in _rows(kind)))


def _rows(kind: type) -> Iterator[tuple[str, str]]:
    for name, each in vars(kind).items():
        if not name.startswith("_") and name not in HERS.get(kind, ()) and _says(each):
            yield f"`{name}{_call(each)}`", _says(each)


def _call(each: Any) -> str:
    if isinstance(each, (property, cached_property)):
        return ""
    return f"({', '.join(name for name in inspect.signature(each).parameters if name != 'self')})"


def _says(each: Any) -> str:
    is_answer = isinstance(each, (property, cached_property)) or callable(each)
    return (inspect.getdoc(each) or "").partition("\n\n")[0].replace("\n", " ") if is_answer else ""
