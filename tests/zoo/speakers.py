"""Hands that pass words on, and rules of words: some say the wrong thing."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.facts import Insight, OptOut
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.script import Agenda, Ask, Finding, Opener, Script, Sender
from callrules.step import Reason, Step, Verdict
from callrules.vocabulary import Party
from zoo.altered import Altered


class Spoken(Altered):
    """A playbook in other hands that speaks as well; these change nothing."""

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        """The playbook's words, about what it is told."""
        return self.playbook.script(contact, self.read(contact, history), step, sender)

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        """What the playbook finds untrue."""
        return self.playbook.untruths(text, contact, history, now, sender)

    def can_promise(
        self, contact: Contact, history: History, due: dt.date, *, asked_by: Party | str = Party.THEM
    ) -> Verdict:
        """What the playbook says of a promise."""
        return self.playbook.can_promise(contact, history, due, asked_by=asked_by)

    def read(self, _contact: Contact, history: History, /) -> History:
        """What the words are about."""
        return history


class AlwaysNews(History):
    """Nothing was ever told."""

    @cached_property
    def untold(self) -> tuple[Insight, ...]:
        return self.insights


class ForgetsWhatItTold(Spoken):
    """Keeps no record of what was told."""

    def read(self, contact: Contact, history: History, /) -> History:
        return AlwaysNews(history.entries, contact=contact)


class OneLastWord(Spoken):
    """Has words for everybody, also for who asked for silence."""

    def read(self, _contact: Contact, history: History, /) -> History:
        return History(fact for fact in history.entries if not isinstance(fact, OptOut))


@attrs.frozen
class BigOrder:
    """Makes up an order that they have promised."""

    name = "big_order"

    @hookimpl
    def agenda(self) -> Agenda:
        return Agenda(objective="Remind them that they promised to order for 9,700 euros.")


@attrs.frozen
class Tomorrow:
    """Offers to call again tomorrow, whatever day that is."""

    name = "tomorrow"

    @hookimpl
    def agenda(self, history: History, at: dt.datetime) -> Agenda:
        day = history.calendar.day(at + DAY)
        return Agenda(objective="Listen.", next_call=f"May I call you again on {day:%A} {day.day} {day:%B}?")


@attrs.frozen
class OneLine:
    """Begins every call alike, under another name each time."""

    name = "one_line"

    @hookimpl
    def openers(self, at: dt.datetime) -> Opener:
        return Opener(text="I have a question that only you can answer. May I put it?", name=f"line of {at}")


@attrs.frozen
class TwoLines:
    """Two ways to begin, in turn with those of the house, and an agenda of its own."""

    name = "two_lines"

    @hookimpl
    def openers(self, reason: Reason) -> list[Opener]:
        first = Opener(text="I have a question that only you can answer. May I put it?", name="question")
        return [first, Opener(text=f"I will be brief. It is about this: {reason.says}.", name="brief")]

    @hookimpl
    def agenda(self) -> Agenda:
        return Agenda(objective="Hear what they need.", asks=(Ask("May I put one question?", "question"),))
