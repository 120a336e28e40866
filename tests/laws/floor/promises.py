"""Our promises to call: what was promised, when it is due, and what kept it."""

from __future__ import annotations

from collections.abc import Iterator

from floor.clock import HOUR, NOON, THREE
from floor.plain import Moment, Plain
from floor.reading import Reading

EARLY, LATER_TODAY = HOUR // 4, 2 * HOUR
ON_THE_HOUR, ON_THE_DAY = "hour", "day"
POSTED = frozenset({"handwritten", "letter"})


class Promise:
    """One promise of ours to call."""

    __slots__ = ("dated", "due", "fact", "keeper", "named", "of_the_desk")

    def __init__(self, reading: Reading, fact: Plain, due: int, named: str | None, *, is_day: bool, dated: bool = True):
        since = due - EARLY
        if is_day:
            since = max(since, reading.clock.starts[reading.clock.day(due)])
        self.fact, self.due, self.named, self.dated = fact, due, named, dated
        self.keeper = reading.kept(since, fact.at)
        self.of_the_desk = fact.kind == "CallAttempt" and fact.ended == "gatekeeper"

    def open_at(self, at: int) -> bool:
        """Whether nothing had kept it by then."""
        return self.keeper is None or self.keeper.at > at

    @property
    def is_their_word(self) -> bool:
        """Whether the person named the moment."""
        return self.named is not None and not self.of_the_desk


def promises(reading: Reading) -> list[Promise]:
    """Our promises in the order made, less those that nobody waits for any more."""
    made = list(all_promises(reading, [fact for fact in reading.speaking if fact.promising]))
    if not made:
        return []
    if reading.opt_outs:
        silenced = reading.opt_outs[-1].at
        made = [each for each in made if each.fact.at > silenced]
    words = [each for each in made if may_replace(each)] if len(made) > 1 else ()
    stand = [each for each in made if not any(replaces(word, each) for word in words)] if words else made
    noes = [fact.at for fact in reading.noes]
    off = reading.called_off
    return [each for each in stand if each.fact.key not in off and not is_refused(each, noes)]


def may_replace(later: Promise) -> bool:
    """Whether it is a word that can take the place of an earlier one: theirs for a moment, or a note's."""
    return bool(later.named and later.dated) or (later.fact.kind == "Message" and later.fact.note)


def replaces(later: Promise, one: Promise) -> bool:
    """Whether the later word takes the place of the one that is open."""
    if later.fact.at <= one.fact.at:
        return False
    by_a_note = one.named is None and later.fact.kind == "Message" and later.fact.note
    theirs = later.named and later.dated and not (later.of_the_desk and one.is_their_word)
    return bool(theirs or by_a_note) and one.open_at(later.fact.at)


def is_refused(asked_for: Promise, noes: list[int]) -> bool:
    """Whether they said no after they had asked for it."""
    made = asked_for.fact.at
    return asked_for.named is not None and any(no > made and asked_for.open_at(no) for no in noes)


def all_promises(reading: Reading, facts: list[Plain]) -> Iterator[Promise]:
    """Everything that these facts promise, in their order."""
    for fact in facts:
        if fact.kind == "CallAttempt":
            yield from of_a_call(reading, fact)
        elif fact.kind == "Commitment":
            yield promised(reading, fact, fact.due, exactly(fact.due) if fact.asked else None)
        elif fact.back:
            yield promised(reading, fact, fact.promises, exactly(fact.promises))
        elif not fact.inbound and fact in reading.written:
            yield promised(reading, fact, fact.promises, None)


def of_a_call(reading: Reading, call: Plain) -> Iterator[Promise]:
    """What was promised in a call."""
    if call.callback_at:
        named = ON_THE_DAY if call.ended == "gatekeeper" else exactly(call.callback_at)
        yield promised(reading, call, call.callback_at, named)
    if call.promises:
        yield promised(reading, call, call.promises, exactly(call.promises) if call.talked else None)
    if call.asks and not call.inbound and not call.callback_at and not is_dated(reading, call):
        due = next_working_day(reading, call.at)
        yield Promise(reading, call, due, ON_THE_DAY, is_day=True, dated=False)


def is_dated(reading: Reading, call: Plain) -> bool:
    """Whether a promise of ours tells for when they asked."""
    return any(each.at >= call.at and each.ours and each.of_kind == "call" for each in reading.commitments)


def promised(reading: Reading, fact: Plain, moment: Moment, named: str | None) -> Promise:
    """The promise of that moment."""
    return Promise(reading, fact, due_of(reading, fact, moment, named), named, is_day=moment[0])


def exactly(moment: Moment) -> str:
    """How exactly they named it."""
    return ON_THE_DAY if moment[0] else ON_THE_HOUR


def due_of(reading: Reading, fact: Plain, moment: Moment, named: str | None) -> int:
    """When a moment falls due: a note's in another part of the day than the call, theirs of today later today."""
    is_day, value = moment
    if not is_day:
        return value
    clock = reading.clock
    if fact.kind == "Message" and fact.note and failed_in_the_morning(reading, fact.at):
        return after_a_morning(reading, value)
    if named and value == clock.day(fact.at):
        return max(fact.at + LATER_TODAY, next_part(reading, fact.at))
    return clock.starts[value]


def next_part(reading: Reading, at: int) -> int:
    """When the next part of that day begins."""
    day, time = reading.clock.local(at)
    if time >= THREE:
        return at
    return reading.clock.wall(day, NOON if time < NOON else THREE)


def failed_in_the_morning(reading: Reading, written: int) -> bool:
    """Whether the last refusal before a note was in the morning."""
    failed = [call for call in reading.calls if call.refusal and call.at <= written]
    return bool(failed) and reading.clock.part(failed[-1].at) == 0


def next_working_day(reading: Reading, at: int) -> int:
    """The next working day, in another part of the day than the call."""
    clock = reading.clock
    day, time = clock.local(at)
    day = clock.working_days_on(day, 1)
    return after_a_morning(reading, day) if time < NOON else clock.starts[day]


def after_a_morning(reading: Reading, day: int) -> int:
    """Noon, or the start of a day for which they told us hours in the morning alone."""
    today = told_on(reading, day)
    at_noon = not today or any(ends < opens or ends > NOON for opens, ends in today)
    return reading.clock.wall(day, NOON) if at_noon else reading.clock.starts[day]


def told_on(reading: Reading, day: int) -> list[tuple[int, int]]:
    """The hours that they told us for that day of the week."""
    weekday = (day - 1) % 7 + 1
    return [(opens, ends) for days, opens, ends in reading.card.week[1] if weekday in days]


def due_in_their_hours(reading: Reading, promise: Promise) -> int:
    """When it is to be made: a day that they did not name moves to the first for which they told us hours."""
    theirs = promise.is_their_word and promise.dated
    if theirs or promise.named != ON_THE_DAY or not reading.card.week[1]:
        return promise.due
    named = day = reading.clock.day(promise.due)
    while not told_on(reading, day):
        day += 1
    return promise.due if day == named else reading.clock.starts[day]


def start_of(reading: Reading, moment: Moment) -> int:
    """The instant at which a moment begins."""
    return reading.clock.starts[moment[1]] if moment[0] else moment[1]


def is_awaited(reading: Reading, made: Plain) -> bool:
    """Whether it was neither called off nor refused by who had asked for it."""
    if made.asked and any(no.at > made.at for no in reading.noes):
        return False
    return made.key not in reading.called_off


def owed(reading: Reading) -> list[tuple[Plain, int]]:
    """What we promised besides calls and have not done, each with the end of its day."""
    ours = [each for each in reading.commitments if each.ours and each.of_kind != "call" and each.due]
    still = [each for each in ours if is_awaited(reading, each) and not is_done(reading, each)]
    return [(each, reading.clock.ends(start_of(reading, each.due))) for each in still]


def is_done(reading: Reading, made: Plain) -> bool:
    """A message keeps what was to be sent, a meeting what we were to meet for, a talk or a message the rest."""
    kind, at = made.of_kind, made.at
    sent = kind != "meet" and any(each.at > at for each in reading.written)
    met = kind == "meet" and any(each.at > at for each in reading.meetings)
    return sent or met or (kind == "other" and any(each.at > at for each in reading.talks))
