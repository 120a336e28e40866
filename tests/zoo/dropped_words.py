"""Promises that are dropped, never ticked off, or ticked off by the wrong thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Meeting, Retraction
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.promises import EARLY, Named, Promise, our_promises
from callrules.rules import PromisedCalls
from callrules.step import Reason

HOUR = dt.timedelta(hours=1)
MOMENTS = ("due", "callback_at", "promises")


class NeverTickedOff(History):
    """A promise stays open however often it was kept."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(attrs.evolve(promise, keeper=None) for promise in our_promises(self))


class KeptWhenAnswered(History):
    """A promise is kept when somebody picks up."""

    def kept(self, since: dt.datetime, made: dt.datetime) -> CallAttempt | Meeting | None:
        answered = (call for call in self.calls if call.disposition.traits.answered)
        return next((call for call in answered if call.at >= since and call.at > made), None)


class KeptByAFault(History):
    """A call that never rang keeps a promise too."""

    def kept(self, since: dt.datetime, made: dt.datetime) -> CallAttempt | Meeting | None:
        ours = (call for call in self.calls if not call.is_inbound and call.at >= since and call.at > made)
        return super().kept(since, made) or next(ours, None)


class KeptByAnyCall(History):
    """A call of ours keeps every promise made before it, also one for next week."""

    def kept(self, since: dt.datetime, made: dt.datetime) -> CallAttempt | Meeting | None:
        return super().kept(min(made, since), made)


class KeptOnTheEve(History):
    """A quarter of an hour before its moment is before midnight, where the moment is a day."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(
            attrs.evolve(each, keeper=self.kept(each.due - EARLY, each.fact.at)) for each in our_promises(self)
        )


class ClearedByAnyNote(History):
    """A message of ours clears what was open."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        wrote = max((each.at for each in self.messages if not each.is_inbound), default=None)
        return tuple(each for each in our_promises(self) if wrote is None or each.fact.at >= wrote)


class GatekeepersUnheard(History):
    """A time that somebody at their desk named is not noted."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        gatekeeper = Disposition.GATEKEEPER
        return tuple(each for each in our_promises(self) if getattr(each.fact, "disposition", None) is not gatekeeper)


class NoTimeNoCall(History):
    """A wish to be called back without a time is no promise."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(each for each in our_promises(self) if each.is_dated)


class TakenBackAllTheSame(History):
    """A promise that was logged by mistake and taken back is kept all the same."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        never_taken_back = (fact for fact in self.entries if not isinstance(fact, Retraction))
        return our_promises(History(never_taken_back, contact=self.contact))


class ByAnotherName(PromisedCalls):
    """Calls a promise by a name that nobody knows, so that nothing waits for it."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for reason in super().reasons(history):
            yield attrs.evolve(reason, name="callback") if reason.name == "promise" else reason


class LateIsTooLate(PromisedCalls):
    """A promise whose moment is past is struck off."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for reason in super().reasons(history):
            yield self._struck_off(history, reason) if reason.name == "promise" and reason.due else reason

    def _struck_off(self, history: History, reason: Reason) -> Reason:
        due = reason.due or dt.datetime.min.replace(tzinfo=dt.UTC)
        over = due + HOUR if reason.named is Named.HOUR else history.calendar.ends(due)
        return attrs.evolve(reason, expires=over)
