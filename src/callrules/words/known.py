"""Everything that is known about a case: its days, hours, sums, counts, words and names."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from callrules.facts import Fact, Purchase
from callrules.step import Step
from callrules.words.numerals import WORDS
from callrules.words.slots import plain
from callrules.words.subject import Subject

KEYS = frozenset({"id", "contact", "number", "from_number", "currency", "recorded", "reason", "purpose", "topic"})
"""Fields of facts that are no words about the person."""
SHOWN_WHOLE = frozenset({"text", "source", "what", "place"})
"""Fields of facts that texts show as they are."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@attrs.frozen(slots=False)
class Known:
    """Values that the facts of a case say, read from the contact, the history, the sender and the step."""

    subject: Subject

    # --- days and hours

    @cached_property
    def days(self) -> frozenset[dt.date]:
        """Every day on which something happened or is to happen, today included."""
        named = {*self.subject.days.values(), self.subject.today}
        facts = (day for fact in self.subject.history.facts for day in self.days_of(fact))
        return frozenset({*named, *facts, *self._days_of(self.subject.step), *self._days_of(self.subject.contact)})

    def days_of(self, fact: Fact) -> Iterator[dt.date]:
        """The days of one fact: when it happened, and those that it names."""
        yield from self._days_of(fact)
        promises = (each.due for each in self.subject.history.promises if each.fact is fact)
        yield from (self.subject.history.calendar.day(due) for due in promises)

    def _days_of(self, value: Fact | Step | Any) -> Iterator[dt.date]:
        for moment in _moments(value):
            day = self.subject.history.calendar.day(moment) if isinstance(moment, dt.datetime) else moment
            yield day
            if getattr(value, "yearly", False):
                yield from (_in_year(day, year) for year in range(day.year, self.subject.today.year + 2))

    @cached_property
    def times(self) -> frozenset[dt.time]:
        """Every hour, to the minute, at which something happened or is to happen, on their clock."""
        calendar = self.subject.history.calendar
        moments = [moment for value in (*self.subject.history.facts, self.subject.step) for moment in _moments(value)]
        moments += [self.subject.at]
        told = {calendar.local(each).time() for each in moments if isinstance(each, dt.datetime)}
        hours = {clock for each in self.subject.contact.hours for clock in (each.opens, each.closes)}
        return frozenset(each.replace(second=0, microsecond=0, tzinfo=None, fold=0) for each in (*told, *hours))

    # --- sums and counts

    @cached_property
    def sums(self) -> frozenset[tuple[Decimal, str | None]]:
        """Every sum of money, and what each currency comes to altogether, in a year and so far."""
        bought = [each for each in self.subject.history.purchases if each.amount is not None]
        single = {(abs(each.amount or Decimal(0)), each.currency) for each in bought}
        return frozenset(single | set(_totals(bought)))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often things happened."""
        history = self.subject.history
        return {
            "bought": len(history.bought_at),
            "rang": len(history.attempts),
            "unanswered": len(history.row_of_unanswered),
            "talked": len(history.talks),
            "conversations": len(history.conversations),
            "wrote": len(history.written),
            "from_them": len([each for each in history.messages if each.is_from_them]),
            "inbound": len(history.inbound),
            **Counter(type(fact).__name__ for fact in history.facts),
        }

    # --- words

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Everything that anybody wrote down about the person, and what the sender goes by."""
        told = [text for fact in self.subject.history.facts for text in words_of_fact(fact)]
        told += [*words_of_fact(self.subject.contact), *words_of_fact(self.subject.sender)]
        told += [self.subject.reason.says] if self.subject.reason else []
        return tuple(told)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The values that a text may show as they are, the longest first."""
        contact, sender = self.subject.contact, self.subject.sender
        values = [contact.name, contact.goes_by, contact.account, contact.buys_from, contact.id, contact.email]
        values += [sender.name, sender.company, sender.email, *contact.common_ground, *contact.drivers]
        values += [self.subject.reason.says] if self.subject.reason else []
        values += [value for fact in self.subject.history.facts for value in _shown(fact)]
        lines = {plain(value) for value in values if value}
        return tuple(sorted({each.rstrip(" .") for each in lines if len(each) > 1}, key=len, reverse=True))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the texts, in lower case."""
        return frozenset(word.lower() for text in self.texts for word in WORD.findall(text))

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number in the texts."""
        digits = {Decimal(each) for text in self.texts for each in re.findall(r"\d+", text)}
        return frozenset(digits | {Decimal(WORDS[word]) for word in self.words if word in WORDS})

    @cached_property
    def telephones(self) -> frozenset[str]:
        """Every telephone number, as digits."""
        ours = (self.subject.sender.number, self.subject.contact.fax)
        theirs = (phone.number for phone in self.subject.contact.phones)
        called = (
            getattr(fact, field, None) for fact in self.subject.history.facts for field in ("number", "from_number")
        )
        return frozenset(re.sub(r"\D", "", each) for each in (*ours, *theirs, *called) if each)


def _moments(value: Any) -> Iterator[dt.date]:
    for field in attrs.fields(type(value)) if value is not None else ():
        held = getattr(value, field.name) if field.name != "recorded" else None
        if isinstance(held, dt.date):
            yield held


def _in_year(day: dt.date, year: int) -> dt.date:
    try:
        return day.replace(year=year)
    except ValueError:
        return dt.date(year, 2, 28)


def words_of_fact(value: Any) -> Iterator[str]:
    """Give everything that a fact, a contact or a sender holds in words."""
    for field in attrs.fields(type(value)):
        held = None if field.name in KEYS else getattr(value, field.name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, str):
                yield each


def _shown(fact: Fact) -> Iterable[str]:
    values = (getattr(fact, name, None) for name in SHOWN_WHOLE)
    return (*(each for each in values if isinstance(each, str)), *getattr(fact, "agreed", ()))


def _totals(bought: list[Purchase]) -> Iterator[tuple[Decimal, str | None]]:
    for currency in {each.currency for each in bought}:
        own = [each for each in bought if each.currency == currency]
        yield sum((each.amount or Decimal(0) for each in own), Decimal(0)), currency
        for year in {each.at.year for each in own}:
            yield sum((each.amount or Decimal(0) for each in own if each.at.year == year), Decimal(0)), currency
