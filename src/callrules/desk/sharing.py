"""Sharing out the calls that are due: one a day for each person, account and number, and so many for each rep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from callrules.calendars import calendar_of
from callrules.desk.collisions import Wanted, wanted
from callrules.desk.day_order import is_asked_for
from callrules.desk.due import Due
from callrules.desk.left_out import MORE, OTHERS, RED_PHONES, TAKEN, Group
from callrules.desk.looking import Looked
from callrules.desk.pages import Page, page_of
from callrules.desk.red_phone_budget import next_month


def shared_out(looked: Looked, most: int | None) -> list[Due]:
    """The calls of the list in order; everybody else who is due is counted."""
    firsts, losers = _one_for_each(looked)
    chosen = {each.contact.id: each for each in _on_their_pages(looked, firsts, most)}
    theirs = [each for each in firsts if each.contact.id in chosen and looked.is_theirs(each)]
    listed = theirs if most is None else theirs[:most]
    ids = {each.contact.id for each in listed}
    for each in firsts:
        if each.contact.id not in ids:
            _count(looked, each, MORE)
    for each, what, winner in losers:
        _count(looked, each, TAKEN[what] if winner in chosen else MORE)
    return listed


def _count(looked: Looked, due: Due, group: Group, at: dt.datetime | None = None) -> None:
    if looked.is_theirs(due):
        looked.counted.add(group, at or due.call.at)
    else:
        looked.counted.add(OTHERS, None)


def _one_for_each(looked: Looked) -> tuple[list[Due], list[tuple[Due, str, str]]]:
    """The first for each person, account and number, and those who come after one of them, with whom."""
    firsts: list[Due] = []
    losers: list[tuple[Due, str, str]] = []
    taken: dict[Wanted, str] = {}
    for due in sorted(looked.calls, key=attrgetter("key")):
        wants = wanted(due.contact, due.call)
        before = next((each for each in wants if each in taken), None)
        if before:
            losers.append((due, before[0], taken[before]))
        elif _may_be_rung(looked, due):
            firsts.append(due)
            taken.update(dict.fromkeys(wants, due.contact.id))
    return firsts, losers


def _may_be_rung(looked: Looked, due: Due) -> bool:
    """Whether nobody beside them was rung today, and the budget of red phones allows it; else they are counted."""
    rung = None if is_asked_for(due.call) else looked.rung.by_others(due.contact, due.call)
    if rung:
        _count(looked, due, rung, calendar_of(due.contact).ends(looked.now))
        return False
    name = due.rep.name if due.rep else looked.rep
    if not looked.spent.allows(due.contact, due.call, name):
        _count(looked, due, RED_PHONES, next_month(due.contact, looked.now))
        return False
    looked.spent.spend(due.contact, due.call, name)
    return True


def _on_their_pages(looked: Looked, firsts: list[Due], most: int | None) -> Iterator[Due]:
    """Those on the page of their rep. The list of one rep has `most` calls where that is given."""
    by_rep = sorted(firsts, key=lambda each: (each.rep.name if each.rep else "", each.key))
    for _, several in groupby(by_rep, key=lambda each: each.rep):
        dues = list(several)
        rep = dues[0].rep
        asked_for = most if rep is None or rep.name == looked.rep else None
        page = page_of(rep, looked.now, asked_for, looked.made.get(rep.name, {})) if rep else Page[Due](size=most or 0)
        yield from page.of(dues)
