"""What we promised to call about, from every fact that can promise, and what kept it (rulebook B1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Message
from callrules.testing.oracle.clock import DAY, NOON, THREE
from callrules.testing.oracle.person import Person, once
from callrules.testing.oracle.signs import HOUR, NOTES, is_a_no, is_inbound, is_talk, rang, says_no
from callrules.vocabulary import Kind, Party, Reply

EARLY = dt.timedelta(minutes=15)


@attrs.frozen
class Promised:
    """A promise of ours: the fact that made it, its moment, and how exactly they named that ("hour" or "day")."""

    fact: Fact
    due: dt.datetime
    named: str | None
    dated: bool = True
    on_a_day: bool = False

    @property
    def by_the_desk(self) -> bool:
        """Whether somebody else who answered named the moment: no word of theirs (G34)."""
        return isinstance(self.fact, CallAttempt) and self.fact.disposition is Disposition.GATEKEEPER

    @property
    def on_their_day(self) -> bool:
        """Whether the person named the day: a desk did not, nor was it left to us."""
        return self.named == "day" and self.dated and not self.by_the_desk


@once
def promised(person: Person) -> tuple[Promised, ...]:
    """Our promises to call, less those that "stop calling", a no or a later word ended, and those called off.

    What a later word replaced stays replaced, also where that one is called off: this is not the same as taken back.
    """
    silenced = max((fact.at for fact in person.refusals), default=None)
    made = [each for fact in person.own for each in promises_in(person, fact)]
    made = [each for each in made if silenced is None or each.fact.at > silenced]
    stand = [each for each in made if not any(replaces(person, other, each) for other in made)]
    return tuple(each for each in stand if not person.is_off(each.fact) and not _no_longer_wanted(person, each))


def _no_longer_wanted(person: Person, promise: Promised) -> bool:
    """Whether they had asked for it, and said no before it was kept (G17)."""
    keeper = kept_by(person, promise)
    noes = [fact.at for fact in person.own if is_a_no(fact) and fact.at > promise.fact.at]
    return promise.named is not None and any(keeper is None or keeper.at > no for no in noes)


def due_in_their_hours(person: Person, promise: Promised) -> dt.datetime:
    """When it falls due: a day that they did not name moves to the first for which they told us hours (G32, G34)."""
    days = {day for each in person.contact.hours for day in each.days}
    if promise.named != "day" or promise.on_their_day or not days:
        return promise.due
    named = person.day(promise.due)
    told = next(day for day in (named + each * DAY for each in range(7)) if day.isoweekday() in days)
    return promise.due if told == named else person.wall(told)


def replaces(person: Person, later: Promised, earlier: Promised) -> bool:
    """A date they name later replaces the open one; a note's, one of ours alone; a desk's, no word of theirs."""
    by_note = isinstance(later.fact, Message) and later.fact.purpose in NOTES and earlier.named is None
    theirs = later.named and later.dated and not (later.by_the_desk and earlier.named and not earlier.by_the_desk)
    if later.fact.at <= earlier.fact.at or not (theirs or by_note):
        return False
    keeper = kept_by(person, earlier)
    return keeper is None or keeper.at > later.fact.at


@once
def kept_by(person: Person, promise: Promised, early: dt.timedelta = EARLY) -> Fact | None:
    """The first attempt that rang, or talk, from 15 minutes before its moment on (not the day before), once made."""
    since = promise.due - early
    if promise.on_a_day:
        since = max(since, person.wall(person.day(promise.due), 0))
    keepers = [
        fact for fact in person.own if fact.at >= since and fact.at > promise.fact.at and (rang(fact) or is_talk(fact))
    ]
    return min(keepers, key=lambda fact: (fact.at, is_talk(fact) and not rang(fact)), default=None)


def promises_in(person: Person, fact: Fact) -> Iterator[Promised]:
    """Yield what one fact promises."""
    if isinstance(fact, Commitment) and fact.due and fact.by is Party.US and fact.kind is Kind.CALL:
        yield _promised(person, fact, fact.due, exactly(fact.due) if fact.asked_by is Party.THEM else None)
    if isinstance(fact, CallAttempt):
        yield from promised_on_the_phone(person, fact)
    if isinstance(fact, Message) and fact.reply in {Reply.ANSWER, Reply.CALLBACK_REQUESTED} and fact.promises:
        yield _promised(person, fact, fact.promises, exactly(fact.promises))
    if isinstance(fact, Message) and not is_inbound(fact) and fact.promises:
        yield attrs.evolve(_promised(person, fact, fact.promises, None), due=_noted(person, fact, fact.promises))


def _promised(person: Person, fact: Fact, moment: dt.date, named: str | None) -> Promised:
    on_a_day = exactly(moment) == "day"
    is_today = named is not None and on_a_day and moment == person.day(fact.at)
    return Promised(fact, _later(person, fact.at) if is_today else person.begins(moment), named, on_a_day=on_a_day)


def _later(person: Person, at: dt.datetime) -> dt.datetime:
    """G24: "later today" is two hours later, or when the next part of the day begins, whichever is later."""
    begins = (person.wall(person.day(at), hour) for hour in (NOON, THREE))
    return max(at + 2 * HOUR, next((each for each in begins if each > at), at))


def exactly(moment: dt.date) -> str:
    """How exactly a moment is named."""
    return "hour" if isinstance(moment, dt.datetime) else "day"


def promised_on_the_phone(person: Person, call: CallAttempt) -> Iterator[Promised]:
    """Yield what was promised in a call: the moment they named, the one we did, or the next working day."""
    if call.callback_at:
        named = "day" if call.disposition is Disposition.GATEKEEPER else exactly(call.callback_at)
        yield _promised(person, call, call.callback_at, named)
    if call.promises:
        yield _promised(person, call, call.promises, exactly(call.promises) if is_talk(call) else None)
    asked = call.disposition is Disposition.CALLBACK_REQUESTED and not (is_inbound(call) or call.callback_at)
    if asked and not _is_dated_since(person, call.at):
        day = person.working_days_on(person.day(call.at), 1)
        due = _after_a_morning(person, day) if person.part(call.at) == 0 else person.wall(day)
        yield Promised(call, due, "day", dated=False, on_a_day=True)


def _is_dated_since(person: Person, at: dt.datetime) -> bool:
    return any(
        isinstance(each, Commitment) and each.by is Party.US and each.kind is Kind.CALL and each.at >= at
        for each in person.own
    )


def _noted(person: Person, note: Message, names: dt.date) -> dt.datetime:
    """D4: the promised day, at another part of the day than the failed call."""
    failed = [call for call in person.calls if call.at <= note.at and says_no(call)]
    names_a_day = not isinstance(names, dt.datetime)
    if names_a_day and note.purpose in NOTES and failed and person.part(failed[-1].at) == 0:
        return _after_a_morning(person, names)
    return person.begins(names)


def _after_a_morning(person: Person, day: dt.date) -> dt.datetime:
    """Noon, but the beginning of a day for which they told us no hours but in the morning (G32)."""
    told = [each for each in person.contact.hours if day.isoweekday() in each.days]
    beyond = [each for each in told if each.closes < each.opens or each.closes > dt.time(NOON)]
    return person.wall(day, NOON if beyond or not told else 0)
