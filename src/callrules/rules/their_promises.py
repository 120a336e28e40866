"""B1: what they promised is waited for, and then taken up without blame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.declared import Declared, WaitsForThem
from callrules.facts import Commitment, Kinds, Message
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window
from callrules.remembered import found_once
from callrules.step import Reason
from callrules.vocabulary import THEIR_TURN, Party, Reply


@attrs.frozen
class TheirPromises:
    """Did they say they would turn to us?

    Rulebook B1, G35, G16. While their promise is open we do not call, save at a moment that they named; it lapses
    one working day later, and then we do, without blame. A promise of theirs without a date lasts five working
    days.
    """

    name: ClassVar[str] = "their_promises"
    waits: ClassVar[str] = THEIR_TURN
    only_with: ClassVar[Kinds] = (Party.THEM,)
    grace_days: int = parameter(1, says="working days after which it lapses", source="rulebook B1")
    dateless_days: int = parameter(5, says="working days a dateless one lasts", source="rulebook B1")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How long we wait for them."""
        return (WaitsForThem(grace_days=self.grace_days, dateless_days=self.dateless_days),)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for promise, lapse in self._standing(history):
            if not history.settled_since(lapse):
                says = f"they meant to turn to us: {promise.what or 'as they said'}"
                yield Reason(name="their_promise_lapsed", due=lapse, about=promise.key, says=says)

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        lapse = self._last_lapse(history)
        asked_for = reason.name == "promise" and reason.named is not None
        if lapse is None or reason.name == "returned_call" or asked_for:
            return None
        return Window(start=lapse, says="it is their turn: they promised to turn to us")

    @found_once
    def _last_lapse(self, history: History) -> dt.datetime | None:
        return max((lapse for _, lapse in self._standing(history)), default=None)

    @found_once
    def _standing(self, history: History) -> list[tuple[Commitment, dt.datetime]]:
        return [(promise, self._lapses(history, promise)) for promise in _standing(history)]

    def _lapses(self, history: History, promise: Commitment) -> dt.datetime:
        calendar = history.calendar
        due = promise.due or calendar.working_days_on(calendar.day(promise.at), self.dateless_days)
        if isinstance(due, dt.datetime):
            later = calendar.working_days_on(calendar.day(due), self.grace_days)
            return max(calendar.same_time(due, later), due.astimezone(dt.UTC))
        return calendar.starts(calendar.working_days_on(due, self.grace_days))


def _standing(history: History) -> list[Commitment]:
    """Their promises since which nothing came from them, and after which no talk was held."""
    theirs = [each for each in history.commitments if each.by is Party.THEM and not history.is_called_off(each)]
    if not theirs:
        return theirs
    turned = [*(call.at for call in history.inbound), *(talk.at for talk in history.talks)]
    turned += history.bought_at
    turned += [message.at for message in history.messages if message.is_from_them and _wants_something(message)]
    last = max((*turned, *(fact.at for fact in history.opt_outs)), default=None)
    return [each for each in theirs if last is None or each.at >= last]


def _wants_something(message: Message) -> bool:
    return message.reply is not Reply.ACKNOWLEDGEMENT
