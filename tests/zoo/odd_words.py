"""Lawful policies with words, reasons and turns of their own: what they say is true, what is off is said to be off."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.declared import Declared
from callrules.facts import CalledOff, Commitment, Kinds, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.script import Agenda, Ask, Claim, Finding, Opener, Sender
from callrules.step import Call, Reason, Step
from callrules.vocabulary import Kind
from callrules.words.manners import Manners
from zoo.altered import house_with
from zoo.specimens import Specimen

SHOUTS = {"en": r"\b(?:WOW|FREE|SALE)\b", "de": r"\b(?:GRATIS|JETZT)\b"}


@attrs.frozen
class AboutTheirOrder:
    """Did they order, and keep it? Then ask how they get on with it."""

    name: ClassVar[str] = "about_their_order"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History, sender: Sender) -> Opener | None:
        if not history.still_bought or not sender.name or sender.language != "en":
            return None
        claims = (Claim(sender.name, "sender.name"), Claim("your last order", history.still_bought[-1].key))
        text = f"This is {sender.name}. I would like to hear how you get on with your last order. May I ask?"
        return Opener(text=text, claims=claims, name="about_their_order")


@attrs.frozen
class InGerman:
    """Does the sender speak German? Then begin in German, and else leave it to others."""

    name: ClassVar[str] = "in_german"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, sender: Sender) -> Opener | None:
        if not sender.name or sender.language != "de":
            return None
        text = f"Guten Tag, hier spricht {sender.name}. Ich habe eine Frage, die nur Sie beantworten können. Darf ich?"
        return Opener(text=text, claims=(Claim(sender.name, "sender.name"),), name="in_german")


@attrs.frozen
class QuietWords:
    """Do these words shout? Two languages are known; about others nothing is found."""

    name: ClassVar[str] = "quiet_words"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def manners(self, text: str, language: str) -> Iterator[Finding]:
        for hit in re.finditer(SHOUTS[language], text) if language in SHOUTS else ():
            yield Finding(rule="shouting", says="it shouts", found=hit.group(), at=hit.span(), better="Say it calmly.")


@attrs.frozen
class WhatBecameOfIt:
    """Did a meeting come near? A day before it we ring about it; was it called off, we ask for another day instead."""

    name: ClassVar[str] = "what_became_of_it"
    only_with: ClassVar[Kinds] = (Commitment,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        off = {each.of: each.at for each in history.of(CalledOff)}
        for each in history.of(Commitment):
            if each.kind is Kind.MEET and each.due is not None:
                yield self._another_day(each, off[each.id]) if each.id in off else self._is_near(history, each)

    def _is_near(self, history: History, meeting: Commitment) -> Reason:
        starts = max(history.calendar.starts(meeting.due or meeting.at), meeting.at + DAY)
        due = max(meeting.at, starts - 2 * DAY)
        return Reason(name="meeting_is_near", about=meeting.key, due=due, expires=starts, says="we meet them soon")

    def _another_day(self, meeting: Commitment, off: dt.datetime) -> Reason:
        says = "a meeting was called off: ask what became of it"
        due = off + 7 * DAY
        return Reason(name="another_day", about=meeting.key, due=due, expires=due + 14 * DAY, says=says)


@attrs.frozen
class OrdersThatStayed:
    """Did they keep an order? Then ask a month later whether it does what it should."""

    name: ClassVar[str] = "orders_that_stayed"
    only_with: ClassVar[Kinds] = (Purchase,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for each in history.still_bought:
            due, expires = history.calendar.add(each.at, months=1), history.calendar.add(each.at, months=2)
            says = "a month with their order"
            yield Reason(name="a_month_with_it", about=each.key, due=due, expires=expires, says=says)


@attrs.frozen
class ByWhatTheyKept:
    """How much is an order of theirs, of those that they kept? A day of head start for each hundred, twenty at most."""

    name: ClassVar[str] = "by_what_they_kept"
    declares: ClassVar[tuple[Declared, ...]] = ()
    most: float = 20.0

    @hookimpl
    def priority(self, history: History, step: Step) -> float | None:
        amounts = [each.amount for each in history.still_bought if each.amount is not None]
        if not amounts or not isinstance(step, Call):
            return None
        return min(self.most, float(sum(amounts) / len(amounts) / 100))


@attrs.frozen
class WhatWasWrong:
    """Is it a call that we owe, or one to win them back? Then ask what was wrong, in the words of those who sell."""

    name: ClassVar[str] = "what_was_wrong"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def agenda(self, reason: Reason) -> Agenda | None:
        if reason.name not in {"lapsed_customer", "promise"}:
            return None
        asks = (
            Ask("What was missing?", "what_was_missing"),
            Ask("Was it the price, the product or the offer?", "which"),
            Ask("May I tell you what we have changed since?", "what_changed"),
            Ask("If that helps, would you order from us again some day?", "again"),
        )
        path = ("Ask what was wrong, and sell nothing.", "Listen.", "Make no offer: name the day of the next call.")
        return Agenda(objective="Hear what they think of our prices and offers.", asks=asks, path=path)


@attrs.frozen
class FromTheirNotes:
    """What do we know? Say who told it: they themselves where they wrote it, the papers where we read it."""

    name: ClassVar[str] = "from_their_notes"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def openers(self, history: History) -> Iterator[Opener]:
        for each in history.research:
            text = f"I have prepared for this call, and noted this: {each.text}. Is that so?"
            yield Opener(text=text, claims=(Claim(each.text, each.key),), name=f"noted {each.key}")
        for written in history.messages:
            if written.is_from_them and written.text:
                text = f"You wrote this: {written.text}. May I ask you about it?"
                yield Opener(text=text, claims=(Claim(written.text, written.key),), name=f"wrote {written.key}")


LENIENT = partial(Manners, allows=("cut_off", "pleading", "bare_check_in", "loaded_question", "insincere"))


def _lawful(known_by: str, says: str, kind: Callable[[], Any]) -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=house_with(kind))


ODD_WORDS = (
    _lawful("about-their-order", "Whoever kept an order is asked how they get on with it.", AboutTheirOrder),
    _lawful("in-german", "Our German desk begins in German, and nobody else does.", InGerman),
    _lawful("quiet-words", "No shouting, in the two languages that we know.", QuietWords),
    _lawful("what-became-of-it", "Was a meeting called off, we ask what became of it a week later.", WhatBecameOfIt),
    _lawful("a-month-with-it", "A month after an order that they kept we ask how it does.", OrdersThatStayed),
    _lawful("what-was-wrong", "Who stopped buying is asked about prices and offers, and hears of none.", WhatWasWrong),
    _lawful("from-their-notes", "They hear what they wrote as theirs, and what we read as ours.", FromTheirNotes),
    _lawful("words-of-the-trade", "Our trade pleads and is cut off, so these are let pass.", LENIENT),
    _lawful("by-what-they-kept", "Whose orders are large, of those they kept, comes a little sooner.", ByWhatTheyKept),
)
"""Decent: true words, reasons that are there, and turns that can be counted."""
