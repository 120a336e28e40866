"""E6: who calls or writes is called back at once."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.day_names import dated_with_weekday, short_month, short_weekday
from callrules.declared import Declared, ReturnsCalls
from callrules.facts import CallAttempt, Kinds, Message
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason
from callrules.vocabulary import Direction


@attrs.frozen
class ReturnedCalls:
    """Have they turned to us since we last talked?

    Rulebook E6, B4. Due at once, at the latest on the second working day. It lifts gap, caps, rests and every
    ground but `do_not_call`, never the law or the hours. What reaches us within a talk is part of it (G15). Where
    they named a time, that promise takes its place.
    """

    name: ClassVar[str] = "returned_calls"
    only_with: ClassVar[Kinds] = (Direction.INBOUND,)
    latest_days: int = parameter(2, says="working days within which we call back", source="rulebook E6")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """Within how many days we call back."""
        return (ReturnsCalls(working_days=self.latest_days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        facts: tuple[CallAttempt | Message, ...] = (*history.inbound, *history.messages)
        latest = sorted(facts, key=lambda fact: fact.at, reverse=True)
        last = next((each for each in latest if _waits_for_us(each) and not history.is_within_a_talk(each)), None)
        if last is None or _is_answered(history, last):
            return None
        day = history.calendar.day(last.at)
        by = dated_with_weekday(history.calendar.working_days_on(day, self.latest_days))
        says = f"{_how(last)} on {short_weekday(day)} {day:%d} {short_month(day)}: to be called back by {by}"
        return Reason(name="returned_call", due=last.at, about=last.key, says=says)


def _waits_for_us(fact: CallAttempt | Message) -> bool:
    if isinstance(fact, Message):
        return fact.comes_back
    return fact.turns_to_us and not (fact.talked or fact.disposition.traits.final)


def _is_answered(history: History, turned: CallAttempt | Message) -> bool:
    named = any(promise.named and promise.is_dated and promise.fact.at >= turned.at for promise in history.promises)
    silenced = any(fact.at >= turned.at for fact in history.opt_outs)
    return named or silenced or _settled_after(history, turned)


def _settled_after(history: History, turned: CallAttempt | Message) -> bool:
    return history.settled_since(turned.at + dt.timedelta.resolution)


def _how(turned: CallAttempt | Message) -> str:
    return "they called us" if isinstance(turned, CallAttempt) else "they wrote to us"
