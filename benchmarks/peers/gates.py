"""The last gate before a phone rings, `may_call`, beside proactive-gate: consent, a snooze, quiet hours, once a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar

import attrs

from callrules import Consent, History, OptOut, Playbook, Reason, Snooze, Window, hookimpl
from callrules.rules import Snoozes
from peers.people import DAY, Case

Gate = Callable[[Case], bool]


@attrs.frozen
class AnyTime:
    """A reason that always stands, for a gate asks only whether one may."""

    name: ClassVar[str] = "any_time"

    @hookimpl
    def reasons(self) -> Reason:
        return Reason(name="any_time", says="something to say")


@attrs.frozen
class Daytime:
    """Is it between nine and eight?"""

    name: ClassVar[str] = "daytime"

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        day += DAY * (at.hour >= 20)
        return Window(start=day + dt.timedelta(hours=9), end=day + dt.timedelta(hours=20), says="daytime")


@attrs.frozen
class OnceADay:
    """Were they rung today already?"""

    name: ClassVar[str] = "once_a_day"

    @hookimpl
    def permits(self, history: History) -> Window | None:
        if not history.attempts:
            return None
        return Window(start=history.calendar.ends(history.attempts[-1].at), says="once a day")


def of_callrules(playbook: Playbook, histories: dict[str, History]) -> Gate:
    """Whether the phone may ring now."""
    return lambda case: playbook.may_call(case.contact, histories[case.contact.id], case.now).allowed


def a_playbook() -> Playbook:
    """The floor, which knows opt-outs, and the other three."""
    return Playbook(rules=(AnyTime(), Daytime(), OnceADay(), Snoozes()), strict=True)


def of_proactive_gate(people: list[Case]) -> Gate:
    """Whether a message may go out now; who was rung today has used up the budget of the day."""
    from proactive_gate import Gate as TheirGate
    from proactive_gate import MemoryStore, checks

    store = MemoryStore()
    for case in people:
        if case.flat["rested"] * DAY <= case.now - case.now.replace(hour=0):
            store.set("pg:" + checks.budget_key(case.contact.id, case.now, "UTC"), "1")
    gate = TheirGate([checks.Consent(), checks.Snooze(), checks.QuietHours(), checks.DailyBudget(limit=1)], store)
    asked = {case.contact.id: _asked(case) for case in people}
    return lambda case: gate.evaluate(asked[case.contact.id]).allowed


def _asked(case: Case) -> Any:
    from proactive_gate import Candidate, EvaluateInput, UserState
    from proactive_gate.types import QuietWindow

    snoozes = [fact.until for fact in case.facts if isinstance(fact, Snooze)]
    noes = [fact for fact in case.facts if isinstance(fact, OptOut)]
    lifted = any(isinstance(fact, Consent) for fact in case.facts)
    user = UserState(
        id=case.contact.id, consent=lifted or not noes, snoozed_until=snoozes[-1] if snoozes else None,
        timezone="UTC", quiet_hours=QuietWindow("20:00", "09:00"),
    )  # fmt: skip
    return EvaluateInput(user=user, candidate=Candidate(id="c", type="call"), now=case.now)
