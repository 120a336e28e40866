"""The law of guards: a window stands until it ends, whenever the guard is asked about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.deciding.answerer import Answerer
from callrules.errors import RuleFailed
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.step import Reason
from callrules.testing.catalogue.shared.predicates import on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY
from callrules.testing.policies import days_off_of
from callrules.testing.situations import MICROSECOND, Situation

ORDINARY = Reason(name="prospect", says="to be asked about")
FAR = 30 * DAY
"""A window without end is looked at so far ahead."""


@law(
    "windows-stand",
    says="A guard that is asked again inside a window says the same about every moment of it.",
    group="composition",
    at_the_end=True,
    needs_playbook=True,
    remedy="ask for windows of facts and of the calendar, never counted from the moment asked about",
)
def windows_stand(situation: Situation) -> Iterator[Broken]:
    """Ask every guard twice.

    Inside its answer for `a`, that answer and a new one must permit the same (design, part 1).
    """
    playbook = situation.policy
    if not isinstance(playbook, Playbook):
        return
    for guard in playbook.plan["permits"]:
        differs = _differs(situation, guard)
        if differs:
            says = f"{guard.rule} is asked about {on_their_clock(situation, differs)}, and does not stand by its window"
            yield Broken(says=f"{says}: it slides", at=differs)


def _differs(situation: Situation, guard: Answerer) -> dt.datetime | None:
    """A moment about which the guard says two things; one that raises is no matter of this law."""
    try:
        first = _answer(situation, guard, situation.now)
        moments = _looked_at(situation.now, first)
        return next((at for at in moments if _permits(first, at) != _permits(_answer(situation, guard, at), at)), None)
    except RuleFailed:
        return None


def _answer(situation: Situation, guard: Answerer, at: dt.datetime) -> Window | None:
    call = situation.call
    history = situation.history.seen_by(situation.contact, days_off_of(situation.policy))
    number = next((phone.number for phone in situation.contact.phones), None)
    scope = {"contact": situation.contact, "history": history, "reason": call.reason if call else ORDINARY}
    return guard.window({**scope, "number": call.number if call else number}, at)


def _permits(window: Window | None, at: dt.datetime) -> bool:
    return window is None or window.permits(at)


def _looked_at(now: dt.datetime, window: Window | None) -> list[dt.datetime]:
    """Before it opens, when it opens, inside and at its end."""
    opens = max(window.opens, now) if window and not window.is_never else now
    ends = window.closes if window and window.end else opens + FAR
    before = [now + (opens - now) / 2, opens - MICROSECOND]
    inside = [opens, opens + (ends - opens) / 3, opens + (ends - opens) / 2, ends - MICROSECOND]
    return [at for at in (*before, *inside) if now <= at < ends]
