"""Broken policies that mind one person only: telephones that others share, dates that pass, colleagues, refusals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import Besides, Cap, Declared, WithNeighbours
from callrules.dispositions import Disposition
from callrules.facts import Commitment, Kinds, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.playbook import Playbook
from callrules.step import Because, Reason, Stop, Verdict, Write
from callrules.vocabulary import Channel, Party
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

A_YEAR, A_MONTH = 365 * DAY, 30 * DAY


@attrs.frozen
class OneEachWeek:
    """Was she rung this week? What rang on her telephone for others is not counted."""

    name: ClassVar[str] = "one_each_week"
    declares: ClassVar[tuple[Declared, ...]] = (Cap(most=1, days=7),)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        return outside([(call.at, call.at + 7 * DAY) for call in history.attempts], at, "once a week")


@attrs.frozen
class NextYearAgain:
    """Is it nearly a year since they bought? Whoever was rung in vain by then is rung a year later."""

    name: ClassVar[str] = "next_year_again"
    only_with: ClassVar[Kinds] = (Purchase,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for bought in history.still_bought[-1:]:
            tried = max((call.at for call in history.attempts), default=bought.at)
            due = bought.at + 11 * A_MONTH
            while due < tried:
                due += A_YEAR
            yield Reason(name="service", due=due, expires=due + A_MONTH, about=f"{due:%Y}", says="the service is due")


class SaysYes(Altered):
    """Whatever day they ask for, we say yes."""

    def can_promise(self, contact: Contact, history: History, due: dt.date, *, asked_by: Party = Party.THEM) -> Verdict:
        del contact, history, due, asked_by
        return Verdict(allowed=True, because=(Because("says_yes", "yes", "gladly"),))


@attrs.frozen
class ByFaxAtLast:
    """Did we promise to send something? Where all else was refused, it goes by fax."""

    name: ClassVar[str] = "by_fax_at_last"
    only_with: ClassVar[Kinds] = (Commitment,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        promised = [each.at for each in history.commitments if each.by is Party.US]
        if reason is not None or not promised or not contact.phones or history.wrote("sent", promised[-1]):
            return None
        why = Because(self.name, "sent", "we said that they would have it in writing")
        return Write(since=promised[-1], purpose="sent", channel=Channel.FAX, because=(why,))


@attrs.frozen(eq=False)
class FirstOfTheFirm:
    """Is anybody else of their firm on the list of today? The first whom we looked at is."""

    seen: dict[str, str] = attrs.field(factory=dict)
    name: ClassVar[str] = "first_of_the_firm"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="one of each firm"), WithNeighbours())

    @hookimpl
    def permits(self, contact: Contact) -> Window | None:
        first = self.seen.setdefault(contact.account or contact.id, contact.id)
        return None if first == contact.id else Window.never("a colleague of theirs is on the list")


@attrs.frozen
class TwiceBusy:
    """Was the line busy the last two times? Then they do not want us."""

    name: ClassVar[str] = "twice_busy"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        last = [call for call in history.attempts if back is None or call.at > back][-2:]
        if len(last) < 2 or any(call.disposition is not Disposition.BUSY for call in last):
            return None
        return Stop(grounds="twice_busy", since=last[-1].at, says="their line is always busy")


UNMINDFUL = (
    Specimen(
        id="cold-before-we-meet",
        group="decency",
        says="We are to meet her next week, and today somebody rang to ask whether she knows us.",
        make=lambda: Playbook().without("missed_meetings"),
        breaks={"meets-before-it-rings"},
    ),
    Specimen(
        id="christmas-morning",
        group="decency",
        says="The telephone rang at their house on Christmas morning, and it was us.",
        make=lambda: Playbook().without("public_holidays"),
        breaks={"decent-days", "closed-days"},
    ),
    Specimen(
        id="telephone-of-the-family",
        group="rhythm",
        says="We ring each of the family once a week, and their one telephone rings every day.",
        make=house_with(OneEachWeek),
        breaks={"cap-counts-the-telephone"},
    ),
    Specimen(
        id="service-next-year",
        group="truth",
        says="She did not pick up when the service was due, so we shall ring about it in a year.",
        make=house_with(NextYearAgain),
        breaks={"a-date-is-not-lost"},
    ),
    Specimen(
        id="gladly-on-sunday",
        group="promises",
        says="He asked for Sunday and we said gladly, and on Sunday the computer let nobody ring.",
        make=SaysYes,
        breaks={"a-yes-can-be-kept"},
    ),
    Specimen(
        id="by-fax-at-last",
        group="consent",
        says="They want nothing in writing from us, so the machine sent it by fax.",
        make=house_with(ByFaxAtLast),
        breaks={"no-way-is-no-way", "refused-channel-unused"},
    ),
    Specimen(
        id="first-of-the-firm",
        group="purity",
        says="Who of a firm is rung hangs on whom the computer happened to look at first this morning.",
        make=lambda: Playbook().with_rules(FirstOfTheFirm()),
        breaks={"no-memory", "asking-is-free"},
    ),
    Specimen(
        id="forgets-by-dialling",
        group="endings",
        says="We had let her go because her line was always busy; then it rang, and she was back on the list.",
        make=house_with(TwiceBusy),
        breaks={"own-deeds-lift-nothing"},
    ),
)
"""Broken policies that mind one person, one moment or one way alone."""
