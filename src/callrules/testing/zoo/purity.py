"""Broken policies: the same facts get another answer, because something else is listened to."""

from __future__ import annotations

import datetime as dt
import os
import random
import time
import zlib
from typing import ClassVar

import attrs

from callrules.calendars import DAY, PartOfDay, calendar_of
from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Call, Reason, Rest, Step, Verdict
from callrules.testing.zoo.altered import Altered, house_with
from callrules.testing.zoo.specimens import Specimen

HOUR = dt.timedelta(hours=1)
MINUTES = 59


@attrs.frozen
class Coin:
    """Whose turn is it? A coin decides."""

    name: ClassVar[str] = "coin"

    @hookimpl
    def permits(self) -> Window | None:
        return Window.never("not their lucky day") if random.random() < 1 / 2 else None  # noqa: S311


@attrs.frozen
class Jitter:
    """Spreads calls over the hour, by where the contact happens to lie in memory."""

    name: ClassVar[str] = "jitter"

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window:
        hour = at.replace(minute=0, second=0, microsecond=0)
        start = hour + dt.timedelta(minutes=id(contact) // 16 % MINUTES)
        return Window(start=start, end=hour + HOUR, says="not everybody is rung on the hour")


@attrs.frozen
class TodayIsToday(Altered):
    """Never plans in the past, by the clock of the machine."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, history, max(now, dt.datetime.now(dt.UTC))  # noqa: TID251 - the misdeed


@attrs.frozen
class NewsOfToday:
    """Lets an insight grow stale by the clock of the machine."""

    name: ClassVar[str] = "news_of_today"

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        if reason.name != "insight" or not history.insights:
            return None
        age = time.time() - history.insights[-1].at.timestamp()  # noqa: TID251 - the misdeed
        return Window.never("that is no news any more") if age > 90 * DAY.total_seconds() else None


@attrs.frozen
class LunchAtTheServer:
    """Leaves people in peace at noon, on the clock of the machine."""

    name: ClassVar[str] = "lunch"
    noon: int = 12

    @hookimpl
    def permits(self, at: dt.datetime) -> Window | None:
        if time.localtime(at.timestamp()).tm_hour != self.noon:
            return None
        return Window(start=at.replace(minute=0, second=0, microsecond=0) + HOUR, says="lunch")


@attrs.frozen
class WeekendOfTheMachine:
    """Keeps Friday free where the machine speaks Arabic."""

    name: ClassVar[str] = "weekend"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        speaks = os.environ.get("LANG", "")
        is_friday = history.calendar.day(at).isoweekday() == 5  # noqa: PLR2004 - ISO
        return Window(start=history.calendar.ends(at), says="Friday") if is_friday and speaks.startswith("ar") else None


@attrs.define(eq=False)
class ToldAlready(Altered):
    """Offers the same call once a day only, and remembers what it has offered."""

    told_on: set[tuple[str, str, dt.date]] = attrs.field(factory=set)

    def answered(self, step: Step, contact: Contact, now: dt.datetime, /) -> Step:
        if not isinstance(step, Call) or not step.is_due(now):
            return step
        key = (contact.id, step.reason.name, now.date())
        if key in self.told_on:
            return Rest(at=now + DAY, because=step.because)
        self.told_on.add(key)
        return step


@attrs.define(eq=False)
class OnceAskedForAll(Altered):
    """Keeps an answer until its moment has come, whatever happens in between."""

    kept: dict[str, Step] = attrs.field(factory=dict)

    def answered(self, step: Step, contact: Contact, now: dt.datetime, /) -> Step:
        known = self.kept.get(contact.id)
        if known is None or known.at is None or known.at < now:
            self.kept[contact.id] = step
        return self.kept[contact.id]

    def judged(self, verdict: Verdict, contact: Contact, at: dt.datetime, /) -> Verdict:
        known = self.kept.get(contact.id)
        if isinstance(known, Call) and known.is_due(at):
            return attrs.evolve(verdict, allowed=True, at=known.at)
        return verdict


@attrs.define(eq=False)
class KeyedByCount(Altered):
    """Keeps answers by how many facts there are, and not by which."""

    kept: dict[tuple[str, int, dt.datetime], History] = attrs.field(factory=dict)

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        key = (contact.id, len(history.entries), now)
        return contact, self.kept.setdefault(key, history), now


@attrs.define(eq=False)
class LastOnesClock(Altered):
    """Where a zone is unknown, the one of whoever was asked about before is still loaded."""

    loaded: list[str] = attrs.field(factory=lambda: ["UTC"])

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        if contact.timezone:
            self.loaded.append(contact.timezone)
        return attrs.evolve(contact, timezone=self.loaded[-1]), history, now


@attrs.define(eq=False)
class OneAtATime(Altered):
    """Offers one call at a moment: to whom it was asked about first."""

    given: dict[dt.datetime, str] = attrs.field(factory=dict)

    def answered(self, step: Step, contact: Contact, now: dt.datetime, /) -> Step:
        if isinstance(step, Call) and step.is_due(now) and self.given.setdefault(now, contact.id) != contact.id:
            return Rest(at=now + dt.timedelta(minutes=15), because=step.because)
        return step


@attrs.frozen
class EverybodysFacts(Altered):
    """Does not look whose a fact is."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, History(tuple(attrs.evolve(fact, contact=None) for fact in history.entries)), now


@attrs.frozen
class TooManyCallsToday:
    """Rests where there were many calls of late, whoever they went to."""

    name: ClassVar[str] = "too_many_calls"
    most: int = 2

    @hookimpl
    def permits(self, history: History) -> Window | None:
        tries = [fact.at for fact in history.entries if getattr(fact, "disposition", None)]
        others = [fact for fact in history.neighbours if getattr(fact, "disposition", None)]
        return Window(start=max(tries) + DAY, says="busy days") if len(others) >= self.most else None


@attrs.frozen
class HalfTheBook:
    """Divides the book by the letters of an id: these in even hours, those in odd ones."""

    name: ClassVar[str] = "half_the_book"

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window:
        hour = at.replace(minute=0, second=0, microsecond=0)
        start = hour if hour.hour % 2 == zlib.crc32(contact.id.encode()) % 2 else hour + HOUR
        return Window(start=start, end=start + HOUR, says="the other half of the book is rung at this hour")


@attrs.frozen
class ByTheAlphabet:
    """Who comes before N in the alphabet is rung in the morning, the others after noon."""

    name: ClassVar[str] = "by_the_alphabet"

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window:
        calendar, day = history.calendar, history.calendar.day(at)
        part = PartOfDay.MORNING if contact.called.upper() < "N" else PartOfDay.AFTERNOON
        halves = calendar.stretches(part, calendar.starts(day), calendar.starts(day + 2 * DAY))
        start, end = next(each for each in halves if each[1] > at)
        return Window(start=start, end=end, says="one half of the alphabet at a time")


@attrs.define(eq=False)
class AskedTooOften(Altered):
    """Grows tired: the tenth question of a day gets no answer."""

    asked: dict[tuple[str, dt.date], int] = attrs.field(factory=dict)
    most: int = 9

    def judged(self, verdict: Verdict, contact: Contact, at: dt.datetime, /) -> Verdict:
        return verdict if self._again(contact, at) <= self.most else attrs.evolve(verdict, allowed=False)

    def answered(self, step: Step, contact: Contact, now: dt.datetime, /) -> Step:
        tired = self._again(contact, now) > self.most
        return Rest(at=calendar_of(contact).ends(now), because=step.because) if tired else step

    def _again(self, contact: Contact, at: dt.datetime) -> int:
        key = (contact.id, at.date())
        self.asked[key] = self.asked.get(key, 0) + 1
        return self.asked[key]


PURITY = (
    Specimen(
        id="coin",
        group="purity and neighbours",
        says="Ask it twice and it says yes and no.",
        make=house_with(Coin),
        breaks={"asking-is-free"},
    ),
    Specimen(
        id="jitter-by-memory",
        group="purity and neighbours",
        says="The list was restarted, and everybody's call was at another minute.",
        make=house_with(Jitter),
        breaks={"name-changes-nothing"},
    ),
    Specimen(
        id="today-is-today",
        group="purity and neighbours",
        says="Last month's book cannot be gone through again, for it is answered by today's date.",
        make=TodayIsToday,
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="news-by-the-machines-clock",
        group="purity and neighbours",
        says="The clock of one computer was wrong, so on that one all our news was old.",
        make=house_with(NewsOfToday),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="lunch-at-the-server",
        group="purity and neighbours",
        says="Since the server moved to Dublin nobody is rung at four in the afternoon in Dubai.",
        make=house_with(LunchAtTheServer),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="weekend-of-the-machine",
        group="purity and neighbours",
        says="On Samira's laptop the same list keeps Fridays free.",
        make=house_with(WeekendOfTheMachine),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="told-already",
        group="purity and neighbours",
        says="Somebody had looked at the list before me, so the call was no longer on mine.",
        make=ToldAlready,
        breaks={"asking-is-free"},
    ),
    Specimen(
        id="once-asked-for-all",
        group="purity and neighbours",
        says="She asked us at ten to stop, and the answer of nine o'clock still had her on the list.",
        make=OnceAskedForAll,
        breaks={"no-memory"},
    ),
    Specimen(
        id="kept-by-the-count",
        group="purity and neighbours",
        says="The call was corrected to a hang-up, and the list did not notice, for it was still one call.",
        make=KeyedByCount,
        breaks={"no-memory"},
    ),
    Specimen(
        id="clock-of-the-last-one",
        group="purity and neighbours",
        says="We do not know where he lives, so he is rung at the hours of whoever came before him.",
        make=LastOnesClock,
        breaks={"no-memory", "book-order"},
    ),
    Specimen(
        id="one-at-a-time",
        group="purity and neighbours",
        says="Whoever stands first in the file is called, and whoever stands last never is.",
        make=OneAtATime,
        breaks={"book-order"},
    ),
    Specimen(
        id="everybodys-facts",
        group="purity and neighbours",
        says="Her colleague hung up, and she is the one who gets the note.",
        make=EverybodysFacts,
        breaks={"strangers-do-not-leak"},
    ),
    Specimen(
        id="too-many-calls-to-others",
        group="purity and neighbours",
        says="We rang the Smiths twice, so the Millers have to wait.",
        make=house_with(TooManyCallsToday),
        breaks={"strangers-do-not-leak"},
    ),
    Specimen(
        id="half-the-book",
        group="purity and neighbours",
        says="His number in the book is odd, and so are the hours at which we ring him.",
        make=house_with(HalfTheBook),
        breaks={"name-changes-nothing"},
    ),
    Specimen(
        id="by-the-alphabet",
        group="purity and neighbours",
        says="She married, and since then we ring her in the afternoon.",
        make=house_with(ByTheAlphabet),
        breaks={"name-changes-nothing"},
    ),
    Specimen(
        id="asked-too-often",
        group="purity and neighbours",
        says="Three of us look at the same list, and by noon it is empty.",
        make=AskedTooOften,
        breaks={"asking-is-free", "no-memory"},
    ),
)
"""Broken policies that listen to something besides the facts."""
