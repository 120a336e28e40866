"""Broken policies that ring nobody before a note is out, or take a note for an answer."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.channels import best_channel
from callrules.contact import Contact
from callrules.declared import Besides, Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.rules import ReturnedCalls
from callrules.step import Because, Reason, Write
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class PriceListFirst:
    """Did they say yes to a price list? Then they get it before anybody rings, by whatever way there is."""

    name: ClassVar[str] = "price_list_first"
    waits: ClassVar[str] = "they wait for our prices"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="not before our prices are out"),)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        """To whom there is a way."""
        owed, channel = self._owed(history), best_channel(contact, history)
        if reason is not None or owed is None or channel is None:
            return None
        because = (Because(self.name, "prices", "send them our prices"),)
        return Write(since=owed, purpose="prices", channel=channel, because=because)

    @hookimpl
    def permits(self, history: History) -> Window | None:
        """At no time, for anybody."""
        return Window.never("our prices are not out yet") if self._owed(history) else None

    def _owed(self, history: History) -> dt.datetime | None:
        agreed = [each.at for each in history.conversations if "prices" in each.agreed]
        return agreed[-1] if agreed and not history.wrote("prices", agreed[-1]) else None


@attrs.frozen
class TermsFirst:
    """Did they order? Then they have our terms in writing before anybody rings."""

    name: ClassVar[str] = "terms_first"
    waits: ClassVar[str] = "they have no terms yet"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="nobody who has no terms yet"),)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        """By the best way; where there is none, there is none."""
        channel = best_channel(contact, history)
        if reason is not None or channel is None or not self._lacks_terms(history):
            return None
        because = (Because(self.name, "terms", "send them our terms"),)
        return Write(since=history.bought_at[0], purpose="terms", channel=channel, because=because)

    @hookimpl
    def permits(self, history: History) -> Window | None:
        """At no time, whoever they are."""
        return Window.never("they have no terms yet") if self._lacks_terms(history) else None

    def _lacks_terms(self, history: History) -> bool:
        return bool(history.bought_at) and not history.wrote("terms", history.bought_at[0])


@attrs.frozen
class TextedBack(ReturnedCalls):
    """Did they turn to us, and has nothing of ours reached them since? A text does."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Whoever was written to since then has been answered."""
        turned = history.came_back
        is_answered = turned is not None and any(each.at >= turned for each in history.written)
        return None if is_answered else super().reasons(history)


@attrs.frozen
class LastWordIsOurs(ReturnedCalls):
    """Is the last word between us theirs? Then they are called back."""

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """With a word of ours the matter is at rest."""
        last = max((*history.written, *history.inbound), key=lambda each: each.at, default=None)
        return None if last in history.written else super().reasons(history)


@attrs.frozen
class MailsCross:
    """Was there a mail? Then two days, so that our call and a mail do not cross."""

    name: ClassVar[str] = "mails_cross"
    waits: ClassVar[str] = "a mail is under way"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="not within two days of a mail"),)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """After ours and theirs."""
        return outside([(each.at, each.at + 2 * DAY) for each in history.messages], at, "mails may cross", yields=True)


_specimen = partial(Specimen, group="calls that we owe")

WRITTEN_INSTEAD = (
    _specimen(
        id="price-list-first",
        says="He has a telephone and no mailbox; the day on which he wanted our prices was the last we spoke to him.",
        make=house_with(PriceListFirst),
        breaks={"nobody-waits-for-ever"},
    ),
    _specimen(
        id="terms-first",
        says="She wants nothing in writing, so she has no terms, so nobody rings her at the hour she asked for.",
        make=house_with(TermsFirst),
        breaks={"nobody-waits-for-ever"},
    ),
    _specimen(
        id="texted-back",
        says="He rang about his order, our machine texted that we will get back to him, and we did not.",
        make=house_with(TextedBack),
        breaks={"returns-some-calls"},
    ),
    _specimen(
        id="last-word-is-ours",
        says="She rang in vain, the newsletter went out, and with that she had her answer.",
        make=house_with(LastWordIsOurs),
        breaks={"returns-some-calls"},
    ),
    _specimen(
        id="mails-cross",
        says="He wrote that his press stands still, rang an hour later, and we rang back two days after the mail.",
        make=house_with(MailsCross),
        breaks={"what-they-ask-is-not-held-up"},
    ),
)
"""Whoever was to be rung is written to, or is not even that."""
