"""What a text is about: the person, what happened, the step, who speaks, and the days that we may name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

import attrs

from callrules.contact import Contact
from callrules.facts import CallAttempt, Fact, Insight, Meeting, Message
from callrules.history import History
from callrules.promises import NOTES, Promise
from callrules.script import Sender
from callrules.step import Call, Reason, Step, Write

FRESH = dt.timedelta(days=90)
"""An insight older than this teaches nothing new (rulebook C4)."""


@attrs.frozen(slots=False, kw_only=True)
class Subject:
    """One step towards one person, seen from the moment at which it is done.

    `days` are days of ours, by the slot in which they are named; each was settled by the engine (rulebook G21).
    """

    contact: Contact
    history: History
    sender: Sender
    at: dt.datetime
    reason: Reason | None = None
    step: Step | None = None
    days: Mapping[str, dt.date] = attrs.field(factory=dict)

    @property
    def today(self) -> dt.date:
        """The day on which it is done, as the person counts days."""
        return self.history.calendar.day(self.at)

    def fact(self, key: str | None) -> Fact | None:
        """The fact of the contact's own that is known by that key."""
        known = self.history.event(key)
        return next((fact for fact in self.history.facts if fact.key == known), None) if key else None

    @cached_property
    def about(self) -> Fact | None:
        """The fact that the reason is about, where it is about one."""
        return self.fact(self.reason.about) if self.reason else None

    @cached_property
    def promise(self) -> Promise | None:
        """The promise of ours that the reason is about."""
        if self.reason is None:
            return None
        key = self.history.event(self.reason.about)
        known = [each for each in self.history.promises if each.fact.key == key]
        return min(known, key=lambda each: abs(each.due - (self.reason.due or each.due)), default=None)  # type: ignore[union-attr]

    @cached_property
    def is_late(self) -> bool:
        """Whether the day on which we were to call is over."""
        return self.promise is not None and self.history.calendar.day(self.promise.due) < self.today

    @cached_property
    def bad_moment(self) -> CallAttempt | None:
        """The call of ours at which they last hung up on us or brushed us off; none where the no came in writing."""
        noes = [each for each in self.history.messages if each.is_from_them and each.reply and not each.comes_back]
        failed = [call for call in self.history.calls if call.is_refusal and not call.is_inbound]
        if not failed or any(each.at > failed[-1].at for each in noes if each.reply.value == "not_interested"):  # type: ignore[union-attr]
            return None
        return failed[-1]

    @cached_property
    def note(self) -> Message | None:
        """Our note after their last bad moment, unless we have talked since."""
        notes = [each for each in self.history.written if each.purpose in NOTES]
        return notes[-1] if notes and not self.history.talked_since(notes[-1].at) else None

    @cached_property
    def insight(self) -> Insight | None:
        """The insight that we can tell them for the first time.

        What the reason is about, else the newest that is fresh.
        """
        if isinstance(self.about, Insight):
            return self.about if self.about in self.history.untold else None
        fresh = [each for each in self.history.untold if self.at - FRESH < each.at <= self.at]
        return fresh[-1] if fresh else None

    @cached_property
    def last_call(self) -> CallAttempt | None:
        """The last call in which we talked."""
        return self.history.conversations[-1] if self.history.conversations else None

    @cached_property
    def last_meeting(self) -> Meeting | None:
        """The last time we met."""
        meetings = self.history.of(Meeting)
        return meetings[-1] if meetings else None

    @property
    def is_call(self) -> bool:
        """Whether the step is a call."""
        return isinstance(self.step, Call) or self.step is None

    @property
    def names(self) -> dt.date | None:
        """The day that a note names for the next call."""
        return self.step.promises if isinstance(self.step, Write) else None
