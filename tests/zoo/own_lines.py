"""Broken policies whose own rules offer lines that are not fit, or judge words and fail: the house leaves them out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.declared import Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.script import Agenda, Ask, Claim, Finding, Opener, Sender
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

LOUDEST = 0.5
BETTER = {"opener": "Ask a question.", "voicemail": "Say what it is about."}


@attrs.frozen
class SpringOffer:
    """What is a spring call for? For an answer on the same day."""

    name: ClassVar[str] = "spring_offer"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def agenda(self, reason: Reason) -> Agenda | None:
        if reason.name == "promise":
            return None
        offer = Ask("The spring price is for today only. Shall we sign now?", "spring_price")
        return Agenda(objective="Sell the spring set.", asks=(offer,), outcome="They bought the spring set.")


@attrs.frozen
class AsWeSaid:
    """Are we no strangers? Then begin where we left off, whether we ever talked or only ever wrote."""

    name: ClassVar[str] = "as_we_said"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History, sender: Sender) -> Opener | None:
        if not sender.name or not history.entries:
            return None
        text = f"This is {sender.name}. I have thought about our last conversation. May I put one question?"
        return Opener(text=text, claims=(Claim(sender.name, "sender.name"),), name="as_we_said")


@attrs.frozen
class HalfPrice:
    """Did they buy before? Then begin with what it saves them, a figure that nobody noted."""

    name: ClassVar[str] = "half_price"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History) -> Opener | None:
        if not history.still_bought:
            return None
        return Opener(
            text="I have something that will save you 1,200 euros a year. Shall I tell you how?", name="saves"
        )


@attrs.frozen
class NoShouting:
    """Are more than half of the letters capitals?"""

    name: ClassVar[str] = "no_shouting"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def manners(self, text: str) -> Finding | None:
        loud = sum(each.isupper() for each in text) / sum(each.isalpha() for each in text)
        if loud <= LOUDEST:
            return None
        return Finding(rule="shouting", says="it shouts", found=text, at=(0, len(text)))


@attrs.frozen
class NoBrackets:
    """Are there brackets that nobody can say aloud? What would be better hangs on the kind of the text."""

    name: ClassVar[str] = "no_brackets"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def manners(self, text: str, kind: str) -> Iterator[Finding]:
        better = BETTER[kind] if kind not in {None, "note"} else "Leave it out."
        for place, each in enumerate(text):
            if each in "()[]":
                yield Finding(
                    rule="brackets", says="it cannot be said", found=each, at=(place, place + 1), better=better
                )


def _specimen(known_by: str, says: str, kind: type, breaks: str) -> Specimen:
    return Specimen(id=known_by, group="words", says=says, make=house_with(kind), breaks={breaks})


OWN_LINES = (
    _specimen(
        "today-only",
        "Our agenda had a price for today only, the gate dropped it, and the rep had nothing to ask.",
        SpringOffer,
        "own-words-are-fit",
    ),
    _specimen(
        "as-we-said",
        "We wrote to her twice, and the script wanted to begin with our last conversation.",
        AsWeSaid,
        "own-words-are-fit",
    ),
    _specimen(
        "saves-twelve-hundred",
        "Customers were to hear that it saves them 1,200 euros, and nobody knows where that figure comes from.",
        HalfPrice,
        "own-words-are-fit",
    ),
    _specimen(
        "no-shouting",
        "Somebody checked a note of figures only, and got an error instead of an answer.",
        NoShouting,
        "any-words-are-judged",
    ),
    _specimen(
        "better-by-kind",
        "Openers are checked and voicemails are; a note after a hang-up makes the check fall over.",
        NoBrackets,
        "any-words-are-judged",
    ),
)
"""Wrong in what they would say, or in judging it."""
