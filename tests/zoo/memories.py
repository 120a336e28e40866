"""Broken policies: they remember what they were asked, and answer otherwise for it."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.calendars import DAY, calendar_of
from callrules.contact import Contact
from callrules.history import History
from callrules.step import Call, Rest, Step, Verdict
from zoo.altered import Altered
from zoo.specimens import Specimen


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
class AskedTooOften(Altered):
    """Grows tired: the third question of a day gets no answer."""

    asked: dict[tuple[str, dt.date], int] = attrs.field(factory=dict)
    most: int = 2

    def judged(self, verdict: Verdict, contact: Contact, at: dt.datetime, /) -> Verdict:
        return verdict if self._again(contact, at) <= self.most else attrs.evolve(verdict, allowed=False)

    def answered(self, step: Step, contact: Contact, now: dt.datetime, /) -> Step:
        tired = self._again(contact, now) > self.most
        return Rest(at=calendar_of(contact).ends(now), because=step.because) if tired else step

    def _again(self, contact: Contact, at: dt.datetime) -> int:
        key = (contact.id, at.date())
        self.asked[key] = self.asked.get(key, 0) + 1
        return self.asked[key]


MEMORIES = (
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
        breaks={"asking-is-free", "no-memory"},
    ),
    Specimen(
        id="asked-too-often",
        group="purity and neighbours",
        says="Three of us look at the same list, and by noon it is empty.",
        make=AskedTooOften,
        breaks={"asking-is-free", "no-memory"},
    ),
)
"""Broken policies that remember."""
