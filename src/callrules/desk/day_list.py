"""Today's calls: who is due now, and, counted, why everybody else is not on the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import itemgetter
from typing import TypeAlias

import attrs

from callrules.checks import instant
from callrules.contact import Contact
from callrules.desk.day_order import day_key
from callrules.desk.left_out import MORE, RED_PHONES, TAKEN, Group, Person, what_binds
from callrules.desk.red_phone_budget import RedPhoneBudget, Spent, next_month
from callrules.moments import END_OF_TIME
from callrules.playbook import Playbook
from callrules.step import Call

RED_PHONE_BUDGET = RedPhoneBudget()
"""50 a year and six a month for each rep (rulebook C1)."""
_Due: TypeAlias = tuple[str, Contact, Call]


@attrs.frozen(kw_only=True)
class LeftOut:
    """How many people are not on the list for one reason, and when the first of them can be called."""

    code: str
    says: str
    count: int = 1
    next_at: dt.datetime | None = None


@attrs.frozen(kw_only=True)
class DayList:
    """The calls to make now, best first, and everybody else exactly once: calls and left_out are all people."""

    at: dt.datetime
    calls: tuple[tuple[Contact, Call], ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def __len__(self) -> int:
        """How many people were looked at."""
        return len(self.calls) + sum(each.count for each in self.left_out)

    def leaving_out(self, code: str, says: str, count: int) -> DayList:
        """This list, with others counted whom nobody could ask about; none changes nothing."""
        more = (LeftOut(code=code, says=says, count=count),) if count else ()
        return attrs.evolve(self, left_out=_largest_first((*self.left_out, *more)))


def day_list(
    playbook: Playbook,
    people: Iterable[Person],
    now: dt.datetime,
    *,
    most: int = 5,
    rep: str | None = None,
    red_phones: RedPhoneBudget = RED_PHONE_BUDGET,
) -> DayList:
    """The calls that are due `now`, at most `most`, and why everybody else is left out.

    They come in the order of `day_key`: returned calls and promises first, then the rank of reasons. Among warm
    reasons the longest overdue comes first; among cold ones who bought on most days, then who fell due last, for
    that is the customer worth winning back. Nobody, no account and no number is rung twice. People are looked at
    one by one; only those who are due are kept. Red phones are rung within the budget of `rep` (else of the contact's
    owner), of which the dials of these people are counted (rulebook C1).
    """
    now = instant(now, "now")
    due: list[_Due] = []
    counted, spent = _Counted(), Spent(budget=red_phones)
    for contact, history in people:
        spent.add(contact, history, now)
        step = playbook.next_step(contact, history, now)
        if isinstance(step, Call) and step.is_due(now):
            due.append((day_key(contact, history, step), contact, step))
        else:
            counted.add(what_binds(playbook, (contact, history), step), step.at)
    calls = _chosen(_affordable(due, spent, rep, now, counted), most, counted, partial(spent.spend, rep=rep))
    return DayList(at=now, calls=calls, left_out=counted.groups())


def _affordable(due: list[_Due], spent: Spent, rep: str | None, now: dt.datetime, counted: _Counted) -> Iterator[_Due]:
    """The calls in order, less red phones beyond the budget."""
    for each in sorted(due, key=itemgetter(0)):
        _, contact, call = each
        if spent.allows(contact, call, rep):
            yield each
        else:
            counted.add(RED_PHONES, next_month(contact, now))


def _chosen(
    due: Iterable[_Due], most: int, counted: _Counted, spend: Callable[[Contact, Call], None]
) -> tuple[tuple[Contact, Call], ...]:
    calls: list[tuple[Contact, Call]] = []
    taken: set[tuple[str, str]] = set()
    for _, contact, call in due:
        wants = _wants(contact, call)
        twice = next((TAKEN[what] for what, which in wants if (what, which) in taken), None)
        if twice or len(calls) >= most:
            counted.add(twice or MORE, call.at)
            continue
        calls.append((contact, call))
        spend(contact, call)
        taken.update(wants)
    return tuple(calls)


def _wants(contact: Contact, call: Call) -> list[tuple[str, str]]:
    named = (("contact", contact.id), ("account", contact.account), ("number", call.number))
    return [(what, which) for what, which in named if which]


class _Counted:
    """People counted by what keeps them off the list, with the earliest moment of each group."""

    def __init__(self) -> None:
        self._groups: dict[Group, tuple[int, dt.datetime]] = {}

    def add(self, group: Group, at: dt.datetime | None) -> None:
        count, first = self._groups.get(group, (0, END_OF_TIME))
        self._groups[group] = (count + 1, min(first, at or END_OF_TIME))

    def groups(self) -> tuple[LeftOut, ...]:
        return _largest_first(
            LeftOut(code=code, says=says, count=count, next_at=None if at == END_OF_TIME else at)
            for (code, says), (count, at) in self._groups.items()
        )


def _largest_first(groups: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(groups, key=lambda each: (-each.count, each.says)))
