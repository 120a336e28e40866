"""Every reason to call but the simple ones; a sentence is told only when somebody wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from floor.bad_moments import announced
from floor.clock import DAY, instant
from floor.cold import four_calls
from floor.days import told
from floor.plain import Plain
from floor.promises import ON_THE_HOUR, Promise, due_in_their_hours, start_of
from floor.reading import Reading
from floor.simple import simple_reasons
from floor.their_turn import lapses, standing
from floor.why import Why

NINETY = 90 * DAY


def reasons(reading: Reading, made: list[Promise], now: int) -> list[Why]:
    """All that are not stale."""
    found: list[Why] = []
    if reading.turned:
        found += returned(reading, made)
    if made:
        found += promised(reading, made)
    if reading.commitments:
        found += their_lapsed(reading)
    if reading.last_talk:
        found += after_a_talk(reading, made)
    if reading.untold:
        found += insights(reading)
    if reading.has_bad_moment:
        found += announced(reading)
    simple_reasons(found, reading, now)
    four_calls(found, reading)
    return found


def returned(reading: Reading, made: list[Promise]) -> Iterator[Why]:
    """They turned to us, and nobody has answered."""
    turned = [fact for fact in reading.turned if not reading.within_a_talk(fact)]
    last = max(turned, key=lambda fact: fact.at, default=None)
    if last is None or reading.settled > last.at or any(no.at >= last.at for no in reading.opt_outs):
        return
    if not any(each.named and each.dated and each.fact.at >= last.at for each in made):
        yield Why("returned_calls", "returned_call", last.at, lambda: says_returned(reading, last), last.key)


def says_returned(reading: Reading, turned: Plain) -> str:
    day = reading.clock.day(turned.at)
    latest = reading.clock.working_days_on(day, 2)
    how = "they called us" if turned.kind == "CallAttempt" else "they wrote to us"
    return f"{how} on {told(day, '%a %d %b')}: to be called back by {told(latest, '%a %d %b %Y')}"


def promised(reading: Reading, made: list[Promise]) -> Iterator[Why]:
    """We promised; or we rang as promised, in vain."""
    for each in made:
        keeper, key = each.keeper, each.fact.key
        if keeper is None:
            due = due_in_their_hours(reading, each)
            yield Why("promised_calls", "promise", due, sentence(reading, each), key, named=each.named)
        elif keeper.kind == "CallAttempt" and keeper.unanswered and reading.settled < keeper.at:
            says = f"we rang as promised and missed them{what(each.fact)}"
            yield Why("promised_calls", "follow_up", keeper.over_by, says, key)


def sentence(reading: Reading, promise: Promise) -> Callable[[], str]:
    return lambda: says_promised(reading, promise)


def says_promised(reading: Reading, promise: Promise) -> str:
    local = instant(promise.due).astimezone(reading.clock.zone)
    when = f"{local:%a %d %b %Y, %H:%M}" if promise.named == ON_THE_HOUR else f"{local:%a %d %b %Y}"
    return f"{who_asked(promise)} ({when}){what(promise.fact)}"


def who_asked(promise: Promise) -> str:
    fact = promise.fact
    if fact.kind == "Message" and fact.note:
        return "our note named this day for the call"
    if promise.named is None:
        return "we said we would call"
    who = "whoever answered named" if promise.of_the_desk else "they asked for"
    if not promise.dated:
        return f"{who} a call, and left the time to us"
    return f"{who} a call at this hour" if promise.named == ON_THE_HOUR else f"{who} a call on this day"


def what(fact: Plain) -> str:
    return f": {fact.what}" if fact.kind == "Commitment" and fact.what else ""


def their_lapsed(reading: Reading) -> Iterator[Why]:
    """They meant to turn to us."""
    for promise in standing(reading):
        lapse = lapses(reading, promise)
        if reading.settled < lapse:
            says = f"they meant to turn to us: {promise.what or 'as they said'}"
            yield Why("their_promises", "their_promise_lapsed", lapse, says, promise.key)


def after_a_talk(reading: Reading, made: list[Promise]) -> Iterator[Why]:
    """We have just met, or the last talk moved on."""
    talk, clock = reading.last_talk, reading.clock
    if reading.settled > talk.at:
        return
    if talk.kind == "Meeting":
        due, expires = due_after_meeting(reading, talk), clock.add(talk.at, days=14)
        yield Why("just_met", "recently_met", due, lambda: says_met(reading, talk), talk.key, expires=expires)
    elif talk.advance:
        agreed = [each for each in reading.commitments if each.at >= talk.at]
        cared = any(each.of_kind == "call" or not each.ours for each in agreed)
        if not cared and not any(each.fact.at >= talk.at for each in made):
            last = max([talk.at, *(start_of(reading, each.due) for each in agreed if each.due)])
            due = clock.starts[clock.working_days_on(clock.day(last), 5)]
            says = f"our talk moved on{yeses(talk)}, and no call was agreed for what comes next"
            yield Why("follow_ups", "follow_up", due, says, talk.key, expires=clock.add(last, days=30))


def yeses(talk: Plain) -> str:
    return f" ({', '.join(talk.agreed)})" if talk.agreed else ""


def due_after_meeting(reading: Reading, met: Plain) -> int:
    """The next working day; the same day where there is something to share."""
    clock = reading.clock
    day = clock.day(met.at)
    fresh = [each.at for each in reading.untold if day - 90 < clock.day(each.at) <= day]
    next_day = clock.starts[clock.working_days_on(day, 1)]
    return min(next_day, max(met.at, min(fresh))) if fresh else next_day


def says_met(reading: Reading, met: Plain) -> str:
    clock = reading.clock
    day, overdue = clock.day(met.at), clock.day(clock.add(met.at, days=10))
    place = f" at {met.met_at}" if met.met_at else ""
    return f"we met{place} on {told(day, '%d %b')}; late from {told(overdue, '%d %b')} on"


def insights(reading: Reading) -> Iterator[Why]:
    """Something new, some working days after a talk."""
    after, clock = None, reading.clock
    if reading.last_talk:
        after = clock.starts[clock.working_days_on(clock.day(reading.talked), 5)]
    for each in reading.untold:
        due = each.at if after is None else max(each.at, after)
        yield Why(
            "insights", "insight", due, f"worth knowing for them: {each.text}", each.key, expires=each.at + NINETY
        )
