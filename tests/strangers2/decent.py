"""Ten cadences that are unusual but lawful. Written from README, docs and rulebook alone."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from callrules import CallAttempt, Claim, Contact, History, Opener, Playbook, Reason, Sender, Step, Stop, Verdict, Window, Write, hookimpl
from callrules.calendars import possible_calendars
from callrules.channels import best_channel
from callrules.declared import POLITE, After, Besides, Cap, Dated, Due
from callrules.moments import outside
from callrules.rules import Hours, Pace

HERE = Path(__file__).parent
DAY = dt.timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")


class NoFridays:
    """Is it Friday where they are?

    DECENT: a strict rule about a weekday, written as the how-to says; firm, so a promise for a Friday moves on.
    """

    name = "no_fridays"
    waits = "it is Friday there"
    opens_daily = True
    declares = (Besides(what="never on a Friday"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        fridays = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 8))
            if day.isoweekday() == 5
        ]
        return outside(fridays, at, "never on a Friday")


class RitasHoliday:
    """Is it Rita's contact, and is Rita on holiday?

    DECENT: two weeks in August, on Rita's own clock; a colleague makes the promised and the returned calls.
    """

    name = "ritas_holiday"
    waits = "Rita is on holiday"
    declares = (Dated(), Besides(what="Rita's holiday", lifted_by=POLITE))
    away = (dt.datetime(2026, 8, 3, tzinfo=BERLIN), dt.datetime(2026, 8, 17, tzinfo=BERLIN))

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if contact.owner != "rita" or reason.is_first_return(history):
            return None
        return outside([self.away], at, "Rita is on holiday", yields=True)


class AnnualReview:
    """Is it eleven months since they last bought?

    DECENT: one more reason with an about of its own, the day on which they bought.
    """

    name = "annual_review"
    declares = (Due(reason="annual_review", after=After.PURCHASE, months=11),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], months=11)
        return Reason(name="annual_review", about=f"{history.days_bought[-1]}", due=due, says="a look at the year with us")


class SofterCap:
    """Twice in a fortnight is enough.

    DECENT: rolling, by person and by number, polite, and declared.
    """

    name = "softer_cap"
    waits = "rung twice within a fortnight"
    declares = (Cap(most=2, days=14, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [each for calls in (history.attempts, history.tries_on(number)) for each in self.full(calls)]
        return outside(blocked, at, "twice in a fortnight is enough", yields=True)

    def full(self, calls: Iterable[CallAttempt]) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        made = list(calls)
        for first, second in zip(made, made[1:], strict=False):
            if second.at < first.at + 14 * DAY:
                yield second.at, first.at + 14 * DAY


class Bilingual:
    """An opener in French for a sender who speaks it, in English else.

    DECENT: it says who is calling and nothing that is not known.
    """

    name = "bilingual"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, sender: Sender) -> Opener | None:
        if not contact.name or not sender.name:
            return None
        claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        if sender.language == "fr":
            text = f"Bonjour {contact.name}, {sender.name} à l'appareil. J'ai pensé à vous : est-ce un bon moment ?"
            return Opener(text=text, claims=claims, name="bonjour")
        text = f"Hello {contact.name}, this is {sender.name}. I thought of you. What are you working on that I could help with?"
        return Opener(text=text, claims=claims, name="hello")


class WelcomeCard:
    """A card to welcome who bought for the first time.

    DECENT: by the best channel there is, once, within a month, and nothing is owed from before going live.
    """

    name = "welcome_card"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, at: dt.datetime) -> Write | None:
        if not history.bought_at:
            return None
        first = history.bought_at[0]
        channel = best_channel(contact, history)
        if channel is None or not history.owes(first) or at >= history.calendar.add(first, months=1):
            return None
        return None if history.wrote("welcome", first) else Write(since=first, purpose="welcome", channel=channel)


class EvenWeeks:
    """Is it an even week where they are?

    DECENT: we ring in even weeks only; what they named and a first call back are made all the same.
    """

    name = "even_weeks"
    waits = "it is an odd week"
    declares = (Besides(what="even weeks only", lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        odd = []
        for calendar in possible_calendars(contact, number):
            day = calendar.day(at)
            monday = day - DAY * day.weekday()
            for start in (monday + 7 * DAY * each for each in range(-1, 6)):
                if start.isocalendar().week % 2:
                    odd.append((calendar.starts(start), calendar.starts(start + 7 * DAY)))
        return outside(odd, at, "even weeks only", yields=True)


class QuietProspects:
    """Three tries in vain with somebody who never bought.

    DECENT: we let go sooner than the house, and look again after half a year, once each time.
    """

    name = "quiet_prospects"
    declares = ()

    @hookimpl
    def walk_away(self, history: History) -> list[Stop]:
        if history.bought_at:
            return []
        return [
            Stop(
                grounds="quiet_prospect",
                since=call.at,
                revisit=history.calendar.add(call.at, months=6),
                says="three tries in vain: leave them in peace for now",
            )
            for call in history.row_of_unanswered[2:]
        ]


class TwoDesks:
    """Firms are called by a calmer desk than people.

    DECENT: an object that picks one of two decent playbooks, by the card alone.
    """

    def __init__(self) -> None:
        self.people = Playbook()
        self.firms = Playbook().with_rules(
            Hours(opens=dt.time(10), closes=dt.time(16), business_closes=dt.time(16)), Pace(least_hours=72)
        )

    def of(self, contact: Contact) -> Playbook:
        return self.firms if contact.business else self.people

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.of(contact).next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.of(contact).may_call(contact, history, at, number=number)


no_fridays = NoFridays()
slow = HERE / "slow.toml"
ritas_holiday = RitasHoliday()
annual_review = AnnualReview()
softer_cap = SofterCap()
bilingual = Bilingual()
welcome_card = WelcomeCard()
even_weeks = EvenWeeks()
quiet_prospects = QuietProspects()
two_desks = TwoDesks()
