"""Who missed a meeting gets a kind word and another chance."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.channels import best_channel
from callrules.contact import Contact
from callrules.facts import Commitment, Kinds, Meeting
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window
from callrules.promises import is_awaited
from callrules.remembered import found_once
from callrules.step import Because, Reason, Write
from callrules.vocabulary import COLD, Kind


@attrs.frozen
class MissedMeetings:
    """Were we to meet, and did not?

    Rulebook F13: what was agreed is not let drop. Until then no cold call is made, as to a prospect, a competitor's, a
    lapsed or a dormant customer; a reason of any other name is none. A note without blame, an hour after
    the time, or at the end of a day without one; stale after two weeks.
    """

    name: ClassVar[str] = "missed_meetings"
    only_with: ClassVar[Kinds] = (Kind.MEET,)
    patience_hours: int = parameter(1, says="hours after the time", source="house judgement")
    stale_days: int = parameter(14, says="days after which it is stale", source="as recently met: rulebook E2")

    @hookimpl
    def before(self, contact: Contact, history: History, reason: object, at: dt.datetime) -> Write | None:
        meeting = self._unsettled(history) if reason is None else None
        channel = best_channel(contact, history) if meeting else None
        if meeting is None or channel is None:
            return None
        missed = self._over(history, meeting)
        if at >= missed + dt.timedelta(days=self.stale_days):
            return None
        because = (Because(self.name, "missed_meeting", "we were to meet and no meeting is noted"),)
        return Write(at=missed, since=missed, purpose="missed_meeting", channel=channel, because=because)

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        meeting = self._unsettled(history) if reason.name in COLD else None
        if meeting is None:
            return None
        return Window(start=self._over(history, meeting), says="we are to meet: no cold call before that")

    @found_once
    def _unsettled(self, history: History) -> Commitment | None:
        """The last meeting agreed on, unless it came about, was called off or was spoken of."""
        meetings = [each for each in history.commitments if each.kind is Kind.MEET and each.due]
        last = meetings[-1] if meetings else None
        return last if last and is_awaited(history, last) and not _is_settled(history, last) else None

    def _over(self, history: History, meeting: Commitment) -> dt.datetime:
        start = history.calendar.starts(meeting.due or history.calendar.day(meeting.at))
        if isinstance(meeting.due, dt.datetime):
            return start + dt.timedelta(hours=self.patience_hours)
        return history.calendar.ends(start)


def _is_settled(history: History, meeting: Commitment) -> bool:
    met = any(fact.at > meeting.at for fact in history.of(Meeting))
    due = history.calendar.starts(meeting.due or history.calendar.day(meeting.at))
    return met or history.settled_since(due) or history.wrote("missed_meeting", due)
