"""The days and hours of a text that no fact names, and that the gate would not permit either."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs

from callrules.deciding.days_of_ours import first_permitted_day, first_permitted_moment
from callrules.deciding.question import Question
from callrules.facts import Fact
from callrules.words.figures import Strange
from callrules.words.known import Known
from callrules.words.said_days import SaidDay, said_days

CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>a\.?m\.?|p\.?m\.?|o'clock)(?!\w)"
    r"|\b(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)\b|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)
CALLS = re.compile(r"\b(?:call|ring|phone|try|talk|speak|reach|hear|suits?|touch|meet|look)\b", re.IGNORECASE)
OFFERS = re.compile(r"\b(?:shall|may|can|could|would|will|let)\b|'ll\b", re.IGNORECASE)
"""What turns a sentence about what happened into an offer as well."""
NOON = 12


@attrs.frozen
class Almanac:
    """The days and hours that may be named: those of the facts, and those to come on which a call is permitted."""

    known: Known
    asked: Question | None

    def strange_days(self, text: str, left: str, facts: Iterable[Fact]) -> Iterator[Strange]:
        """Give every day in what is left of a sentence that does not fit the facts of which the sentence speaks."""
        spoken_of = list(facts)
        fitting = self._fitting(spoken_of)
        noted = " ".join(self.known.texts).lower()
        for each in said_days(left, self.known.subject.today):
            may_be_offered = not spoken_of or (not each.is_open and OFFERS.search(text))
            offered = bool(may_be_offered) and self._is_offered(each, text)
            fits = offered or any(each.holds(day) for day in fitting)
            if not fits and left[each.start : each.end].lower() not in noted:
                yield "date", "no fact names this day", (each.start, each.end)

    def _fitting(self, facts: list[Fact]) -> frozenset[dt.date]:
        """The days of what the sentence speaks of; where it speaks of nothing that happened, every known day."""
        if not facts:
            return self.known.days
        return frozenset({day for fact in facts for day in self.known.days_of(fact)} | {self.known.subject.today})

    def _is_offered(self, each: SaidDay, text: str) -> bool:
        """Whether it is a day to come for which we offer a call that the gate permits."""
        if not each.is_ahead or each.day is None or self.asked is None or not CALLS.search(text):
            return False
        return first_permitted_day(self.asked, each.day) == each.day

    def strange_hours(self, text: str, left: str) -> Iterator[Strange]:
        """Give every hour at which nothing happened, is to happen, or may be offered."""
        for found in CLOCK.finditer(left):
            time = _clock(found)
            if time not in self.known.times and not self._is_an_offered_hour(time, text):
                yield "time", "no fact names this hour", found.span()

    def _is_an_offered_hour(self, time: dt.time, text: str) -> bool:
        asked, subject = self.asked, self.known.subject
        if asked is None:
            return False
        said = list(said_days(text, subject.today))
        ahead = [each.day for each in said if each.day and self._is_offered(each, text)]
        if not said and CALLS.search(text) and OFFERS.search(text):
            ahead = [subject.today]
        moments = [subject.history.calendar.wall(day, time) for day in ahead]
        return any(first_permitted_moment(asked, moment) == moment for moment in moments)


def without_days(text: str, today: dt.date) -> str:
    """The text with its days left blank, so that their figures are not counted."""
    for each in said_days(text, today):
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _clock(found: re.Match[str]) -> dt.time:
    if found["word"]:
        return dt.time(NOON if found["word"].lower() == "noon" else 0)
    if found["h"]:
        return dt.time(int(found["h"]), int(found["m"]))
    hour, half = int(found["hour"]), found["half"].lower().replace(".", "")
    hour = hour % NOON + NOON if half == "pm" else hour % NOON if half == "am" else hour
    return dt.time(hour, int(found["minute"] or 0))
