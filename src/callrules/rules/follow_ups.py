"""B2: an advance without a dated next step is followed up."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.facts import CallAttempt, Commitment, Fact
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason
from callrules.terms import Outcome


@attrs.frozen
class FollowUps:
    """Did the last talk move on, without a date for what comes next?

    Rulebook B2, E4. Due five working days after it, stale 30 days after it. Words sent instead do not answer it:
    call.
    """

    name: ClassVar[str] = "follow_ups"
    due_days: int = parameter(5, says="working days after the talk", source="rulebook B2")
    stale_days: int = parameter(30, says="days after the talk when it is stale", source="rulebook B2")

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talk = history.last_talk
        if not isinstance(talk, CallAttempt) or talk.outcome is not Outcome.ADVANCE or _has_a_date(history, talk):
            return None
        if history.settled_since(talk.at + (talk.at.resolution)):
            return None
        calendar = history.calendar
        due = calendar.starts(calendar.working_days_on(calendar.day(talk.at), self.due_days))
        expires = calendar.add(talk.at, days=self.stale_days)
        says = f"our talk moved on{_to(talk)}, without a date for what comes next"
        return Reason(name="follow_up", due=due, about=talk.key, says=says, expires=expires)


def _has_a_date(history: History, talk: CallAttempt) -> bool:
    return any(_names_a_date(fact) for fact in history.facts if fact.at >= talk.at)


def _names_a_date(fact: Fact) -> bool:
    if isinstance(fact, CallAttempt):
        return bool(fact.promises or fact.callback_at)
    return isinstance(fact, Commitment)


def _to(talk: CallAttempt) -> str:
    return f" ({', '.join(talk.agreed)})" if talk.agreed else ""
