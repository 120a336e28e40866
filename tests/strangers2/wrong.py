"""Sixteen cadences that somebody could write by mistake or greed. Written from README, docs and rulebook alone."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import attrs
from callrules import (
    Call,
    CallAttempt,
    Claim,
    Commitment,
    Contact,
    Disposition,
    Fact,
    History,
    KeyDate,
    Line,
    Opener,
    Outcome,
    Party,
    Playbook,
    Reason,
    Reception,
    Reflection,
    Sender,
    Step,
    Stop,
    Verdict,
    Window,
    Write,
    hookimpl,
    parameter,
)
from callrules.calendars import possible_calendars
from callrules.channels import best_channel
from callrules.declared import POLITE, After, Besides, Cap, Due, Gap
from callrules.moments import outside

HERE = Path(__file__).parent
DAY = dt.timedelta(days=1)


@attrs.frozen
class BigOrders:
    """How is the big order doing?

    WRONG (id): the call is "about" the id of the order. Orders that came without an id are all about nothing, so the
    first one that was talked about uses up every later one: the second big order is never asked after.
    """

    name = "big_orders"
    declares = (Due(reason="big_order", after=After.PURCHASE, days=7),)
    least: int = parameter(1000, says="money from which an order is big", source="sales", most=10**6)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.still_bought:
            return None
        order = history.still_bought[-1]
        if order.at != history.bought_at[-1] or not order.amount or order.amount < self.least:
            return None
        calendar = history.calendar
        return Reason(
            name="big_order",
            about=order.id,
            due=calendar.add(order.at, days=7),
            expires=calendar.add(order.at, days=30),
            says="a big order a week ago: ask how it is doing",
        )


class RepGone:
    """The house, less the promises of reps who no longer look after somebody.

    WRONG (two facts: the rep of a promise, the owner of a card): when an account is handed over, what the former rep
    promised is forgotten. Rulebook B1, and F12: an absent rep's promises are nobody's.
    """

    def __init__(self) -> None:
        self.playbook = Playbook()
        self.rules = self.playbook.rules

    def ours(self, contact: Contact, history: History) -> History:
        def counts(fact: Fact) -> bool:
            if not isinstance(fact, Commitment) or fact.by is not Party.US:
                return True
            return not fact.rep or not contact.owner or fact.rep == contact.owner

        return History(fact for fact in history.entries if counts(fact))

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook.next_step(contact, self.ours(contact, history), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, self.ours(contact, history), at, number=number)


@attrs.frozen
class Refills:
    """Have they run out by now?

    WRONG (clock): days are counted on the server's clock (UTC), and the nightly job runs at six there. Who ordered in
    the morning in Tokyo or Sydney is rung a day before the thirty days are over; others are rung late.
    """

    name = "refills"
    declares = (Due(reason="refill", after=After.PURCHASE, days=30),)
    days: int = 30

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        day = history.bought_at[-1].astimezone(dt.UTC).date() + self.days * DAY
        due = dt.datetime.combine(day, dt.time(6), dt.UTC)
        return Reason(name="refill", about=f"{day}", due=due, expires=due + 30 * DAY, says="what they bought lasts a month")


class ThreeDaysFlat:
    """In the place of the house's pace: three days between any two calls, and nothing else.

    WRONG (clock change): 72 hours are declared, and three days on the wall clock are kept. Over the last weekend of
    March that is 71 hours, from Friday at ten to Monday at ten.
    """

    name = "pace"
    waits = "rung within three days"
    declares = (Gap(hours=72, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        made = (*history.attempts, *history.tries_on(number))
        blocked = [(call.at, history.calendar.add(call.at, days=3)) for call in made]
        return outside(blocked, at, "three days between calls", yields=True)


@attrs.frozen
class MobileGoesAlong:
    """Have they left, closed down, or turned out to be nobody we can help?

    WRONG (two facts: the kind of line, how a call ended): who left the company took the mobile along, so for people
    with a mobile on the card "left" is no ground. It stands in the place of the house's `departures`, and inherits what
    that declares. Rulebook F13: walk away, find the successor first.
    """

    name = "departures"

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        ends = [call for call in (*history.attempts, *history.inbound) if self.ends(contact, call)]
        if not ends:
            return None
        last = max(ends, key=lambda call: call.at)
        back = history.came_back
        if (back and back > last.at) or history.talked_since(last.at):
            return None
        return Stop(grounds="disqualified", since=last.at, says="they are gone", firm=True)

    def ends(self, contact: Contact, call: CallAttempt) -> bool:
        if call.disposition is Disposition.LEFT_COMPANY:
            return all(phone.line is not Line.MOBILE for phone in contact.phones)
        return call.disposition in {Disposition.CLOSED_DOWN, Disposition.DISQUALIFIED}


@attrs.frozen
class FourCalls:
    """Four calls and no order: not worth more of our time.

    WRONG (re-armed): the ground counts from the latest call, not from the fourth. Every call that is made all the same
    arms it anew: the goodbye is owed again, and what was promised after the fourth call puts it off.
    """

    name = "four_calls"
    declares = ()
    most: int = parameter(4, says="calls without an order", source="controlling", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        back = history.came_back
        made = [call for call in history.attempts if back is None or call.at > back]
        if len(made) < self.most:
            return None
        return Stop(grounds="four_calls", since=made[-1].at, says="four calls and no order")


class WelcomeCard:
    """A card to welcome who bought for the first time.

    WRONG (errand): the export of orders has dates only, so "since" is the day after. A card that was written on the
    very day of the order, as it should be, does not count, and another one is asked for at once.
    """

    name = "welcome_card"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, at: dt.datetime) -> Write | None:
        if not history.bought_at:
            return None
        calendar = history.calendar
        first = history.bought_at[0]
        channel = best_channel(contact, history)
        the_day_after = calendar.starts(calendar.day(first) + DAY)
        if channel is None or not history.owes(first) or at >= calendar.add(first, days=14):
            return None
        if history.wrote("welcome", the_day_after):
            return None
        return Write(since=first, purpose="welcome", channel=channel)


class StrikeWhileHot:
    """They talked with us yesterday, so they are warm: ring again.

    WRONG (a reason that comes again by itself): each talk gives the next call on the next working day, about that talk's
    day, whatever was said. Who picks up is rung every working day.
    """

    name = "strike_while_hot"
    declares = (Due(reason="second_look", after=After.TALK, days=1),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talk = history.last_talk
        if not isinstance(talk, CallAttempt) or talk.outcome is Outcome.NO_SALE:
            return None
        calendar = history.calendar
        day = calendar.day(talk.at)
        return Reason(
            name="second_look",
            about=f"{day}",
            due=calendar.starts(calendar.working_days_on(day, 1)),
            expires=calendar.starts(day + 10 * DAY),
            says="we talked the other day, and they are warm",
        )


class RenewalDay:
    """The day on which their contract ends, which they told us.

    WRONG (named): they told us the date of the renewal, and did not ask for a call on it. `named` makes it break through
    pace, caps and whatever else gives way to a moment that they asked for.
    """

    name = "renewal_day"
    declares = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        calendar = history.calendar
        for date in history.of(KeyDate):
            if not date.yearly:
                yield Reason(
                    name="renewal",
                    about=f"{date.on}",
                    due=calendar.starts(date.on),
                    expires=calendar.starts(date.on + 5 * DAY),
                    named="day",
                    says="the day that they told us",
                )


class HotLeadsFirst:
    """Fresh ones first: each day of waiting puts a call three days back.

    WRONG (priority): what it answers grows with the waiting and against it, so whoever waits is overtaken for ever.
    Rulebook F2 (overdue calls vanish from lists), F12 (the rest starves).
    """

    name = "hot_leads_first"
    declares = ()

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> float | None:
        since = step.since if isinstance(step, Call) else None
        return -3.0 * (now - since).days if since else None


class QuietAfterTrouble:
    """Three weeks of peace after a call that went badly.

    WRONG (only_with): a bad call is one that annoyed them, or one that they refused. `only_with` names the reflections
    alone, so who refused a call of which nobody wrote down how it went is not left in peace.
    """

    name = "quiet_after_trouble"
    waits = "a call went badly"
    only_with = (Reflection,)
    declares = (Besides(what="three weeks of peace after a bad call", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        bad = [each.at for each in history.of(Reflection) if each.received is Reception.ANNOYED]
        bad += [call.at for call in history.attempts if call.is_refusal]
        return outside([(moment, moment + 21 * DAY) for moment in bad], at, "three weeks of peace", yields=True)


WEEKS: dict[tuple[str, str | None, dt.datetime | None], list[tuple[dt.datetime, dt.datetime]]] = {}


class RememberedWeeks:
    """At most two calls in ten days, remembered because counting was slow.

    WRONG (memory): remembered by person, number and the moment of the latest fact. An older call that is imported or
    typed in later, or taken back, is not seen.
    """

    name = "remembered_weeks"
    waits = "rung twice within ten days"
    declares = (Cap(most=2, days=10, lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        key = (contact.id, number, history.latest)
        if key not in WEEKS:
            WEEKS[key] = [*self.full(history.attempts), *self.full(history.tries_on(number))]
        return outside(WEEKS[key], at, "twice in ten days is enough", yields=True)

    def full(self, calls: Iterable[CallAttempt]) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        for first, second in pairwise(calls):
            if second.at < first.at + 10 * DAY:
                yield second.at, first.at + 10 * DAY


class ChristmasRest:
    """Nobody is rung from 20 December to 6 January.

    WRONG (turn of the year): in January "this year's" rest is the coming one, so on 2 January the phone rings.
    """

    name = "christmas_rest"
    waits = "Christmas"
    declares = (Besides(what="nobody between 20 December and 6 January"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        rests = []
        for calendar in possible_calendars(contact, number):
            year = calendar.day(at).year
            rests.append((calendar.starts(dt.date(year, 12, 20)), calendar.starts(dt.date(year + 1, 1, 7))))
        return outside(rests, at, "Christmas")


class WarmStart:
    """Openers that work.

    WRONG (words): nobody spoke well of them, and nothing was put aside. Rulebook A5: the opener is the truth.
    """

    name = "warm_start"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, sender: Sender) -> list[Opener]:
        who = f"Hello {contact.name}, this is {sender.name}." if contact.name and sender.name else "Hello."
        claims: tuple[Claim, ...] = ()
        if contact.name and sender.name:
            claims = (Claim(contact.name, "contact.name"), Claim(sender.name, "sender.name"))
        return [
            Opener(
                text=f"{who} A neighbour of yours spoke so well of you that I had to ring.",
                claims=claims,
                name="neighbour",
            ),
            Opener(
                text=f"{who} Prices go up after this week, and I have put the last one aside for you.",
                claims=claims,
                name="last one",
            ),
        ]


@attrs.frozen
class SmallFry:
    """Is a call worth it?

    WRONG (amount): who bought for less than a hundred in all is never rung, also where we promised a call or they
    turned to us; and all currencies are one. `Besides` says it in words. Rulebook B1, E6.
    """

    name = "small_fry"
    waits = "spent too little"
    declares = (Besides(what="nobody who spent less than a hundred"),)
    least: int = parameter(100, says="money below which nobody is rung", source="controlling")

    @hookimpl
    def permits(self, history: History) -> Window | None:
        spent = sum(each.amount or 0 for each in history.still_bought)
        return Window.never("spent too little") if history.purchases and spent < self.least else None


big_orders = BigOrders()
rep_gone = RepGone()
refills = Refills()
three_days_flat = ThreeDaysFlat()
second_chance = HERE / "second_chance.toml"
mobile_goes_along = MobileGoesAlong()
four_calls = FourCalls()
welcome_card = WelcomeCard()
strike_while_hot = StrikeWhileHot()
renewal_day = RenewalDay()
hot_leads_first = HotLeadsFirst()
quiet_after_trouble = QuietAfterTrouble()
remembered_weeks = RememberedWeeks()
christmas_rest = ChristmasRest()
warm_start = WarmStart()
small_fry = SmallFry()
