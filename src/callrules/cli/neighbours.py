"""Facts of others that concern a person: tries on a shared number, a no said for a number or an account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from callrules.cli.contacts_file import Row
from callrules.cli.history_file import Line
from callrules.contact import Contact
from callrules.facts import CallAttempt, Consent, Fact, OptOut, Retraction

TELLING = ("number", "from_number", "account")
Told: TypeAlias = tuple[Fact, list[str], Fact]
"""A fact, the number and account it is about, and how it looks to others."""


class Neighbours:
    """Whose facts concern whom, by number and account; asking costs what is shared, not what is known."""

    def __init__(self, rows: Mapping[str, Row], lines: Mapping[str, Sequence[Line]]) -> None:
        """Look once at every line that may name a number or an account."""
        self._rows, self._lines = rows, lines
        self._told: dict[str, list[Told]] = {}
        self._troubles: dict[str, list[tuple[list[str], str]]] = {}
        self._at: dict[str, set[str]] = defaultdict(set)
        for whose, theirs in lines.items():
            only = self._only_number(whose)
            for line in theirs:
                for place in _named_in(line.fields, only):
                    self._at[place].add(whose)

    def of(self, contact: Contact) -> Iterator[Fact | str]:
        """The facts of others that concern this contact, each marked with whose it is, or why one cannot be read."""
        if not self._at:
            return
        places = {phone.number for phone in contact.phones} | ({contact.account} if contact.account else set())
        others = {whose for place in places for whose in self._at.get(place, ())} - {contact.id}
        for whose in sorted(others):
            yield from self._from(whose, places)
            yield from (says for named, says in self._troubles[whose] if places.intersection(named))

    def _only_number(self, whose: str) -> str | None:
        numbers = self._rows[whose].numbers if whose in self._rows else []
        return numbers[0] if len(numbers) == 1 else None

    def _from(self, whose: str, places: set[str]) -> Iterator[Fact]:
        theirs = self._told_by(whose)
        met = {fact.key for fact, told, _ in theirs if places.intersection(told)}
        for fact, _, marked in theirs if met else ():
            taken_back = isinstance(fact, Retraction) and fact.of in met
            if fact.key in met or taken_back or isinstance(fact, Consent):
                yield marked

    def _told_by(self, whose: str) -> list[Told]:
        """What somebody's facts are about, read once for all their neighbours."""
        if whose not in self._told:
            only, lines = self._only_number(whose), self._lines[whose]
            read = [(line, line.fact()) for line in lines]
            facts = [fact for _, fact in read if isinstance(fact, Fact)]
            self._told[whose] = [(fact, _told_in(fact, only), _marked(fact, whose, only)) for fact in facts]
            self._troubles[whose] = [
                (_named_in(line.fields, only), says) for line, says in read if isinstance(says, str)
            ]
        return self._told[whose]


def _named_in(fields: Mapping[str, Any], only: str | None) -> list[str]:
    named = [fields[name] for name in TELLING if isinstance(fields.get(name), str)]
    return named + ([only] if only and fields.get("type") == "call_attempt" and "number" not in fields else [])


def _told_in(fact: Fact, only: str | None) -> list[str]:
    """The number and the account that a fact is about; a call rang the only number there is."""
    if isinstance(fact, CallAttempt):
        if fact.is_inbound:
            return [number for number in (fact.number, fact.from_number) if number and fact.is_opt_out]
        return [number for number in (fact.number or only,) if number]
    if isinstance(fact, OptOut) and fact.is_opt_out:
        return [each for each in (fact.number, fact.account) if each]
    return []


def _marked(fact: Fact, whose: str, only: str | None) -> Fact:
    """The fact as somebody else's. Ids are kept apart, because people may each be counted from one."""
    changes: dict[str, Any] = {"contact": whose}
    if fact.id:
        changes["id"] = f"{whose} {fact.id}"
    if isinstance(fact, Retraction):
        changes["of"] = f"{whose} {fact.of}"
    if isinstance(fact, CallAttempt) and fact.number is None:
        changes["number"] = only
    return attrs.evolve(fact, **changes)
