"""Laws of composition: rules are asked together, and none is louder for standing elsewhere."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, ClassVar, cast

import attrs

from callrules.contact import Contact
from callrules.desk.day_list import day_list
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.step import Call, Prepare, Rest, SeekIntroduction, Step, Verdict, WalkAway, Write
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import is_ahead_of_the_facts
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, HOUR
from callrules.testing.questions import Question, heard
from callrules.testing.situations import Situation, asked

SHUFFLES = 4


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
    assert isinstance(situation.policy, Playbook)  # noqa: S101 - what `needs_playbook` promises
    return situation.policy


@law(
    "order-of-rules",
    says="The order in which rules stand changes no answer.",
    group="composition",
    at_the_end=True,
    needs_playbook=True,
)
def order_of_rules(situation: Situation) -> Iterator[Broken]:
    """Backwards and shuffled."""
    playbook = _playbook(situation)
    for seed in (0, 1 + situation.seed % SHUFFLES):
        if asked(_reordered(playbook, seed), situation.contact, situation.history, situation.now) != situation.step:
            yield Broken(says="the same rules in another order answer otherwise")


@lru_cache(maxsize=64)
def _reordered(playbook: Playbook, seed: int) -> Playbook:
    """Its rules backwards for seed 0, else shuffled."""
    rules = list(playbook.rules)[::-1]
    dealt = random.Random(seed).sample(rules, len(rules)) if seed else rules  # noqa: S311 - no secret
    return attrs.evolve(playbook, rules=dealt)


@law(
    "stricter-never-sooner",
    says="One more guard never makes a call due that was not.",
    group="composition",
    moment="a call is asked for",
    reached=lambda situation: situation.call is not None,
    at_the_end=True,
    needs_playbook=True,
)
def stricter_never_sooner(situation: Situation) -> Iterator[Broken]:
    """Point by point: at the moments at which the stricter playbook would ring, this one would."""
    for hours in (1, 5, 24):
        step = asked(_guarded(_playbook(situation), hours), situation.contact, situation.history, situation.now)
        if isinstance(step, Call) and step.at:
            before = situation.asked(step.at)
            if not (isinstance(before, Call) and before.is_due(step.at)):
                yield Broken(says=f"a guard of every other {hours} hours brought a call forward", at=step.at)


@lru_cache(maxsize=64)
def _guarded(playbook: Playbook, hours: int) -> Playbook:
    return playbook.with_rules(Guard(hours))


@attrs.frozen
class AsListed:
    """A playbook as a day list asks it: each question is heard, so that two answers to one of them are found."""

    playbook: Playbook

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step | Verdict:
        """The playbook's answer, whatever it is."""
        return heard(Question(self.playbook, contact, history, now)).put()

    def __getattr__(self, name: str) -> Any:
        """Everything else is the playbook's."""
        return getattr(self.playbook, name)


@law(
    "book-order",
    says="The order of the book changes nobody's call.",
    group="composition",
    at_the_end=True,
    needs_playbook=True,
)
def book_order(situation: Situation) -> Iterator[Broken]:
    """The day list of three people, forwards and backwards."""
    people = [
        (situation.contact, situation.history),
        (Contact(id="a first", timezone="UTC"), History()),
        (Contact(id="z last", timezone="Asia/Tokyo"), History()),
    ]
    asked_about = cast("Playbook", AsListed(_playbook(situation)))
    lists = [day_list(asked_about, order, situation.now) for order in (people, people[::-1])]
    calls = [{contact.id: call for contact, call in each.calls} for each in lists]
    if calls[0] != calls[1]:
        yield Broken(says="in another order of the book, others are called, or for other reasons")


SEVERAL = 4
"""So many errands of one kind may be owed at once: two orders, two cards."""


@law(
    "errand-done-counts",
    says="Who does exactly what was asked is not asked for it again.",
    group="composition",
    moment="an errand is asked for",
    reached=lambda situation: (
        isinstance(situation.step, (Write, Prepare, SeekIntroduction)) and is_ahead_of_the_facts(situation)
    ),
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
