"""F13: a wrong number is dead for the person, a bad one rests and dies the second time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, RestsBad
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import START_OF_TIME, Window
from callrules.remembered import found_once
from callrules.step import Stop


@attrs.frozen
class LiveNumbers:
    """Which of their numbers can be rung at all?

    Rulebook F13, G36. `wrong_number` kills the number, not the person. `bad_number` rests it, and kills it the
    second time. A call of theirs from a number, or a talk on it, shows that it lives. Where nobody noted the
    number, it was the only one; of several nobody knows which. All numbers dead: nobody can be called.
    """

    name: ClassVar[str] = "live_numbers"
    waits: ClassVar[str] = "a number that did not work rests"
    only_with: ClassVar[Kinds] = (Disposition.WRONG_NUMBER, Disposition.BAD_NUMBER)
    bad_rests_days: int = parameter(15, says="days a bad number rests", source="rulebook F13")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How long a bad number rests."""
        return (RestsBad(days=self.bad_rests_days),)

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        numbers: list[str | None] = [phone.number for phone in contact.phones]
        deaths = [self._died(history, len(numbers), number) for number in numbers or [None]]
        if any(death is None for death in deaths):
            return None
        since = max(death for death in deaths if death)
        says = "no number of theirs works: find another"
        return Stop(grounds="number_unworkable", since=since, says=says, firm=True)

    @hookimpl
    def permits(self, contact: Contact, history: History, number: str | None) -> Window | None:
        phones = len(contact.phones)
        if self._died(history, phones, number):
            return Window.never("this number does not reach them")
        rested = self._rested(history, phones, number)
        return Window(start=rested, says=f"a bad number rests {self.bad_rests_days} days") if rested else None

    @found_once
    def _rested(self, history: History, phones: int, number: str | None) -> dt.datetime | None:
        bad = [call.at for call in _calls_on(history, phones, number) if _is_bad(call)]
        return bad[-1] + dt.timedelta(days=self.bad_rests_days) if bad else None

    @found_once
    def _died(self, history: History, phones: int, number: str | None) -> dt.datetime | None:
        bad = 0
        for call in _calls_on(history, phones, number):
            bad += _is_bad(call)
            if bad > 1 or (call.disposition.traits.number_dead and history.is_own(call)):
                return call.at
        return _all_died(history, phones)


def _is_bad(call: CallAttempt) -> bool:
    return call.disposition is Disposition.BAD_NUMBER


def _calls_on(history: History, phones: int, number: str | None) -> Iterator[CallAttempt]:
    """The failed attempts on that number since it last showed life; on a card with one, unnoted ones were on it."""
    if not history.calls and not history.neighbours:
        return
    tries = [call for call in history.tries_on(number) if call.disposition in LiveNumbers.only_with]
    if not tries:
        return
    is_only = phones < 2  # noqa: PLR2004 - one, or none
    alive = _showed_life(history, {number, None} if is_only else {number})
    for call in tries:
        if (call.number == number or (call.number is None and is_only)) and call.at > alive:
            yield call


def _all_died(history: History, phones: int) -> dt.datetime | None:
    """When as many unnoted numbers were wrong as the card has: which was which nobody knows, and none is left."""
    if phones < 2:  # noqa: PLR2004 - unnoted calls were on the one number
        return None
    wrong = [call.at for call in history.attempts if call.number is None and call.disposition.traits.number_dead]
    if len(wrong) < phones:
        return None
    alive = _showed_life(history, {None})
    wrong = [at for at in wrong if at > alive]
    return wrong[phones - 1] if len(wrong) >= phones else None


def _showed_life(history: History, numbers: set[str | None]) -> dt.datetime:
    """When one of these numbers last showed life: they rang from it, or spoke with us on it (rulebook G36)."""
    return max((call.at for call in history.calls if _shows_life(call) and _on(call) & numbers), default=START_OF_TIME)


def _shows_life(call: CallAttempt) -> bool:
    return call.is_inbound or call.talked or call.disposition is Disposition.CALLBACK_REQUESTED


def _on(call: CallAttempt) -> set[str | None]:
    return {call.number, call.from_number} - {None} if call.is_inbound else {call.number}
