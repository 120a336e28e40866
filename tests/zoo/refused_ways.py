"""Broken policies: what goes out by a way that somebody refused, and seldom does."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared
from callrules.facts import Meeting, OptOut
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import HangUps
from callrules.step import Reason, Step, WalkAway, Write
from callrules.vocabulary import COLD, Channel
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

TIMELY = frozenset({*COLD, "recently_met", "insight"})
"""Reasons that name no day: a brochure may come before them."""


@attrs.frozen
class BrochureByMail:
    """Did they meet us? The brochure follows by mail before anybody rings them."""

    name: ClassVar[str] = "brochure_by_mail"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        had = any(each.purpose == "brochure" for each in history.messages)
        if reason is None or reason.name not in TIMELY or not history.of(Meeting) or had or not contact.email:
            return None
        return Write(purpose="brochure", channel=Channel.EMAIL)


@attrs.frozen
class PostToTheCurt(HangUps):
    """Did they say that they are not interested? Then a card, to all who did not refuse cards."""

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        note = super().before(contact, history, reason, at)
        cards = any(fact.channel is Channel.HANDWRITTEN for fact in history.of(OptOut))
        if note is None or note.purpose != "after_brush_off" or cards or not contact.postal_address:
            return note
        return attrs.evolve(note, channel=Channel.HANDWRITTEN)


@attrs.frozen
class GoodbyeByFax(Altered):
    """Is there a fax? Then goodbyes go there."""

    def answered(self, step: Step, contact: Contact, _now: dt.datetime, /) -> Step:
        if isinstance(step, WalkAway) and step.channel and contact.fax:
            return attrs.evolve(step, channel=Channel.FAX)
        return step


@attrs.frozen
class ThanksByMail(Altered):
    """Is it about an order by phone? Then by mail, where there is an address."""

    def answered(self, step: Step, contact: Contact, _now: dt.datetime, /) -> Step:
        if isinstance(step, Write) and step.purpose == "thanks" and contact.email:
            return attrs.evolve(step, channel=Channel.EMAIL)
        return step


REFUSED_WAYS = (
    Specimen(
        id="brochure-by-mail",
        group="notes",
        says="He wants no mail from us, and after the fair he had our brochure by mail.",
        make=house_with(BrochureByMail),
        breaks={"refused-channel-unused"},
    ),
    Specimen(
        id="a-card-for-the-curt",
        group="notes",
        says="She wants no letters and told us that she is busy, and we sent her a card.",
        make=house_with(PostToTheCurt),
        breaks={"refused-channel-unused"},
    ),
    Specimen(
        id="goodbye-by-fax",
        group="notes",
        says="He asked us to leave his fax alone, and our goodbye lay in it.",
        make=GoodbyeByFax,
        breaks={"refused-channel-unused"},
    ),
    Specimen(
        id="thanks-by-refused-mail",
        group="notes",
        says="She ordered by phone and wants no mail, and we thanked her by mail.",
        make=ThanksByMail,
        breaks={"refused-channel-unused"},
    ),
)
"""Wrong about by which way."""
