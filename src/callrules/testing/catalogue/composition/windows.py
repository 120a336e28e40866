"""The law of guards: a window stands until it ends, whenever the guard is asked about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.deciding.answerer import Answerer
from callrules.errors import RuleFailed
from callrules.moments import Window
from callrules.testing.catalogue.shared.own_rules import scope_of_a_call
from callrules.testing.catalogue.shared.predicates import on_their_clock
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.oracle import DAY
from callrules.testing.policies import own_rules, playbook_behind
from callrules.testing.situations import MICROSECOND, Situation

FAR = 30 * DAY
"""A window without end is looked at so far ahead; a guard of the author's own all through a year."""
A_YEAR, IN_A_YEAR, PRIME = 365, 30, 17
"""Days of a year, how many of them are looked at in one life, and the stride by which lives share them out."""


@law(
    "windows-stand",
    says="A guard that is asked again inside a window says the same about every moment of it.",
    group="composition",
    at_the_end=True,
    exempts=unless((playbook_behind, "this policy shows no guards")),
    remedy="ask for windows of facts and of the calendar, never counted from the moment asked about",
)
def windows_stand(situation: Situation) -> Iterator[Broken]:
    """Ask every guard twice, also those of a playbook in other hands, whatever they declare.

    Inside its answer for `a`, that answer and a new one must permit the same (design, part 1).
    """
    playbook, own = playbook_behind(situation.policy), own_rules(situation.policy)
    for guard in playbook.plan["permits"] if playbook else ():
        differs = _differs(situation, guard, is_own=guard.rule in own)
        if differs:
            says = f"{guard.rule} is asked about {on_their_clock(situation, differs)}, and does not stand by its window"
            yield Broken(says=f"{says}: it slides", at=differs)


def _differs(situation: Situation, guard: Answerer, *, is_own: bool) -> dt.datetime | None:
    """A moment about which the guard says two things; one that raises is no matter of this law."""
    try:
        first = _answer(situation, guard, situation.now)
        moments = [*_looked_at(situation.now, first), *(_days_ahead(situation, first) if is_own else ())]
        return next((at for at in moments if _permits(first, at) != _permits(_answer(situation, guard, at), at)), None)
    except RuleFailed:
        return None


def _answer(situation: Situation, guard: Answerer, at: dt.datetime) -> Window | None:
    return guard.window(scope_of_a_call(situation), at)


def _permits(window: Window | None, at: dt.datetime) -> bool:
    return window is None or window.permits(at)


def _looked_at(now: dt.datetime, window: Window | None) -> list[dt.datetime]:
    """Before it opens, when it opens, inside and at its end."""
    opens = max(window.opens, now) if window and not window.is_never else now
    ends = window.closes if window and window.end else opens + FAR
    before = [now + (opens - now) / 2, opens - MICROSECOND]
    inside = [opens, opens + (ends - opens) / 3, opens + (ends - opens) / 2, ends - MICROSECOND]
    return [at for at in (*before, *inside) if now <= at < ends]


def _days_ahead(situation: Situation, window: Window | None) -> Iterator[dt.datetime]:
    """Noons of the week to come, and of a year by a stride that begins elsewhere in each life, inside the window."""
    person, today = situation.person, situation.person.day(situation.now)
    phase = situation.now.toordinal() * PRIME
    days = [*range(1, 8), *((phase + each * A_YEAR // IN_A_YEAR) % A_YEAR for each in range(IN_A_YEAR))]
    noons = (person.wall(today + each * DAY, 12) for each in days)
    yield from (at for at in noons if at > situation.now and (window is None or at < window.closes))
