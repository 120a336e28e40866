"""Broken policies that count what is over, or take two things for one: grounds, reasons and guards at odds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import POLITE, Besides, Declared, Gap
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Kinds, Message, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Call, Reason, Step, Stop
from callrules.vocabulary import Outcome, Reply
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class ThreeQuotes:
    """Did three quotes come to nothing? Then nobody writes a fourth."""

    name: ClassVar[str] = "three_quotes"
    only_with: ClassVar[Kinds] = (CallAttempt,)
    declares: ClassVar[tuple[Declared, ...]] = ()
    most: int = 3

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """From the third on, whatever happened since."""
        lost = [each.at for each in history.conversations if each.outcome is Outcome.NO_SALE]
        if len(lost) < self.most:
            return None
        return Stop(grounds="three_quotes", since=lost[self.most - 1], says="three quotes came to nothing")


@attrs.frozen
class HangsUpAgain:
    """Did they hang up twice? Then we leave them until they turn to us; after that, once more is enough."""

    name: ClassVar[str] = "hangs_up_again"
    only_with: ClassVar[Kinds] = (CallAttempt,)
    declares: ClassVar[tuple[Declared, ...]] = ()
    most: int = 2

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """Since the last of them, if that is later than their coming back."""
        ended = [each.at for each in history.attempts if each.disposition is Disposition.HUNG_UP]
        if len(ended) < self.most or (history.came_back and ended[-1] <= history.came_back):
            return None
        return Stop(grounds="hangs_up", since=ended[-1], says="they hang up on us")


@attrs.frozen
class SharesOnly:
    """Have they read what we send for a year, and bought nothing? Then they are readers, and no customers."""

    name: ClassVar[str] = "readers"
    only_with: ClassVar[Kinds] = (Message,)
    declares: ClassVar[tuple[Declared, ...]] = ()
    months: int = 12

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """A year after the first answer of theirs; ringing us does not make a reader a customer."""
        answers = [each.at for each in history.messages if each.reply is Reply.ANSWER]
        if not answers or history.bought_at:
            return None
        since = history.calendar.add(answers[0], months=self.months)
        return Stop(grounds="reader", since=since, says="reads what we send, and buys nothing")


@attrs.frozen
class ServiceOfTheYear:
    """Is a machine that they bought due for its yearly service?"""

    name: ClassVar[str] = "service_of_the_year"
    only_with: ClassVar[Kinds] = (Purchase, Outcome.ORDER)
    declares: ClassVar[tuple[Declared, ...]] = ()
    months: int = 12

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """About the year, so that two machines of one year are one to us."""
        for bought in history.bought_at:
            due = history.calendar.add(bought, months=self.months)
            says = "a machine of theirs is due for service"
            yield Reason(name="service", about=f"service {due.year}", due=due, says=says)


@attrs.frozen
class AnswersOfTheMonth:
    """Did they answer a mail of ours? Then ring them a fortnight later."""

    name: ClassVar[str] = "answers_of_the_month"
    only_with: ClassVar[Kinds] = (Message,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """About the month, so that the second answer of a month is never talked about."""
        for each in history.messages:
            if each.reply is Reply.ANSWER:
                due = history.calendar.add(each.at, days=14)
                says = "talk about what they answered"
                yield Reason(name="answer", about=f"{due:%Y-%m}", due=due, says=says)


@attrs.frozen
class TriedOnce:
    """Did they order by telephone? Then ask a week later how it went, once."""

    name: ClassVar[str] = "tried_once"
    only_with: ClassVar[Kinds] = (Outcome.ORDER,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Whoever was out when we rang counts as asked."""
        ordered = [each for each in history.calls if each.outcome is Outcome.ORDER]
        if not ordered or history.rang_since(ordered[-1].at + DAY):
            return None
        due = ordered[-1].at + 7 * DAY
        return Reason(name="how_it_went", about=ordered[-1].key, due=due, says="ask how it went")


@attrs.frozen
class TwoDaysForEach:
    """Did we ring this person within two days? Whoever else answers at that telephone is somebody else."""

    name: ClassVar[str] = "two_days_for_each"
    only_with: ClassVar[Kinds] = (CallAttempt,)
    declares: ClassVar[tuple[Declared, ...]] = (Gap(hours=48, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """Counts by the card, not by the number."""
        if reason.is_first_return(history):
            return None
        blocked = [(call.at, call.at + 2 * DAY) for call in history.attempts]
        return outside(blocked, at, "two days for each of them", yields=True)


@attrs.frozen
class NewThisMonth:
    """Did it fall due this month? A head start of ninety days, which melts by three a day."""

    name: ClassVar[str] = "new_this_month"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> float | None:
        """Whoever was not reached on the first day is overtaken for a month."""
        if not isinstance(step, Call) or step.since is None:
            return None
        return max(0.0, 150.0 - 3 * (now - step.since).days)


@attrs.frozen
class DaysOf:
    """Is it a day of the desk to which they belong?"""

    name: str
    weekdays: frozenset[int]
    owner: str | None = None
    region: str | None = None
    waits: ClassVar[str] = "no day of their desk"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="only on the days of their desk"),)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window | None:
        """Each desk has its days; nobody thought of those who belong to two."""
        if self.owner not in {None, contact.owner} or self.region not in {None, contact.region}:
            return None
        calendar = history.calendar
        days = (calendar.day(at) + each * DAY for each in range(-1, 9))
        closed = [
            (calendar.starts(day), calendar.starts(day + DAY)) for day in days if day.isoweekday() not in self.weekdays
        ]
        return outside(closed, at, "a day of their desk")


def _of_switzerland() -> DaysOf:
    return DaysOf("days_of_switzerland", frozenset({2, 4}), region="CH")


def _of_olga() -> DaysOf:
    return DaysOf("days_of_olga", frozenset({1, 3}), owner="olga")


def _specimen(known_by: str, says: str, breaks: str, *rules: Callable[[], Any]) -> Specimen:
    return Specimen(id=known_by, group="endings", says=says, make=house_with(*rules), breaks={breaks})


OLD_COUNTS = (
    _specimen(
        "three-quotes-for-ever",
        "He rang because his machine stood still, and was let go for three quotes of the years before.",
        "grounds-start-anew",
        ThreeQuotes,
    ),
    _specimen(
        "once-more-is-enough",
        "She came back, hung up once in a hurry, and was let go for what we had long forgiven.",
        "grounds-start-anew",
        HangsUpAgain,
    ),
    _specimen(
        "readers-stay-readers",
        "They rang us to order, and we told them goodbye, for they had only ever read our letters.",
        "grounds-start-anew",
        SharesOnly,
    ),
    _specimen(
        "one-service-a-year",
        "Two machines were due in one year; we talked about the first, and forgot the second.",
        "reasons-are-told-apart",
        ServiceOfTheYear,
    ),
    _specimen(
        "one-answer-a-month",
        "He answered twice in one month, and we rang about the first answer only.",
        "reasons-are-told-apart",
        AnswersOfTheMonth,
    ),
    _specimen(
        "asked-nobody",
        "He was out when we rang about his order; we never asked him how it went.",
        "a-dial-takes-nothing-away",
        TriedOnce,
    ),
    _specimen(
        "each-of-the-office",
        "We leave two days between calls, and their one telephone rings each morning, each time for somebody else.",
        "gap-counts-the-telephone",
        TwoDaysForEach,
    ),
    _specimen(
        "overtaken-each-day",
        "Whoever we did not reach on the first day is overtaken by all who fall due in the six weeks after that.",
        "waiting-moves-up",
        NewThisMonth,
    ),
    _specimen(
        "belongs-to-two-desks",
        "Olga's customers in Zurich have no day on which anybody may ring them.",
        "nobody-waits-for-ever",
        _of_switzerland,
        _of_olga,
    ),
)  # fmt: skip
"""Wrong about what is over, or about what is two."""
