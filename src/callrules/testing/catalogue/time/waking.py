"""Laws of waking: a host may sleep until `at`, has missed nothing, and is not kept waiting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.step import Call, Rest, Step, WalkAway
from callrules.testing.catalogue.shared.predicates import asks_for_a_call, on_their_clock, open_promises
from callrules.testing.catalogue.shared.restraints import binding_rules, idle_moment, names_a_silent_rule
from callrules.testing.lawbook import Broken, law
from callrules.testing.lives import next_clock_change
from callrules.testing.oracle import DAY, Occasion
from callrules.testing.situations import MICROSECOND, Situation

SECOND, A_YEAR, TEN_YEARS = dt.timedelta(seconds=1), 366 * DAY, 3653 * DAY
MOST_WAKES = 40


def _until(step: Step, now: dt.datetime) -> dt.datetime:
    """Until when an answer must stay: its own `at` included, that of a rest not; for ever where it has none."""
    if step.at is None:
        return now + TEN_YEARS
    return step.at - MICROSECOND if isinstance(step, Rest) else step.at


def _between(situation: Situation, end: dt.datetime) -> list[dt.datetime]:
    """Moments from now to `end`: both ends, the middle, their midnight, the next clock change, edges of gaps."""
    now, person = situation.now, situation.person
    midnight = person.wall(person.day(now) + DAY)
    change = next_clock_change(now, person.zone.key)
    near = [now + SECOND, end, end - SECOND, now + (end - now) / 2, midnight, change, now + DAY, now + 30 * DAY]
    edges = [fact.at + hours * dt.timedelta(hours=1) for fact in person.ours[-2:] for hours in (20, 48, 168)]
    return sorted({at for at in (*near, *edges) if now <= at <= end})


@law(
    "wakes-honestly",
    says="While nothing happens, the answer stays the same until its own moment.",
    group="time",
    moment="waiting",
    reached=lambda situation: situation.step.at is None or situation.step.at > situation.now,
    at_the_end=True,
)
def wakes_honestly(situation: Situation) -> Iterator[Broken]:
    """A host that sleeps until `at` has missed nothing."""
    step = situation.step
    for at in _between(situation, _until(step, situation.now)):
        other = situation.asked(at)
        if other != step:
            yield Broken(says=f"promised to answer {_told(step)}, and answers {_told(other)}", at=at)


def _told(step: Step) -> str:
    at = f" at {step.at:%Y-%m-%d %H:%M:%S} UTC" if step.at else ""
    return f"{step.type} {step.reason.name}{at}" if isinstance(step, Call) else f"{step.type}{at}"


@law(
    "wake-is-ahead",
    says="A step is never due before it was asked for, and a rest ends later than now.",
    group="time",
)
def wake_is_ahead(situation: Situation) -> Iterator[Broken]:
    """Only a rest or a goodbye may have no moment at all."""
    step, now = situation.step, situation.now
    if step.at is None:
        if not isinstance(step, (Rest, WalkAway)):
            yield Broken(says=f"a {step.type} that is never due")
        return
    if step.at < now or (isinstance(step, Rest) and step.at == now):
        yield Broken(says=f"{step.type} at a moment that is over: {step.at:%Y-%m-%d %H:%M:%S} UTC")
    if isinstance(step, Call) and step.until is not None and step.until <= step.at:
        yield Broken(says="a call that ends before it begins")


@law(
    "no-zeno",
    says="Who follows the rests gets somewhere: they do not follow one another for ever.",
    group="time",
    moment="resting",
    reached=lambda situation: isinstance(situation.step, Rest) and situation.step.at is not None,
    at_the_end=True,
)
def no_zeno(situation: Situation) -> Iterator[Broken]:
    """Forty wakes in one year are too many for anything."""
    step, now = situation.step, situation.now
    for _ in range(MOST_WAKES):
        if not isinstance(step, Rest) or step.at is None or step.at > situation.now + A_YEAR:
            return
        if step.at <= now:
            yield Broken(says="a rest that does not move on", at=now)
            return
        now = step.at
        step = situation.asked(now)
    yield Broken(says=f"after {MOST_WAKES} wakes still at rest, at {now:%Y-%m-%d %H:%M} UTC", at=now)


def _waits(situation: Situation) -> bool:
    call = situation.call
    return asks_for_a_call(situation) and call is not None and call.at is not None and call.at > situation.now


@law(
    "no-idle-wait",
    says="A call that waits is held up by something: a declared restraint, or a rule that says so.",
    group="time",
    moment="a call must wait",
    reached=_waits,
)
def no_idle_wait(situation: Situation) -> Iterator[Broken]:
    """From the moment its reason is due, or now, until it may be made."""
    call = situation.call
    if call is None or call.at is None or names_a_silent_rule(situation, call, call.reason.about):
        return
    start = max(situation.now, call.reason.due or situation.now, call.since or situation.now)
    idle = idle_moment(situation, Occasion.of(call.reason), start, call)
    if idle and not open_promises(situation):
        yield Broken(says=_waits_for_nothing(situation, call, idle), at=idle, expected="call")


def _waits_for_nothing(situation: Situation, call: Call, idle: dt.datetime) -> str:
    """A delayed call as a broken law.

    How long it waits, a moment that was free, and which named rules could have used it.
    """
    until, free = (on_their_clock(situation, each) for each in (call.at or idle, idle))
    holders = sorted(binding_rules(call))
    said = f"named are {', '.join(holders)}: declare what holds it, or Besides" if holders else "no rule is named"
    return f"a call for {call.reason.name} waits until {until}, and nothing declared forbids {free} ({said})"


@law(
    "due-stays-due",
    says="A call that is due stays something to do until its window closes, and that window does not move.",
    group="time",
    moment="a call is asked for",
    reached=asks_for_a_call,
    at_the_end=True,
)
def due_stays_due(situation: Situation) -> Iterator[Broken]:
    """At its first moment, in the middle, and just before the end."""
    call = situation.call
    for ring in situation.rings:
        step = situation.asked(ring.at)
        if call and call.until and _is_same_call(step, call) and getattr(step, "until", None) != call.until:
            says = f"the call may be made until {_end(call)}, and asked again within that, until {_end(step)}"
            yield Broken(says=says, at=ring.at)
        if (step.at is None and isinstance(step, Rest)) or (step.at is not None and step.at > ring.at):
            yield Broken(says=f"the call is said to be due until later, and the answer is {step.type}", at=ring.at)


def _is_same_call(step: Step, call: Call) -> bool:
    """Whether it is a call for the same reason, on the same number."""
    return isinstance(step, Call) and (step.reason, step.number) == (call.reason, call.number)


def _end(step: Step) -> str:
    until = step.until if isinstance(step, Call) else None
    return f"{until:%Y-%m-%d %H:%M:%S} UTC" if until else "any moment"
