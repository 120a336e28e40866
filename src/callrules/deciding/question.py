"""One contact at one moment: how everybody who has a say is asked about them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from functools import cached_property, partial
from typing import Any, Generic, NamedTuple, TypeVar

import attrs

from callrules.contact import Contact
from callrules.deciding.answerer import Answerer, AskedAgain
from callrules.deciding.plans import Plan, as_plan
from callrules.history import History
from callrules.moments import Agreement, Window
from callrules.step import Errand, Reason, Stop, Write

T_co = TypeVar("T_co", covariant=True)

SEVERAL = 2
_IN_QUESTION: ContextVar[bool] = ContextVar("callrules_in_question", default=False)


class sole_question:  # noqa: N801 - used like a function, and many times quicker than a `contextmanager`
    """One question to a playbook at a time: a rule that asks again while it is asked has failed."""

    __slots__ = ("_before",)

    def __enter__(self) -> None:
        if _IN_QUESTION.get():
            raise AskedAgain("asked a playbook while being asked, expected an answer from the facts alone")
        self._before = _IN_QUESTION.set(True)

    def __exit__(self, *_: object) -> None:
        _IN_QUESTION.reset(self._before)


class Heard(NamedTuple, Generic[T_co]):
    """One answer, and the name of the rule that gave it."""

    rule: str
    answer: T_co


Guards = list[tuple[str, Callable[[dt.datetime], Window | None]]]
"""Guards, each with the name of its rule."""


@attrs.frozen
class Question:
    """One contact at one moment, with everybody who has a say about them."""

    plan: Plan = attrs.field(converter=as_plan)
    contact: Contact
    history: History
    now: dt.datetime
    number: str | None = None
    """The one number asked about; `None` for any."""
    agreements: dict[Any, Agreement[str]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """What the guards agreed about until now, so that nobody looks for it twice."""

    asked: Mapping[str, tuple[Answerer, ...]] = attrs.field(init=False, eq=False, repr=False)
    """For each hook, those who may have something to say about what is known here."""
    scope: Mapping[str, Any] = attrs.field(init=False, eq=False, repr=False)
    """The arguments that every hook gets."""

    @asked.default
    def _asked(self) -> Mapping[str, tuple[Answerer, ...]]:
        return self.plan.concerned(self.history.marks)

    @scope.default
    def _scope(self) -> Mapping[str, Any]:
        return {"contact": self.contact, "history": self.history}

    def hear(self, hook: str, **more: Any) -> list[Heard[Any]]:
        """Every answer to a hook, each with the name of its rule."""
        answerers = self.asked[hook]
        if not answerers:
            return []
        scope = {**self.scope, **more} if more else self.scope
        return [Heard(answerer.rule, each) for answerer in answerers for each in answerer.answers(scope)]

    def errands(self, reason: Reason | None, at: dt.datetime) -> list[Heard[Errand]]:
        """Hear what must be done before a call for that reason, or is owed anyway, each with the name of its rule."""
        return [each for each in self.hear("before", reason=reason, at=at) if self.owes(each.answer)]

    def owes(self, errand: Errand) -> bool:
        """Whether it is not a note about what lies before the day of going live. Preparing is no debt."""
        since = errand.since or errand.at
        return since is None or not isinstance(errand, Write) or self.history.owes(since)

    def numbers(self, reason: Reason | None = None) -> tuple[str | None, ...]:
        """The numbers asked about, in the order in which they are tried; `None` where the host keeps them."""
        return (self.number,) if self.number else self.every_number(reason)

    def every_number(self, reason: Reason | None = None) -> tuple[str | None, ...]:
        """All their numbers, whichever is asked about, in the order in which they are tried.

        The one on which a promised or returned call was asked for comes first (rulebook G19), then those we talked on
        or they rang from, then the least tried in vain, then as listed.
        """
        phones, said_on = self.contact.phones, self.said_on(reason)
        if len(phones) < SEVERAL:
            return tuple([phone.number for phone in phones]) or (None,)
        return tuple(sorted(self._numbers, key=lambda each: each != said_on)) if said_on else self._numbers

    @cached_property
    def _numbers(self) -> tuple[str | None, ...]:
        history = self.history
        talked_on = {call.number for call in history.conversations} | {call.from_number for call in history.inbound}
        in_vain = Counter(call.number for call in history.row_of_unanswered)
        numbers: list[str | None] = [phone.number for phone in self.contact.phones]
        return tuple(sorted(numbers, key=lambda each: (each not in talked_on, in_vain[each])))

    def said_on(self, reason: Reason | None) -> str | None:
        """The number on which they asked for that call, where it is a promised or a returned one."""
        is_asked_for = reason is not None and reason.name in {"promise", "returned_call"}
        return self.history.said_on(reason.about) if reason and is_asked_for else None

    def guards(self, reason: Reason, number: str | None, *, but: str | None = None) -> Guards:
        """Every guard, ready to be asked about an instant, less those of the rule `but`."""
        guards = [each for each in self.asked["permits"] if each.rule != but]
        return self._ready_to_be_asked(guards, reason, number)

    def daily_guards(self, reason: Reason, number: str | None) -> Guards:
        """The guards whose rules open again on most days, as opening hours do."""
        return self._ready_to_be_asked([each for each in self.asked["permits"] if each.opens_daily], reason, number)

    def _ready_to_be_asked(self, guards: Iterable[Answerer], reason: Reason, number: str | None) -> Guards:
        scope = {**self.scope, "reason": reason, "number": number}
        return [(each.rule, partial(each.window, scope)) for each in guards]

    def stops(self) -> list[Heard[Stop]]:
        """Every ground to stop."""
        return self.hear("walk_away")
