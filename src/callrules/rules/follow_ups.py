"""B2: an advance without a dated next step is followed up."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Commitment, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason
from callrules.vocabulary import Kind, Outcome, Party


@attrs.frozen
class FollowUps:
    """Did the last talk move on, without a call agreed for what comes next?

    Rulebook B2, E4. Due five working days after it, or after what was to be sent or met; stale 30 days of the calendar
    after that, which must be more than those working days take at least. Words sent instead do not answer it: call.
    """

    name: ClassVar[str] = "follow_ups"
    only_with: ClassVar[Kinds] = (Outcome.ADVANCE,)
    due_days: int = parameter(5, says="working days after the talk", source="rulebook B2")
    stale_days: int = parameter(30, says="days after the talk when it is stale", source="rulebook B2")

    def __attrs_post_init__(self) -> None:
        soonest = self.due_days // 5 * 7 + self.due_days % 5
        if self.stale_days <= soonest:
            later = f"more than {soonest}: {self.due_days} working days are so many days at least, and it is due then"
            raise InvalidValue("FollowUps.stale_days", self.stale_days, later)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talk = history.last_talk
        if not isinstance(talk, CallAttempt) or talk.outcome is not Outcome.ADVANCE or _is_taken_care_of(history, talk):
            return None
        if history.settled_since(talk.at + talk.at.resolution):
            return None
        calendar, last = history.calendar, _last_step(history, talk)
        due = calendar.starts(calendar.working_days_on(calendar.day(last), self.due_days))
        says = f"our talk moved on{_to(talk)}, and no call was agreed for what comes next"
        expires = calendar.add(last, days=self.stale_days)
        return Reason(name="follow_up", due=due, about=talk.key, says=says, expires=expires)


def _agreed_since(history: History, talk: CallAttempt) -> list[Commitment]:
    return [each for each in history.commitments if each.at >= talk.at]


def _is_taken_care_of(history: History, talk: CallAttempt) -> bool:
    """Whether a promised call, ours or theirs, is what comes next."""
    agreed = (each.kind is Kind.CALL or each.by is Party.THEM for each in _agreed_since(history, talk))
    return any(agreed) or any(promise.fact.at >= talk.at for promise in history.promises)


def _last_step(history: History, talk: CallAttempt) -> dt.datetime:
    """When the last thing that was agreed is over, be it sent or met; the talk itself where there is none."""
    dues = (each.due for each in _agreed_since(history, talk) if each.due)
    return max((talk.at, *(history.calendar.starts(due) for due in dues)))


def _to(talk: CallAttempt) -> str:
    return f" ({', '.join(talk.agreed)})" if talk.agreed else ""
