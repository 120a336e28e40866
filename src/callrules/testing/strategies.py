"""Hypothesis strategies for people, what happened to them, and moments: valid by construction, plainest first.

Nothing is filtered. A case is a handful of bytes: each byte decides one thing, and zero is the plainest. Cases
shrink to a clock like that of UTC, an ordinary Monday at ten, and nothing that ever happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from callrules.contact import Contact, Phone
from callrules.desk.desks import Desk
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.rules import HOUSE_RULES
from callrules.step import Reason
from callrules.testing.generating import cases
from callrules.testing.generating.books import Book, book_from, halves, past_from
from callrules.testing.generating.cases import NEAR, Drawn, contact_from
from callrules.testing.generating.desks import desk_from
from callrules.testing.generating.facts_by_kind import fact_of
from callrules.testing.generating.scenarios import Scenario, scenario_from
from callrules.testing.generating.windows_and_reasons import chosen_rules, reason_from, window_from
from callrules.testing.lives import LADDER, SECOND, Dice
from callrules.testing.lives.events import THEMES, Event
from callrules.testing.policies import as_policy

__all__ = [
    "NEAR",
    "Drawn",
    "attempts",
    "books",
    "contact_from",
    "contacts",
    "desks",
    "facts",
    "histories",
    "instants",
    "lives",
    "merges",
    "pasts",
    "people",
    "phones",
    "policies",
    "reasons",
    "rule_sets",
    "scenarios",
    "situations",
    "windows",
    "zones",
]  # fmt: skip

_CONTACT = st.binary(min_size=cases.CONTACT, max_size=cases.CONTACT)
_BEGINNING = st.binary(min_size=5, max_size=5)
_DEED = st.binary(min_size=32, max_size=32)
_EVENTS = st.lists(_DEED, max_size=10)
_LIFE = st.tuples(_BEGINNING, _EVENTS)
_ENDING = st.binary(min_size=8, max_size=8)
_LIVES: SearchStrategy[Drawn] = st.tuples(_CONTACT, _LIFE, _ENDING)


def zones() -> SearchStrategy[str]:
    """An IANA zone of the ladder: from one whose clock is UTC, over the most awkward, to those that name no place."""
    return st.sampled_from(LADDER)


def instants() -> SearchStrategy[dt.datetime]:
    """An aware moment in UTC, to the second: a plain Monday, or beside a landmark of some zone."""
    return st.tuples(_BEGINNING, st.sampled_from(LADDER)).map(cases.moment_from)


def windows() -> SearchStrategy[Window]:
    """A valid window: open for ever, from some moment on, until some moment, between two, or never."""
    return st.tuples(_BEGINNING, _ENDING).map(window_from)


def reasons() -> SearchStrategy[Reason]:
    """A reason to call, of the house or a guest's; due at any time or from a moment on, perhaps named by them."""
    return st.tuples(_BEGINNING, _ENDING).map(reason_from)


def contacts() -> SearchStrategy[Contact]:
    """Somebody to call, with or without zone, region, phones, channels, hours, account, role."""
    return _CONTACT.map(contact_from)


def phones() -> SearchStrategy[Phone]:
    """A telephone number of any kind of line, perhaps with a zone of its own."""
    return _ENDING.map(cases.phone_from)


def attempts() -> SearchStrategy[CallAttempt]:
    """One call of any kind, on any number."""
    return st.tuples(_CONTACT, _DEED).map(cases.call_from)


def facts(contact: Contact, kind: type[Fact] | None = None) -> SearchStrategy[Fact]:
    """One fact about this contact: of that kind, else of any. Raises `InvalidValue` for what is no kind of fact."""
    if kind is None or kind is Fact:
        return st.tuples(_BEGINNING, _EVENTS.map(lambda events: events[:1])).map(partial(cases.fact_from, contact))
    return st.tuples(_BEGINNING, _DEED).map(fact_of(contact, kind))


def histories(contact: Contact, *, unit: dt.timedelta = SECOND) -> SearchStrategy[History]:
    """Draw histories of this contact: a life with a theme, its moments beside landmarks and the playbook's steps."""
    return _LIFE.map(lambda life: cases.history_from(contact, life, unit))


def pasts(contact: Contact) -> SearchStrategy[History]:
    """Draw what another system knew of this contact, imported at one moment (`recorded`): no playbook asked for it."""
    return _LIFE.map(partial(past_from, contact))


def merges(history: History) -> SearchStrategy[tuple[History, History]]:
    """Two histories that overlap, and whose union this one is; the plainest are two that know everything."""
    size = len(history.entries)
    return st.binary(min_size=size, max_size=size).map(partial(halves, history))


def people() -> SearchStrategy[tuple[Contact, History]]:
    """A contact and their history."""
    return st.tuples(_CONTACT, _LIFE).map(_person)


def books(max_contacts: int = 3) -> SearchStrategy[Book]:
    """Up to so many people as `day_list` takes them, some of whom share numbers or an account.

    Each history holds the facts of all, with the contact that each is about, as a host's shared book does.
    """
    return st.tuples(_BEGINNING, st.lists(st.tuples(_CONTACT, _LIFE), max_size=max_contacts)).map(book_from)


def desks() -> SearchStrategy[Desk]:
    """A desk of up to three reps, some of whom keep hours for calling, or are away; the plainest knows nobody."""
    return st.lists(_DEED, max_size=3).map(desk_from)


def situations(*, unit: dt.timedelta = SECOND) -> SearchStrategy[tuple[Contact, History, dt.datetime]]:
    """A contact, their history and a moment to ask about, seldom before the last fact. `unit`: second or minute."""
    return _LIVES.map(partial(_situation, unit))


def scenarios(*policy: Any, events: Iterable[Event] = ()) -> SearchStrategy[Scenario]:
    """Lives led under your policy, shown as stories, with the facts in the order in which they became known.

    `policy` is what `laws` takes: a rule or several, a playbook, a TOML file; nothing for the house. `events` of
    your own, functions of a `Life` and a `Dice` that add facts, are done among all others. `stages` of a
    `Scenario` are all that was known at each point of it.
    """
    own = tuple(events)
    return _LIVES.map(partial(scenario_from, as_policy(*policy), tuple((*theme, *own, *own) for theme in THEMES)))


def rule_sets(rules: Iterable[Any] = HOUSE_RULES) -> SearchStrategy[tuple[Any, ...]]:
    """Some of the rules, in any order: for what must hold of all compositions. The plainest is none of them."""
    pool = tuple(rules)
    drawn = st.binary(min_size=len(pool), max_size=len(pool))
    return st.tuples(drawn, drawn).map(partial(chosen_rules, pool))


def policies(rules: Iterable[Any] = HOUSE_RULES) -> SearchStrategy[Playbook]:
    """A playbook of some of the rules, in any order; the floor is in each."""
    return rule_sets(rules).map(Playbook)


def lives() -> SearchStrategy[Drawn]:
    """The bytes of one life; `callrules.testing.generating.generator` leads it under a policy."""
    return _LIVES


def _person(drawn: tuple[bytes, cases.DrawnLife]) -> tuple[Contact, History]:
    contact = contact_from(drawn[0])
    return contact, cases.history_from(contact, drawn[1])


def _situation(unit: dt.timedelta, drawn: Drawn) -> tuple[Contact, History, dt.datetime]:
    contact = contact_from(drawn[0])
    life = cases.lived(contact, drawn[1], unit=unit)
    return contact, life.history, cases.looked_at(life, Dice(drawn[2]))
