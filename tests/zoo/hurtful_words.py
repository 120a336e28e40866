"""Broken policies whose own words sell in an apology, blame and press, or tell our notes as their words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

import attrs

from callrules.declared import Declared
from callrules.facts import Kinds, Research
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.script import Agenda, Ask, Claim, Opener, Sender
from callrules.step import Reason
from callrules.words.manners import Manners
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class SecondPair:
    """Did they buy a pair? Then every call is about a second one."""

    name: ClassVar[str] = "second_pair"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def agenda(self, history: History) -> Agenda | None:
        if not history.still_bought:
            return None
        asks = (
            Ask("How does the first pair do?", "first_pair"),
            Ask("Would you like to order a second pair?", "second"),
        )
        return Agenda(objective="Hear how they do.", asks=asks, path=("Ask how they do.", "Ask for the order."))


@attrs.frozen
class WinBackOffer:
    """Did they stop buying? Then name a better price before they have said why."""

    name: ClassVar[str] = "win_back_offer"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def agenda(self, reason: Reason) -> Agenda | None:
        if reason.name != "lapsed_customer":
            return None
        offer = Ask("May I send you an offer that is easier on you?", "an_offer")
        return Agenda(
            objective="Win them back.", asks=(offer,), path=("Say that we miss them.", "Name a better price.")
        )


@attrs.frozen
class LateButCheap:
    """Does the call begin with an apology? The rep is to go by a path that ends in a sale all the same."""

    name: ClassVar[str] = "late_but_cheap"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def agenda(self, reason: Reason) -> Agenda | None:
        if reason.name != "promise":
            return None
        return Agenda(objective="Keep our word, and sell them the big lamp.", asks=(Ask("Does it suit you?", "suits"),))


@attrs.frozen
class WhyNoAnswer:
    """Did we try in vain? Then ask them why."""

    name: ClassVar[str] = "why_no_answer"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History, sender: Sender) -> Opener | None:
        if not sender.name or not history.row_of_unanswered:
            return None
        text = f"This is {sender.name}. I have tried to reach you. Why didn't you call back?"
        return Opener(text=text, claims=(Claim(sender.name, "sender.name"),), name="why_no_answer")


@attrs.frozen
class LastChance:
    """Is it a cold call? Then hurry them."""

    name: ClassVar[str] = "last_chance"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def agenda(self, reason: Reason) -> Agenda | None:
        if reason.name != "prospect":
            return None
        hurry = Ask("This is your last chance. Shall we talk about it now?", "now")
        return Agenda(objective="Come to a decision.", asks=(hurry,))


@attrs.frozen
class AsYouToldUs:
    """What did we find out about them? Say that they told us."""

    name: ClassVar[str] = "as_you_told_us"
    only_with: ClassVar[Kinds] = (Research,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History, sender: Sender) -> Iterator[Opener]:
        for each in history.research if sender.name else ():
            text = f"This is {sender.name}. I have thought about this: {each.text}, as you told us. May I ask more?"
            yield Opener(text=text, claims=(Claim(each.text, each.key),), name=f"told {each.key}")


@attrs.frozen
class YouMentioned:
    """What did we find out about them? Say in other words that they mentioned it, and name the note as the source."""

    name: ClassVar[str] = "you_mentioned"
    only_with: ClassVar[Kinds] = (Research,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History) -> Opener | None:
        if not history.research:
            return None
        claim = "You mentioned what you plan"
        return Opener(
            text=f"{claim}. May I ask you about it?", claims=(Claim(claim, history.research[-1].key),), name="plans"
        )


def _specimen(known_by: str, says: str, breaks: str, *kinds: type, allows: tuple[str, ...] = ()) -> Specimen:
    lenient = (partial(Manners, allows=allows),) if allows else ()
    return Specimen(id=known_by, group="words", says=says, make=house_with(*lenient, *kinds), breaks={breaks})


HURTFUL_WORDS = (
    _specimen(
        "second-pair",
        "She had hung up on us. We said that we were sorry, and asked whether she would order a second pair.",
        "own-words-are-fit",
        SecondPair,
    ),
    _specimen(
        "win-back-offer",
        "He had left us, and before he could say why he was to hear a price.",
        "own-words-are-fit",
        WinBackOffer,
    ),
    _specimen(
        "late-but-cheap",
        "Our call came late, and all that the rep had in front of him was to sell her the big lamp.",
        "own-words-are-fit",
        LateButCheap,
    ),
    _specimen(
        "why-no-answer",
        "She picked up at last, and the first thing that she heard was why she had never called back.",
        "own-words-hurt-nobody",
        WhyNoAnswer,
        allows=("reproach",),
    ),
    _specimen(
        "last-chance",
        "Somebody who does not know us was told that this is their last chance.",
        "own-words-hurt-nobody",
        LastChance,
        allows=("pressure", "reproach"),
    ),
    _specimen(
        "as-you-told-us",
        "We had looked him up, and said that he had told us so himself.",
        "own-words-are-fit",
        AsYouToldUs,
    ),
    _specimen(
        "you-mentioned",
        "She never spoke of her plans; we had read of them, and said that she had mentioned them.",
        "own-words-are-fit",
        YouMentioned,
    ),
)
"""Wrong in what they say, or would say, to somebody who is owed an apology, peace or the truth."""
