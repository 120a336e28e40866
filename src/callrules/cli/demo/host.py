"""A host in miniature: it asks the library whom to ring, rings, writes down how it ended, and asks again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from callrules.calendars import calendar_of
from callrules.cli.demo.people import Person, Setting
from callrules.contact import Contact
from callrules.day_names import weekday_and_day
from callrules.desk.briefing import Briefing, briefing
from callrules.desk.day_list import day_list
from callrules.dispositions import Disposition
from callrules.facts import Fact, Farewell, Message
from callrules.history import History
from callrules.moments import END_OF_TIME
from callrules.pictures.timeline import Timeline, timeline
from callrules.playbook import Playbook
from callrules.script import Opener, Script, Voicemail
from callrules.step import Call, Errand, Prepare, SeekIntroduction, Step, Verdict, WalkAway, Write
from callrules.vocabulary import Channel, Direction


@attrs.frozen(kw_only=True)
class Entry:
    """One thing that was done, or came in by itself (no `step`), and what the library answers before and after."""

    at: dt.datetime
    contact: Contact
    step: Step | None = None
    verdict: Verdict | None = None
    ended: str = ""
    text: str | None = None
    script: Script | None = None
    briefing: Briefing | None = None
    facts: tuple[Fact, ...] = ()
    before: Step | None = None
    after: Step


@attrs.frozen
class Day:
    """One working day at the desk, in the order in which things were done."""

    date: dt.date
    entries: tuple[Entry, ...]


class Host:
    """A host that works the book. It keeps each one's step, and asks again only when that is due or facts came."""

    def __init__(self, setting: Setting, playbook: Playbook) -> None:
        """Open the desk; nobody was asked about yet."""
        self.setting, self.playbook, self.people = setting, playbook, setting.people
        self._steps: dict[str, Step] = {}
        self._asked_for: set[tuple[str, str]] = set()

    def days(self) -> Iterator[Day]:
        """Every working day, one after another."""
        for date in self.setting.days:
            yield Day(date, tuple(self._work(date)))

    def step(self, who: str, now: dt.datetime) -> Step:
        """The next step with one person. It stays the same until its moment, so it is kept until then."""
        kept = self._steps.get(who)
        if kept is None or (kept.at is not None and kept.at <= now):
            person = self.people[who]
            kept = self._steps[who] = self.playbook.next_step(person.contact, person.history, now)
        return kept

    @property
    def book(self) -> list[tuple[Contact, History]]:
        """Everybody, with what has happened so far."""
        return [(person.contact, person.history) for person in self.people.values()]

    def story(self) -> Timeline:
        """The timeline of the one person who is shown from the beginning, when the last day is over."""
        person = self.people[self.setting.timeline_of]
        evening = self.setting.calendar.wall(self.setting.days[-1], self.setting.closes)
        return timeline(person.contact, person.history, self.step(person.contact.id, evening))

    def spoken(self, days: Iterable[Day]) -> Iterator[tuple[str, str]]:
        """The first opener, the first voicemail and the first note by hand, each with whom and when it was for."""
        entries = [entry for day in days for entry in day.entries]
        openers = (_told(entry, entry.script.opener) for entry in entries if entry.script)
        left = (_told(entry, entry.script.voicemail) for entry in entries if entry.script and _left_one(entry))
        notes = (
            _told(entry, entry) for entry in entries if getattr(entry.step, "channel", None) is Channel.HANDWRITTEN
        )
        for title, several in (("A call begins", openers), ("A voicemail", left), ("A note by hand", notes)):
            told = next(filter(None, several), None)
            if told:
                yield f"{title} ({told[0]})", told[1]

    def briefing(self, days: Iterable[Day]) -> Briefing | None:
        """The page before the first red-phone call."""
        return next((entry.briefing for day in days for entry in day.entries if entry.briefing), None)

    def goodbye(self, days: Iterable[Day]) -> str:
        """The words that were written to the one person whose farewell is shown."""
        said = (entry for day in days for entry in day.entries if isinstance(entry.step, WalkAway) and entry.text)
        return next((entry.text or "" for entry in said if entry.contact.id == self.setting.words_of), "")

    def _work(self, date: dt.date) -> Iterator[Entry]:
        now, closes = (self.setting.calendar.wall(date, time) for time in (self.setting.opens, self.setting.closes))
        calls, seen = 0, set[str]()
        while now < closes:
            yield from self._what_came_in(now)
            entries = list(self._errands(now, seen)) or list(self._ring(now, self.setting.calls_a_day - calls))
            yield from entries
            calls += sum(entry.verdict is not None for entry in entries)
            now = now + self.setting.a_while if entries else self._next_moment(now)

    def _next_moment(self, now: dt.datetime) -> dt.datetime:
        steps = (self.step(who, now).at for who in self.people)
        comes_in = (fact.at for person in self.people.values() for fact in person.comes_in)
        return min((at for at in (*steps, *comes_in) if at and at > now), default=END_OF_TIME)

    # --- what comes in by itself -------------------------------------------------------------------------

    def _what_came_in(self, now: dt.datetime) -> Iterator[Entry]:
        for person in self.people.values():
            for fact in person.heard_by(now):
                before = self._steps.get(person.contact.id)
                after = self._write_down(person, [fact], now)
                yield Entry(at=fact.at, contact=person.contact, facts=(fact,), before=before, after=after)

    def _write_down(self, person: Person, facts: Iterable[Fact], now: dt.datetime) -> Step:
        person.history = person.history.add(*facts)
        self._steps.pop(person.contact.id, None)
        return self.step(person.contact.id, now)

    # --- calls -------------------------------------------------------------------------------------------

    def _ring(self, now: dt.datetime, most: int) -> Iterator[Entry]:
        """Ring the first on the list, where somebody is due and the last gate lets us."""
        due = [who for who in self.people if isinstance(self.step(who, now), Call) and self.step(who, now).is_due(now)]
        if not due or most < 1:
            return
        for contact, call in day_list(self.playbook, self.book, now, most=most).calls:
            person = self.people[contact.id]
            verdict = self.playbook.may_call(contact, person.history, now, number=call.number)
            if verdict:
                yield self._rang(person, call, verdict, now)
                return

    def _rang(self, person: Person, call: Call, verdict: Verdict, now: dt.datetime) -> Entry:
        about = {"number": verdict.number, "reason": call.reason.name, "about": call.reason.about}
        script = self.playbook.script(person.contact, person.history, call, self.setting.sender)
        brief = self._brief(person, now) if person.contact.red_phone else None
        facts = person.next_call(now, **{name: each for name, each in about.items() if each})
        after = self._write_down(person, facts, now)
        return Entry(
            at=now, contact=person.contact, step=call, verdict=verdict, script=script, briefing=brief,
            facts=tuple(facts), after=after,
        )  # fmt: skip

    def _brief(self, person: Person, now: dt.datetime) -> Briefing:
        return briefing(self.playbook, person.contact, person.history, now, sender=self.setting.sender)

    # --- errands -----------------------------------------------------------------------------------------

    def _errands(self, now: dt.datetime, seen: set[str]) -> Iterator[Entry]:
        """Whatever else is due, one a day for each person."""
        for who, person in self.people.items():
            step = self.step(who, now)
            if isinstance(step, (Errand, WalkAway)) and step.is_due(now) and who not in seen:
                seen.add(who)
                if (who, step.type) not in self._asked_for:
                    yield self._done(person, step, now)

    def _done(self, person: Person, step: Errand | WalkAway, now: dt.datetime) -> Entry:
        text = self.playbook.script(person.contact, person.history, step, self.setting.sender).text
        ended, facts = self._outcome(person, step, text, now)
        if not facts:
            self._asked_for.add((person.contact.id, step.type))
        after = self._write_down(person, facts, now)
        return Entry(at=now, contact=person.contact, step=step, ended=ended, text=text, facts=tuple(facts), after=after)

    def _outcome(
        self, person: Person, step: Errand | WalkAway, text: str | None, now: dt.datetime
    ) -> tuple[str, list[Fact]]:
        if isinstance(step, (Prepare, SeekIntroduction)):
            return person.next_errand(now)
        if isinstance(step, Write) and step.channel:
            return "sent", [_sent(step, step.channel, text, now)]
        return "said", [Farewell(at=now)] if isinstance(step, WalkAway) else []


def _told(entry: Entry, words: Opener | Voicemail | Entry | None) -> tuple[str, str] | None:
    """To whom and when something was said, and what."""
    calendar = calendar_of(entry.contact)
    day = calendar.day(entry.at)
    when = f"{entry.contact.called}, {weekday_and_day(day)}"
    return (when, words.text) if words and words.text else None


def _left_one(entry: Entry) -> bool:
    return any(getattr(fact, "disposition", None) is Disposition.VOICEMAIL_LEFT for fact in entry.facts)


def _sent(step: Write, channel: Channel, text: str | None, now: dt.datetime) -> Message:
    return Message(
        at=now, channel=channel, direction=Direction.OUTBOUND, purpose=step.purpose, text=text,
        promises=step.promises,
    )  # fmt: skip
