"""Laws of composition: rules are asked together, and none is louder for standing elsewhere."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.daylist import day_list
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.step import Call, Prepare, Rest, SeekIntroduction, Step, WalkAway, Write
from callrules.testing.catalogue.following import done
from callrules.testing.catalogue.looking import is_ahead_of_the_facts, is_errand, living_numbers, on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.plain.clock import DAY
from callrules.testing.plain.grounds import is_refused_number, refused
from callrules.testing.situations import MICROSECOND, PolicyRaised, Situation, asked

SHUFFLES = 4
HOUR = dt.timedelta(hours=1)


@attrs.frozen
class Guard:
    """Every other stretch of so many hours, and nothing else."""

    name: ClassVar[str] = "a_guard_of_the_laws"
    hours: int

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        """The stretch that `at` lies in where it is an even one, else the next."""
        epoch = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
        stretch = (at - epoch) // (self.hours * HOUR)
        opens = epoch + (stretch + stretch % 2) * self.hours * HOUR
        return Window(start=opens, end=opens + self.hours * HOUR, says="every other stretch")


def _playbook(situation: Situation) -> Playbook:
    assert isinstance(situation.policy, Playbook)  # noqa: S101 - what `composes` promises
    return situation.policy


@law(
    "order-of-rules",
    says="The order in which rules stand changes no answer.",
    group="composition",
    at_the_end=True,
    composes=True,
)
def order_of_rules(situation: Situation) -> Iterator[Broken]:
    """Backwards and shuffled."""
    playbook = _playbook(situation)
    for seed in (0, 1 + situation.seed % SHUFFLES):
        again = _reordered(playbook, seed)
        if asked(again, situation.contact, situation.history, situation.now) != situation.step:
            yield Broken(says="the same rules in another order answer otherwise")


@lru_cache(maxsize=64)
def _reordered(playbook: Playbook, seed: int) -> Playbook:
    """Its rules backwards for seed 0, else shuffled."""
    rules = list(playbook.rules)[::-1]
    dealt = random.Random(seed).sample(rules, len(rules)) if seed else rules  # noqa: S311 - no secret
    return type(playbook)(dealt, strict=playbook.strict)


@law(
    "stricter-never-sooner",
    says="One more guard never makes a call due that was not.",
    group="composition",
    moment="a call is asked for",
    when=lambda situation: situation.call is not None,
    at_the_end=True,
    composes=True,
)
def stricter_never_sooner(situation: Situation) -> Iterator[Broken]:
    """Point by point: at the moments at which the stricter playbook would ring, this one would."""
    for hours in (1, 5, 24):
        stricter = _guarded(_playbook(situation), hours)
        step = asked(stricter, situation.contact, situation.history, situation.now)
        if isinstance(step, Call) and step.at:
            before = situation.asked(step.at)
            if not (isinstance(before, Call) and before.is_due(step.at)):
                yield Broken(says=f"a guard of every other {hours} hours brought a call forward", at=step.at)


@lru_cache(maxsize=64)
def _guarded(playbook: Playbook, hours: int) -> Playbook:
    return playbook.with_rules(Guard(hours))


@law("gate-agrees", says="The last gate opens exactly when a call is due.", group="composition")
def gate_agrees(situation: Situation) -> Iterator[Broken]:
    """Now, at the call's moment and just before it."""
    step, now = situation.step, situation.now
    due = isinstance(step, Call) and step.is_due(now)
    if due and not situation.gate().allowed:
        yield Broken(says="a call is due, and the gate is shut", expected="call")
    if situation.gate().allowed and not due and not is_errand(step):
        yield Broken(says=f"the gate is open, and the answer is {step.type}", expected="no call")
    if isinstance(step, Call) and step.at and not situation.gate(step.at, step.number).allowed:
        says = f"the call may be made from {on_their_clock(situation, step.at)} on, and then the gate is shut"
        yield Broken(says=says, at=step.at, expected="call")
    if isinstance(step, Call) and step.at and step.at > now and situation.gate(step.at - MICROSECOND).allowed:
        says = f"the call must wait until {on_their_clock(situation, step.at)}, and just before that the gate is open"
        yield Broken(says=says, at=step.at - MICROSECOND, expected="no call")


def _names_or_should(situation: Situation) -> bool:
    waits = situation.call is not None and is_ahead_of_the_facts(situation)
    return situation.gate().at is not None or waits


@law(
    "refusal-names-the-moment",
    says="A refusal names the first moment at which the phone may ring, or none.",
    group="composition",
    moment="refused at the gate",
    when=lambda situation: not situation.gate().allowed and _names_or_should(situation),
    at_the_end=True,
)
def refusal_names_the_moment(situation: Situation) -> Iterator[Broken]:
    """Then the gate is open, and just before it is not."""
    at = situation.gate().at
    if at is None:
        yield Broken(says="refused without a moment, although a call waits for one", expected="call")
    elif at <= situation.now:
        yield Broken(says="refused now, and said to be allowed at a moment that is over")
    elif not situation.gate(at).allowed:
        yield Broken(says="refused at the moment that the refusal named", at=at, expected="call")
    elif situation.gate(at - MICROSECOND).allowed:
        yield Broken(says="allowed before the moment that the refusal named", at=at)


GARBAGE = ("", "abc", "+")
"""What stands in a column for telephone numbers and is none."""
NOBODYS = "+19995550199"


def _asks_about(situation: Situation) -> Iterator[str]:
    """What is no number of theirs; of numbers that nobody may ring also other spellings."""
    theirs = [phone.number for phone in situation.contact.phones]
    yield from (each for each in (*GARBAGE, NOBODYS) if each not in theirs)
    for number in theirs:
        if refused(situation.person, situation.now) or is_refused_number(situation.person, number):
            yield from (number[1:], f"00{number[1:]}", f"0{number[3:]}")


def _rings_it(situation: Situation, asked_about: str) -> bool:
    """Whether the gate lets that ring; one that raises does not, and one that names a living number means that."""
    try:
        verdict = situation.gate(number=asked_about)
    except PolicyRaised:
        return False
    is_meant = (verdict.number or asked_about) in living_numbers(situation)
    return verdict.allowed and (refused(situation.person, situation.now) or not is_meant)


@law(
    "gate-knows-their-numbers",
    says="The last gate opens for nothing that is no telephone number of theirs.",
    group="composition",
    moment="a number of theirs is known",
    when=lambda situation: bool(situation.contact.phones),
    at_the_end=True,
)
def gate_knows_their_numbers(situation: Situation) -> Iterator[Broken]:
    """Asked with what is no number, or nobody's; after a stop also with other spellings of the numbers refused."""
    for each in _asks_about(situation):
        if _rings_it(situation, each):
            yield Broken(says=f"asked about the number {each!r}, the gate opens", expected="no call")
            return


@law(
    "book-order",
    says="The order of the book changes nobody's call.",
    group="composition",
    at_the_end=True,
    composes=True,
)
def book_order(situation: Situation) -> Iterator[Broken]:
    """The day list of three people, forwards and backwards."""
    people = [
        (situation.contact, situation.history),
        (Contact(id="a first", timezone="UTC"), History()),
        (Contact(id="z last", timezone="Asia/Tokyo"), History()),
    ]
    lists = [day_list(_playbook(situation), order, situation.now) for order in (people, people[::-1])]
    calls = [{contact.id: call for contact, call in each.calls} for each in lists]
    if calls[0] != calls[1]:
        yield Broken(says="in another order of the book, others are called, or for other reasons")


def _asks_for_an_errand(situation: Situation) -> bool:
    return isinstance(situation.step, (Write, Prepare, SeekIntroduction)) and is_ahead_of_the_facts(situation)


SEVERAL = 4
"""So many errands of one kind may be owed at once: two orders, two cards."""


@law(
    "errand-done-counts",
    says="Who does exactly what was asked is not asked for it again.",
    group="composition",
    moment="an errand is asked for",
    when=_asks_for_an_errand,
    at_the_end=True,
)
def errand_done_counts(situation: Situation) -> Iterator[Broken]:
    """A minute after it was done; a few times, where there are several of a kind."""
    step, history = situation.step, situation.history
    at = max(situation.now, step.at or situation.now)
    for _ in range(SEVERAL):
        history = history.add(*done(step, at))
        at += dt.timedelta(minutes=1)
        if not _asks_the_same(situation.asked(at, history), step):
            return
    yield Broken(says=f"{_named(step)} was done, and is asked for again", at=at, history=history)


def _named(step: Step) -> str:
    """Which errand it is, in words."""
    if isinstance(step, Write):
        return f"the note {step.purpose.replace('_', ' ')!r}" + (f" by {step.channel.value}" if step.channel else "")
    if isinstance(step, Prepare):
        return f"finding out {', '.join(each.replace('_', ' ') for each in step.missing)}"
    return f"the {step.type.replace('_', ' ')}"


def _asks_the_same(after: Step, before: Step) -> bool:
    if type(after) is not type(before) or isinstance(after, (Rest, WalkAway)):
        return False
    parts = ("purpose", "missing", "path", "since")
    same = all(getattr(after, part, None) == getattr(before, part, None) for part in parts)
    return same and after.at is not None and before.at is not None and after.at - before.at < DAY


COMPOSITION = (
    order_of_rules, stricter_never_sooner, gate_agrees, refusal_names_the_moment, gate_knows_their_numbers, book_order,
    errand_done_counts,
)  # fmt: skip
