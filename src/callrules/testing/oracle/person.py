"""Who they are, and their facts as they stand: read plainly, and by no code of the engine."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

from callrules.contact import Contact
from callrules.days_off import NONE, DaysOff
from callrules.declared import Declared
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, CalledOff, Fact, Meeting, Message, Purchase, Retraction, canonical
from callrules.history import History
from callrules.testing.oracle.clock import DAY, Clock
from callrules.testing.oracle.signs import is_attempt, is_talk
from callrules.testing.oracle.undone import first_tellings, never_arrived, taken_back

P = ParamSpec("P")
T = TypeVar("T")
LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


class Person(Clock):
    """A contact and their facts as they stand. Questions are asked about moments after all the facts."""

    def __init__(
        self,
        contact: Contact,
        history: History,
        days_off: DaysOff = NONE,
        restraints: tuple[Declared, ...] = (),
        *,
        owes_from: dt.date | None = None,
    ) -> None:
        """Read nothing of the history but its entries. `restraints` are what rules declare that open daily.

        `owes_from` is the day on which the policy went live.
        """
        super().__init__(contact, days_off)
        self.owes_from = owes_from
        self.contact = contact
        self.entries: tuple[Fact, ...] = history.entries
        self.restraints = restraints
        self.answers: dict[Any, Any] = {}

    @cached_property
    def standing(self) -> tuple[Fact, ...]:
        """The last version of each fact, less what was taken back, each event once (G25)."""
        return tuple(fact for fact in self._told if self._first_tellings.get(id(fact), fact) is fact)

    @cached_property
    def _told(self) -> tuple[Fact, ...]:
        retracted = {fact.of for fact in self.entries if isinstance(fact, Retraction)}
        latest = self._latest
        return tuple(
            fact
            for fact in self.entries
            if fact.id is None or (fact.id not in retracted and latest[type(fact), fact.id] is fact)
        )

    @cached_property
    def _first_tellings(self) -> dict[int, Fact]:
        return first_tellings(self._told)

    def event(self, key: str | None) -> str | None:
        """The key of the event which that key names, where it was entered twice (G25)."""
        return self._events.get(key, key) if key else key

    @cached_property
    def _events(self) -> dict[str, str]:
        return {fact.key: self._first_tellings.get(id(fact), fact).key for fact in self._told}

    @cached_property
    def _latest(self) -> dict[tuple[type[Fact], str], Fact]:
        versions: dict[tuple[type[Fact], str], list[Fact]] = {}
        for fact in self.entries:
            if fact.id is not None:
                versions.setdefault((type(fact), fact.id), []).append(fact)
        return {same: each[0] if len(each) == 1 else max(each, key=_version) for same, each in versions.items()}

    @cached_property
    def own(self) -> tuple[Fact, ...]:
        """Their own facts, oldest first: no meeting that was called off, note that bounced, or purchase taken back."""
        theirs = [fact for fact in self.standing if self.is_own(fact)]
        off = {fact.of for fact in theirs if isinstance(fact, CalledOff)}
        gone = {id(fact) for fact in theirs if isinstance(fact, Meeting) and fact.id in off}
        gone |= never_arrived([fact for fact in theirs if isinstance(fact, Message)])
        gone |= taken_back([fact for fact in theirs if isinstance(fact, Purchase)])
        return tuple(fact for fact in theirs if id(fact) not in gone)

    def is_off(self, fact: Fact) -> bool:
        """Whether what it named was called off (G17)."""
        return any(isinstance(each, CalledOff) and self.event(each.of) == fact.key for each in self.own)

    def is_within_a_talk(self, fact: Fact) -> bool:
        """Whether it happened while we talked, both ends included (G15)."""
        others = (talk for talk in self.talks if talk is not fact)
        return any(talk.at <= fact.at <= talk.at + _lasts(talk) for talk in others)

    @cached_property
    def others(self) -> tuple[Fact, ...]:
        """The facts of others, oldest first."""
        return tuple(fact for fact in self.standing if not self.is_own(fact))

    @cached_property
    def calls(self) -> tuple[CallAttempt, ...]:
        """Every call with them, theirs and ours."""
        return tuple(fact for fact in self.own if isinstance(fact, CallAttempt))

    @cached_property
    def ours(self) -> tuple[CallAttempt, ...]:
        """Our attempts to call them."""
        return tuple(call for call in self.calls if is_attempt(call))

    @cached_property
    def talks(self) -> tuple[CallAttempt | Meeting, ...]:
        """Every time we spoke."""
        return tuple(fact for fact in self.own if is_talk(fact))

    @cached_property
    def refusals(self) -> tuple[Fact, ...]:
        """Every time they said "stop calling", taken back or not."""
        return tuple(fact for fact in self.entries if fact.is_opt_out and self.is_own(fact))

    @cached_property
    def latest(self) -> dt.datetime:
        """The moment of the last of their facts, and of the refusals; long ago where nothing happened."""
        return max((fact.at for fact in (*self.own, *self.refusals)), default=LONG_AGO)

    def is_own(self, fact: Fact) -> bool:
        """Whether it is a fact about them."""
        return fact.contact in {None, self.contact.id}

    def owes(self, at: dt.datetime) -> bool:
        """Whether something is owed in writing for that moment: it lies not before the day of going live."""
        return self.owes_from is None or self.day(at) >= self.owes_from


def once(question: Callable[Concatenate[Person, P], T]) -> Callable[Concatenate[Person, P], T]:
    """Asked again about the same person, the question has the same answer."""

    @functools.wraps(question)
    def answer(person: Person, /, *args: P.args, **kwargs: P.kwargs) -> T:
        asked = (question, args, tuple(kwargs.items()))
        if asked not in person.answers:
            person.answers[asked] = question(person, *args, **kwargs)
        found: T = person.answers[asked]
        return found

    return answer


def _version(fact: Fact) -> tuple[bool, dt.datetime, str]:
    """An ending beats a beginning, whenever it was recorded (G18)."""
    ended = not (isinstance(fact, CallAttempt) and fact.disposition is Disposition.DIALING)
    return ended, fact.recorded or LONG_AGO, canonical(fact)


def _lasts(talk: CallAttempt | Meeting) -> dt.timedelta:
    seconds = talk.duration if isinstance(talk, CallAttempt) else None
    return min(dt.timedelta(seconds=seconds or 0), DAY)
