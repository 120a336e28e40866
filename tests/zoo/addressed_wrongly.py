"""Broken policies: what is written goes where they refused it, nowhere, or out too late; and a gate gives in."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.channels import best_channel
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.errors import CallrulesError
from callrules.facts import Commitment, OptOut
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import MissedMeetings, Thanks
from callrules.step import Reason, Verdict, Write
from callrules.vocabulary import COLD, Channel
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

DAY = dt.timedelta(days=1)


@attrs.frozen
class CatalogueByHand:
    """Have they had our catalogue? It goes out by hand, to all who did not refuse just that."""

    name: ClassVar[str] = "catalogue_by_hand"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        refused = {fact.channel for fact in history.of(OptOut)}
        had = any(each.purpose == "catalogue" for each in history.messages)
        if reason is None or reason.name not in COLD or had or Channel.HANDWRITTEN in refused:
            return None
        return Write(purpose="catalogue", channel=Channel.HANDWRITTEN) if contact.postal_address else None


@attrs.frozen
class TermsFirst:
    """Have they had our terms within a year? Before that we do not speak, and never ask where to send them."""

    name: ClassVar[str] = "terms_first"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        if reason is None or history.wrote("terms", at - 365 * DAY):
            return None
        return Write(purpose="terms", channel=best_channel(contact, history))


@attrs.frozen
class MissedAtDawn(MissedMeetings):
    """An hour after the beginning, also where that is the beginning of a day."""

    def _over(self, history: History, meeting: Commitment) -> dt.datetime:
        starts = history.calendar.starts(meeting.due or history.calendar.day(meeting.at))
        return starts + dt.timedelta(hours=self.patience_hours)


@attrs.frozen
class ThanksInOfficeHours(Thanks):
    """Who orders in the evening is thanked on the next working day at nine."""

    evening: int = 18

    @hookimpl
    def before(self, contact: Contact, history: History, reason: object, at: dt.datetime) -> Write | None:
        thanks, calendar = super().before(contact, history, reason, at), history.calendar
        if thanks is None or thanks.at is None or calendar.local(thanks.at).hour < self.evening:
            return thanks
        morning = calendar.wall(calendar.working_days_on(calendar.day(thanks.at), 1), dt.time(9))
        return attrs.evolve(thanks, at=morning, since=morning)


@attrs.frozen
class GateThatGivesIn(Altered):
    """A gate that fails must not stop the dialler: what cannot be checked may ring."""

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        try:
            return super().may_call(contact, history, at, number=number)
        except CallrulesError:
            return Verdict(allowed=True, at=at, number=number)


ADDRESSED_WRONGLY = (
    Specimen(
        id="catalogue-by-hand",
        group="notes",
        says="She wrote that she wants no more letters, and our catalogue came addressed by hand.",
        make=house_with(CatalogueByHand),
        breaks={"refused-channel-unused"},
    ),
    Specimen(
        id="terms-to-nowhere",
        group="notes",
        says="He asked us to call him back, and the call waits for a letter to an address that nobody has.",
        make=house_with(TermsFirst),
        breaks={"note-can-be-sent"},
    ),
    Specimen(
        id="missed-at-dawn",
        group="notes",
        says="We were to meet on Thursday, and on Thursday morning he read how sorry we were that we missed him.",
        make=house_with(MissedAtDawn),
        breaks={"missed-when-it-is-over"},
    ),
    Specimen(
        id="thanks-in-office-hours",
        group="notes",
        says="They ordered on Friday evening, and nobody thanked them before Monday.",
        make=house_with(ThanksInOfficeHours),
        breaks={"thanked-the-same-day"},
    ),
    Specimen(
        id="gate-that-gives-in",
        group="composition",
        says="Somebody typed a telephone number with a slip, the check failed, and so the phone rang unchecked.",
        make=GateThatGivesIn,
        breaks={"gate-knows-their-numbers"},
    ),
)
"""Broken policies about what is written, where and when, and about a gate that cannot read."""
