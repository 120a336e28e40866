"""What rules are asked. Eight questions, each with one way in which the answers combine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
import pluggy

from callrules.contact import Contact
from callrules.errors import InvalidValue
from callrules.history import History
from callrules.moments import Window
from callrules.script import Agenda, Finding, Opener, Sender
from callrules.step import Errand, Prepare, Reason, SeekIntroduction, Step, Stop, Write

PROJECT = "callrules"
T = TypeVar("T")

hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a method of a rule as the answer to the question of the same name."""

hookspec = pluggy.HookspecMarker(PROJECT)


@hookspec
def walk_away(contact: Contact, history: History) -> Stop | Iterable[Stop] | None:
    """Is there a ground to stop?

    When asked: first, before any reason is heard.
    What it gets: the contact, and the history as it concerns them, up to now; no moment.
    What to return: a `Stop`, or several, also those that only time will bring; `None` means no ground.
    How answers combine: one is enough, the hardest is named; one that is not `firm` waits for open promises of ours.
    """


@hookspec
def reasons(contact: Contact, history: History) -> Reason | Iterable[Reason] | None:
    """Why would this person be glad to hear from us, and from when?

    When asked: when nothing stops us.
    What it gets: the contact, and the history as it concerns them, up to now.
    What to return: a `Reason`, or several, also those due later; `None` means none. No reason, no call.
    How answers combine: all are heard; the earliest callable, then the rank of reasons, then the name.
    """


@hookspec
def permits(contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
    """Which is the first permitted window that ends after `at`?

    When asked: for every reason with every live number; again where the moment lies outside what it answered.
    What it gets: besides contact and history the reason, the number (`None`: the host keeps it), an instant.
    What to return: that `Window`, or `Window.never(...)`; it stands until it ends. `None` is a window without end.
    How answers combine: all must agree; a window that `yields` gives way inside a moment the person named.
    """


@hookspec
def before(
    contact: Contact, history: History, reason: Reason | None, at: dt.datetime
) -> Errand | Iterable[Errand] | None:
    """What must be done first, or is owed anyway?

    When asked: once with `reason=None` and the present moment, and once for each reason that can be called.
    What it gets: besides contact and history the reason and the moment at which it could be called.
    What to return: a `Write`, `Prepare` or `SeekIntroduction` (or several); `None` means nothing.
    How answers combine: all are heard; each holds up its call. A promised or returned one waits for a `Write` alone.
    """


@hookspec
def openers(
    contact: Contact, history: History, reason: Reason, sender: Sender, at: dt.datetime
) -> Opener | Iterable[Opener] | None:
    """How could this call begin, and which facts does that rest on?

    When asked: when a script is written for a call; never while a step is decided.
    What it gets: besides contact, history and the reason of the call who speaks, and the moment of the call.
    What to return: an `Opener`, or several, each with its claims and a `name`; `None` means none.
    How answers combine: all are heard; one whose claims are facts, that manners pass and that was not used last time.
    """


@hookspec
def agenda(contact: Contact, history: History, reason: Reason, sender: Sender, at: dt.datetime) -> Agenda | None:
    """What is it for: objective, small asks, outcome, path?

    When asked: when a script is written for a call, once.
    What it gets: what `openers` gets.
    What to return: an `Agenda`; what it leaves out (buy-in, next call) is the house's. `None`: ask the next rule.
    How answers combine: the first is taken, yours before the house's; asks agreed in a talk go, what is new is added.
    """


@hookspec
def manners(text: str, kind: str | None, language: str) -> Finding | Iterable[Finding] | None:
    """What is wrong with these words, and what would be better?

    When asked: about every opener that is offered, and about any text that somebody hands in.
    What it gets: the text; its kind (`opener`, `voicemail`, a purpose; `None`: unknown); its language (`en`).
    What to return: a `Finding`, or several, with the places in the text; `None` means that nothing is wrong.
    How answers combine: all are heard. An opener about which anything is found is not said.
    """


@hookspec
def priority(contact: Contact, history: History, step: Step, now: dt.datetime) -> float | Iterable[float] | None:
    """How much does this one matter today?

    When asked: when a day list is ordered, about every step that is due; never while a step is decided.
    What it gets: besides contact and history the step that is due, and the present moment.
    What to return: a number of days, a year at most, as if they had waited so much longer; below 0 later, `None` 0.
    How answers combine: they are summed; promised and returned calls come first all the same.
    """


DECIDING = ("walk_away", "reasons", "permits", "before")
"""The questions by which a step is decided."""

SPEAKING = ("openers", "agenda", "manners")
"""The questions about its words, asked when somebody wants them."""

ORDERING = ("priority",)
"""The questions about whose turn it is, asked when a day is planned."""

HOOKS = (*DECIDING, *SPEAKING, *ORDERING)
"""The questions, in the order in which they are asked."""

ANSWERS: dict[str, tuple[type, ...]] = {
    "walk_away": (Stop,), "reasons": (Reason,), "permits": (Window,), "before": (Write, Prepare, SeekIntroduction),
    "openers": (Opener,), "agenda": (Agenda,), "manners": (Finding,),
    "priority": (float, int),
}  # fmt: skip


MOST = 36_525
"""A hundred years of days: what comes later than that never comes, and more of anything than that is no limit."""

A_HUNDRED_YEARS = " (a hundred years of days: more never comes)"


def parameter(default: T, *, says: str, source: str, least: int = 0, most: int = MOST) -> T:
    """A number of a rule: its default, what it means with its unit, and where it comes from.

    Whole numbers below `least` and above `most` are refused with `InvalidValue`. Unless told, `most` is 36,525: a
    hundred years, counted in days.
    """
    told = {"says": says, "source": source, "least": least, "most": most}
    return attrs.field(default=default, metadata=told, validator=_between(least, most))


def _between(least: int, most: int) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    def check(rule: Any, field: attrs.Attribute[Any], value: Any) -> None:
        for each in value if isinstance(value, (tuple, list)) else (value,):
            if isinstance(each, int) and not isinstance(each, bool) and not least <= each <= most:
                expected = f"whole numbers from {least} to {most:,}{A_HUNDRED_YEARS if most == MOST else ''}"
                raise InvalidValue(f"{type(rule).__name__}.{field.name}", value, expected)

    return check
