"""A desk that works a book with imagined answers: it asks again only when a step is due or something happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from random import Random

import attrs

from callrules.calendars import Calendar
from callrules.contact import Contact
from callrules.desk.day_list import day_list
from callrules.desk.known import happened_before
from callrules.desk.left_out import Person
from callrules.desk.simulating.answering import Model, Ring
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call, Step, WalkAway, Write

HOURS = tuple(range(9, 18))
"""The hours at which the desk looks at its list, on its own clock; the calls of a day are spread over them."""
AN_HOUR = dt.timedelta(hours=1)


@attrs.frozen(kw_only=True)
class Plan:
    """A plan of what is simulated: first day, number of days, calls a day, calendar, model and seed."""

    start: dt.date
    days: int
    most: int
    model: Model
    seed: int = 0
    desk: Calendar = attrs.field(factory=Calendar)

    @property
    def dates(self) -> list[dt.date]:
        """The days from the first to the last, weekends too."""
        return [self.start + dt.timedelta(days=each) for each in range(self.days)]

    @property
    def begins(self) -> dt.datetime:
        """The instant at which the first day begins."""
        return self.desk.starts(self.start)

    @property
    def ends(self) -> dt.datetime:
        """The instant at which the last day is over."""
        return self.desk.starts(self.start + dt.timedelta(days=self.days))

    def dice(self, contact: Contact, *what: object) -> Random:
        """Dice that depend on the seed, the person and what is rolled for, and on nothing that was done before."""
        return Random("|".join(map(str, (self.seed, contact.id, *what))))  # noqa: S311 - a simulation keeps no secret


class Working:
    """The people, what has happened with them, and the step of each as it was answered last."""

    def __init__(self, playbook: Playbook, people: Iterable[Person], plan: Plan) -> None:
        """Take in what had happened before the first day."""
        self.playbook, self.plan = playbook, plan
        self.people = {
            contact.id: (contact, happened_before(history.seen_by(contact), plan.begins)) for contact, history in people
        }
        self._steps: dict[str, Step] = {}

    def work(self) -> None:
        """Work every day from the first to the last."""
        for date in self.plan.dates:
            self._hear(date)
            called: list[str] = []
            for place, hour in enumerate(HOURS, start=1):
                now = self.plan.desk.wall(date, dt.time(hour))
                self._write(now)
                self._ring(now, called, -(-self.plan.most * place // len(HOURS)) - len(called))

    def _hear(self, date: dt.date) -> None:
        """Take in what comes by itself on that day."""
        for who, (contact, history) in self.people.items():
            came = list(self.plan.model.comes_in(contact, history, date, self.plan.dice(contact, date, "comes in")))
            if came:
                self._add(who, came)

    def _step(self, who: str, now: dt.datetime) -> Step:
        known = self._steps.get(who)
        until = known.until if isinstance(known, Call) else None
        if known is None or (known.at and known.at <= now and not known.is_due(now)) or (until and until <= now):
            known = self._steps[who] = self.playbook.next_step(*self.people[who], now)
        return known

    def _due(self, now: dt.datetime, *kinds: type[Step]) -> Iterator[tuple[str, Step]]:
        for who, (_, history) in self.people.items():
            ahead = history.latest is not None and history.latest > now
            step = None if ahead else self._step(who, now)
            if step and isinstance(step, kinds) and step.is_due(now):
                yield who, step

    def _write(self, now: dt.datetime) -> None:
        """Write the notes and say the goodbyes that are due."""
        for who, step in list(self._due(now, Write, WalkAway)):
            if isinstance(step, Write) and step.channel:
                self._add(who, [step.message(at=now)])
            elif isinstance(step, WalkAway):
                self._add(who, [step.goodbye(at=now)])

    def _ring(self, now: dt.datetime, called: list[str], left: int) -> None:
        """Ring those who come first on the list of the hour: what is left of its share of the day."""
        due = [who for who, _ in self._due(now, Call)] if left > 0 else []
        if not due:
            return
        looked_at = [self.people[who] for who in dict.fromkeys((*due, *called))]
        for place, (contact, call) in enumerate(day_list(self.playbook, looked_at, now, most=left).calls):
            at, history = now + place * AN_HOUR / left, self.people[contact.id][1]
            if self.playbook.may_call(contact, history, at, number=call.number):
                called.append(contact.id)
                self._add(contact.id, self._answer(contact, history, call, at))

    def _answer(self, contact: Contact, history: History, call: Call, at: dt.datetime) -> list[Fact]:
        day, part = history.calendar.day(at), history.calendar.part(at)
        ring = Ring(
            contact=contact,
            history=history,
            call=call,
            at=at,
            nature=self.plan.dice(contact, "nature"),
            dice=self.plan.dice(contact, day, part.value),
        )
        return list(self.plan.model.answers(ring))

    def _add(self, who: str, facts: list[Fact]) -> None:
        contact, history = self.people[who]
        self.people[who] = (contact, history.add(*facts))
        self._steps.pop(who, None)

    def calls(self) -> Iterator[CallAttempt]:
        """Yield the calls of ours that were made."""
        for _, history in self.people.values():
            yield from (call for call in history.attempts if call.at >= self.plan.begins)
