"""F13: a wrong number is dead for the person, a bad one rests and dies the second time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, RestsBad
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window
from callrules.step import Stop


@attrs.frozen
class LiveNumbers:
    """Which of their numbers can be rung at all?

    Rulebook F13. `wrong_number` kills the number, not the person. `bad_number` rests it, and kills it the second time.
    A call of theirs from a number shows that it lives. Where nobody noted the number, it was the
    first. All numbers dead: nobody can be called.
    """

    name: ClassVar[str] = "live_numbers"
    bad_rests_days: int = parameter(15, says="days a bad number rests", source="rulebook F13")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How long a bad number rests."""
        return (RestsBad(days=self.bad_rests_days),)

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        numbers: list[str | None] = [phone.number for phone in contact.phones]
        deaths = [self._died(contact, history, number) for number in numbers or [None]]
        if any(death is None for death in deaths):
            return None
        since = max(death for death in deaths if death)
        return Stop(grounds="number_unworkable", since=since, says="no number of theirs works: find another")

    @hookimpl
    def permits(self, contact: Contact, history: History, number: str | None) -> Window | None:
        if self._died(contact, history, number):
            return Window.never("this number does not reach them")
        bad = [call.at for call in _calls_on(contact, history, number) if _is_bad(call)]
        if not bad:
            return None
        rested = bad[-1] + dt.timedelta(days=self.bad_rests_days)
        return Window(start=rested, says=f"a bad number rests {self.bad_rests_days} days")

    def _died(self, contact: Contact, history: History, number: str | None) -> dt.datetime | None:
        bad = 0
        for call in _calls_on(contact, history, number):
            bad += _is_bad(call)
            if bad > 1 or (call.disposition.traits.number_dead and call in history.attempts):
                return call.at
        return None


def _is_bad(call: CallAttempt) -> bool:
    return call.disposition is Disposition.BAD_NUMBER


def _calls_on(contact: Contact, history: History, number: str | None) -> Iterator[CallAttempt]:
    if not history.calls and not history.neighbours:
        return
    first = contact.phones[0].number if contact.phones else None
    alive = max((call.at for call in history.calls if number and _shows_life(call, number)), default=None)
    for call in history.tries_on(number):
        rang = call.number or first
        if rang == number and (alive is None or call.at > alive):
            yield call


def _shows_life(call: CallAttempt, number: str) -> bool:
    return call.is_inbound and number in {call.number, call.from_number}
