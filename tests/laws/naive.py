"""The decision once more, on purpose without wit: plain questions about one minute, answered from the rulebook.

No windows, no guards, no hooks: it shares only the values, the table of regions and the ranks with the library.
"""

import datetime as dt
import statistics
from zoneinfo import ZoneInfo

import attrs

from callrules import (
    CallAttempt, Channel, Commitment, Consent, Direction, Disposition, Farewell, Kind, Meeting, Message, OptOut, Outcome,
    Party, Purchase, Reply, Retraction, Snooze,
)  # fmt: skip
from callrules.facts import canonical
from callrules.places import weekend_of, zones_of
from callrules.step import RANK

DAY, HOUR, MINUTE = dt.timedelta(days=1), dt.timedelta(hours=1), dt.timedelta(minutes=1)
NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
NOTES = {"after_hang_up", "after_brush_off"}
VAIN = {
    Disposition.NO_ANSWER, Disposition.BUSY, Disposition.VOICEMAIL_LEFT, Disposition.VOICEMAIL_NO_MESSAGE,
    Disposition.GATEKEEPER, Disposition.DIALING,
}  # fmt: skip
NO_RING = {
    Disposition.WRONG_NUMBER,
    Disposition.BAD_NUMBER,
    Disposition.CLOSED_DOWN,
    Disposition.TECHNICAL,
    Disposition.NOT_DIALLED,
}
FINAL = {Disposition.DO_NOT_CALL, Disposition.LEFT_COMPANY, Disposition.CLOSED_DOWN, Disposition.DISQUALIFIED}
REFUSED = {Disposition.HUNG_UP, Disposition.NOT_INTERESTED, Disposition.DO_NOT_CALL}
BAD = {Disposition.HUNG_UP, Disposition.NOT_INTERESTED}


@attrs.frozen
class Why:
    """A reason, as the naive one sees it."""

    name: str
    due: dt.datetime | None
    about: str | None = None
    named: str | None = None


# --- who they are, and their clock -------------------------------------------------------------------------------


def zones(contact, number):
    rings_in = sorted(phone.timezone for phone in contact.phones if phone.timezone and number in {None, phone.number})
    return [*([contact.timezone] if contact.timezone else []), *rings_in] or list(zones_of(contact.region or ""))


class Person:
    """A contact and their facts as they stand."""

    def __init__(self, contact, history):
        self.contact, self.entries = contact, history.entries
        self.zone = ZoneInfo((zones(contact, None) or ["UTC"])[0])
        standing = [fact for fact in self.entries if self._stands(fact)]
        self.own = [fact for fact in standing if self.is_own(fact)]
        self.others = [fact for fact in standing if not self.is_own(fact)]
        self.calls = [fact for fact in self.own if isinstance(fact, CallAttempt)]
        self.ours = [call for call in self.calls if is_attempt(call)]
        self.talks = [fact for fact in self.own if is_talk(fact)]
        self.refusals = [fact for fact in self.entries if fact.is_opt_out and self.is_own(fact)]

    def is_own(self, fact):
        return fact.contact in {None, self.contact.id}

    def _stands(self, fact):
        if fact.id is None:
            return True
        if any(isinstance(each, Retraction) and each.of == fact.id for each in self.entries):
            return False
        same = [each for each in self.entries if each.id == fact.id and type(each) is type(fact)]
        long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
        return max(same, key=lambda each: (each.recorded or long_ago, canonical(each))) == fact

    def local(self, at):
        return at.astimezone(self.zone)

    def day(self, at):
        return self.local(at).date()

    def wall(self, day, hour=0, minute=0, second=0):
        return dt.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=self.zone).astimezone(dt.UTC)

    def begins(self, moment):
        return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else self.wall(moment)

    def part(self, at):
        hour = self.local(at).hour
        return 0 if hour < 12 else 1 if hour < 15 else 2

    def works(self, day):
        return day.isoweekday() not in weekend_of(self.contact.region)

    def working_days_on(self, day, count):
        while count:
            day += DAY
            count -= self.works(day)
        return day

    def months_on(self, at, months):
        local = self.local(at)
        total = local.year * 12 + local.month - 1 + months
        year, month = divmod(total, 12)
        for day in (local.day, 30, 29, 28):
            try:
                return dt.datetime.combine(dt.date(year, month + 1, day), local.time(), tzinfo=self.zone).astimezone(
                    dt.UTC
                )
            except ValueError:
                continue
        raise AssertionError(at)

    def days_on(self, at, days):
        local = self.local(at)
        return dt.datetime.combine(local.date() + days * DAY, local.time(), tzinfo=self.zone).astimezone(dt.UTC)


def is_attempt(fact):
    is_ours = isinstance(fact, CallAttempt) and fact.direction is Direction.OUTBOUND
    return is_ours and fact.disposition not in {Disposition.TECHNICAL, Disposition.NOT_DIALLED}


def is_talk(fact):
    return isinstance(fact, Meeting) or (isinstance(fact, CallAttempt) and fact.disposition is Disposition.CONVERSATION)


def rang(call):
    return is_attempt(call) and call.disposition not in NO_RING


def is_inbound(fact):
    return isinstance(fact, (CallAttempt, Message)) and fact.direction is Direction.INBOUND


def is_from_them(fact):
    """Inbound, and not what a machine sends back."""
    return is_inbound(fact) and not (isinstance(fact, Message) and fact.reply in {Reply.AUTOMATIC, Reply.BOUNCED})


def wrote_back(fact):
    return (
        isinstance(fact, Message) and is_inbound(fact) and fact.reply in {None, Reply.ANSWER, Reply.CALLBACK_REQUESTED}
    )


def came_back(fact):
    rang_in = isinstance(fact, CallAttempt) and is_inbound(fact) and fact.disposition not in REFUSED
    ordered = isinstance(fact, CallAttempt) and fact.outcome is Outcome.ORDER
    return rang_in or ordered or wrote_back(fact) or isinstance(fact, (Consent, Purchase))


def is_bad(fact):
    if isinstance(fact, CallAttempt):
        return fact.disposition in BAD
    return isinstance(fact, Message) and fact.reply is Reply.NOT_INTERESTED


def reached(person, since):
    """They were reached: a talk, a refusal, a request to call back."""
    return any(
        fact.at >= since
        and (
            is_talk(fact)
            or is_bad(fact)
            or (
                isinstance(fact, CallAttempt)
                and fact.disposition in {Disposition.CALLBACK_REQUESTED, Disposition.DO_NOT_CALL}
            )
        )
        for fact in person.own
    )


# --- promises (B1) -------------------------------------------------------------------------------------------------


@attrs.frozen
class Promised:
    fact: object
    due: dt.datetime
    named: str | None
    dated: bool = True


def promised(person):
    silenced = max((fact.at for fact in person.refusals), default=None)
    made = [each for fact in person.own for each in promises_in(person, fact)]
    made = [each for each in made if silenced is None or each.fact.at > silenced]
    return [each for each in made if not any(replaces(person, other, each) for other in made)]


def replaces(person, later, earlier):
    """A date they name later replaces the open one; a note's, one that we had named alone."""
    by_note = isinstance(later.fact, Message) and later.fact.purpose in NOTES and earlier.named is None
    if later.fact.at <= earlier.fact.at or not ((later.named and later.dated) or by_note):
        return False
    keeper = kept_by(person, earlier)
    return keeper is None or keeper.at > later.fact.at


def kept_by(person, promise):
    """The first attempt that rang, or talk, from 15 minutes before its moment on, and after it was made."""
    since = promise.due - 15 * MINUTE
    keepers = [
        fact for fact in person.own if (rang(fact) or is_talk(fact)) and fact.at >= since and fact.at > promise.fact.at
    ]
    return min(keepers, key=lambda fact: (fact.at, is_talk(fact) and not rang(fact)), default=None)


def promises_in(person, fact):
    if isinstance(fact, Commitment) and fact.by is Party.US and fact.kind is Kind.CALL:
        yield Promised(fact, person.begins(fact.due), exactly(fact.due) if fact.asked_by is Party.THEM else None)
    if isinstance(fact, CallAttempt):
        yield from promised_on_the_phone(person, fact)
    if isinstance(fact, Message) and not is_inbound(fact) and fact.promises:
        yield Promised(fact, noted(person, fact), None)


def exactly(moment):
    return "hour" if isinstance(moment, dt.datetime) else "day"


def promised_on_the_phone(person, call):
    if call.callback_at:
        named = "day" if call.disposition is Disposition.GATEKEEPER else exactly(call.callback_at)
        yield Promised(call, person.begins(call.callback_at), named)
    if call.promises:
        yield Promised(call, person.begins(call.promises), exactly(call.promises) if is_talk(call) else None)
    dated = any(
        isinstance(each, Commitment) and each.by is Party.US and each.kind is Kind.CALL and each.at >= call.at
        for each in person.own
    )
    if call.disposition is Disposition.CALLBACK_REQUESTED and not (is_inbound(call) or call.callback_at or dated):
        day = person.working_days_on(person.day(call.at), 1)
        yield Promised(call, person.wall(day, 12 if person.part(call.at) == 0 else 0), "day", dated=False)


def noted(person, note):
    """D4: the promised day, at another part of the day than the failed call."""
    failed = [call for call in person.calls if call.at <= note.at and call.disposition in REFUSED]
    names_a_day = not isinstance(note.promises, dt.datetime)
    if names_a_day and note.purpose in NOTES and failed and person.part(failed[-1].at) == 0:
        return person.wall(note.promises, 12)
    return person.begins(note.promises)


# --- grounds to stop ------------------------------------------------------------------------------------------------


def refused(person):
    """D6, F4, F5: they asked us to stop, or everybody at their numbers or their account did."""
    consents = [fact.at for fact in person.own if isinstance(fact, Consent)]
    if any(not any(at > fact.at for at in consents) for fact in person.refusals):
        return True
    contact = person.contact
    if any(
        isinstance(fact, OptOut) and fact.account and fact.account == contact.account
        for fact in others_refusals(person)
    ):
        return True
    return bool(contact.phones) and all(is_refused_number(person, phone.number) for phone in contact.phones)


def others_refusals(person):
    for fact in person.entries:
        if fact.is_opt_out and not person.is_own(fact):
            lifted = any(
                isinstance(each, Consent) and each.contact == fact.contact and each.at > fact.at
                for each in person.others
            )
            if not lifted:
                yield fact


def is_refused_number(person, number):
    return number is not None and any(getattr(fact, "number", None) == number for fact in others_refusals(person))


def is_dead(person, number):
    """F13: a wrong number is dead, a bad one the second time; a call of theirs from it shows that it lives."""
    bad = 0
    for call in calls_on(person, number):
        bad += call.disposition is Disposition.BAD_NUMBER
        if bad > 1 or (call.disposition is Disposition.WRONG_NUMBER and person.is_own(call)):
            return True
    return False


def calls_on(person, number):
    only = [phone.number for phone in person.contact.phones]
    alive = [
        call.at for call in person.calls if is_inbound(call) and number and number in {call.number, call.from_number}
    ]
    for call in tries(person, number):
        on = call.number or (only[0] if len(only) == 1 else None)
        if on == number and not any(at >= call.at for at in alive):
            yield call


def tries(person, number):
    """Attempts count by person and by number."""
    shared = [fact for fact in person.others if is_attempt(fact) and number and fact.number == number]
    return sorted([*person.ours, *shared], key=lambda call: call.at)


def row(person):
    breakers = [fact.at for fact in person.own if breaks_a_row(fact)]
    return [call for call in person.ours if call.disposition in VAIN and not any(at >= call.at for at in breakers)]


def breaks_a_row(fact):
    asked = isinstance(fact, CallAttempt) and (is_inbound(fact) or fact.disposition is Disposition.CALLBACK_REQUESTED)
    return asked or is_talk(fact) or is_from_them(fact)


def unanswered(person):
    """B5: six in a row, once no promise of ours is open; (since, revisit), or nothing."""
    vain = vain_since_they_came_back(person)
    if len(vain) < 6 or has_open_promise(person):
        return None
    sixth, last = vain[5], vain[-1]
    since = sixth.at + 2 * HOUR if sixth.disposition is Disposition.DIALING else sixth.at
    return since, person.months_on(last.at, 3) if len(vain) > 6 else person.days_on(last.at, 90)


def vain_since_they_came_back(person):
    back = [fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact)]
    return [call for call in row(person) if not any(at >= call.at for at in back)]


def has_open_promise(person):
    return any(kept_by(person, each) is None for each in promised(person))


def asked_for_a_call(fact):
    if isinstance(fact, CallAttempt):
        return fact.disposition is Disposition.CALLBACK_REQUESTED
    ours = isinstance(fact, Commitment) and fact.kind is Kind.CALL and fact.by is Party.US
    return ours and fact.asked_by is Party.THEM


def said_goodbye(person, since):
    return any(
        fact.at >= since
        and (
            isinstance(fact, Farewell)
            or (isinstance(fact, Message) and not is_inbound(fact) and fact.purpose == "takeaway")
        )
        for fact in person.own
    )


# --- reasons --------------------------------------------------------------------------------------------------------


def whys(person):
    yield from returned(person)
    for each in promised(person):
        yield from promise_or_what_it_left(person, each)
    yield from their_lapsed(person)
    yield from announced(person)
    yield from four_calls(person)


def returned(person):
    """E6: who turned to us and was not reached since."""
    turned = [fact for fact in person.own if is_inbound(fact) and (wrote_back(fact) or rang_in_vain(fact))]
    calls_first = sorted(turned, key=lambda fact: isinstance(fact, Message))
    last = max(calls_first, key=lambda fact: fact.at, default=None)
    if last is None:
        return
    settled = reached(person, last.at + dt.timedelta.resolution) or any(fact.at >= last.at for fact in person.refusals)
    if not settled and not any(each.named and each.dated and each.fact.at >= last.at for each in promised(person)):
        yield Why("returned_call", last.at, last.key)


def rang_in_vain(fact):
    return isinstance(fact, CallAttempt) and not is_talk(fact) and fact.disposition not in REFUSED | FINAL


def promise_or_what_it_left(person, each):
    keeper = kept_by(person, each)
    if keeper is None:
        yield Why("promise", each.due, each.fact.key, each.named)
    elif isinstance(keeper, CallAttempt) and keeper.disposition in VAIN | {Disposition.CONNECTED}:
        if not reached(person, keeper.at):
            yield Why("follow_up", keeper.at, each.fact.key)


def their_open(person):
    """B1, theirs: nothing came from them since, and no talk was held."""
    turned = [fact.at for fact in person.own if is_from_them(fact) or is_talk(fact)]
    turned += [fact.at for fact in person.refusals]
    for fact in person.own:
        if isinstance(fact, Commitment) and fact.by is Party.THEM and not any(at > fact.at for at in turned):
            yield fact, lapses(person, fact)


def lapses(person, theirs):
    due = theirs.due or person.working_days_on(person.day(theirs.at), 5)
    if not isinstance(due, dt.datetime):
        return person.wall(person.working_days_on(due, 1))
    day = person.working_days_on(person.day(due), 1)
    moved = dt.datetime.combine(day, person.local(due).time(), tzinfo=person.zone).astimezone(dt.UTC)
    return max(moved, due.astimezone(dt.UTC))


def their_lapsed(person):
    for fact, lapse in their_open(person):
        if not reached(person, lapse):
            yield Why("their_promise_lapsed", lapse, fact.key)


def announced(person):
    """D4: a note that names no day still announces the third working day, or Friday."""
    bad = cycle(person)
    notes = notes_since(person, bad[-1].at) if len(bad) == 1 else []
    for note in notes[-1:]:
        due = person.wall(promised_day(person, note), 12 if person.part(bad[0].at) == 0 else 0)
        if note.promises is None and not any(rang(call) and call.at >= due for call in person.ours):
            yield Why("follow_up", due, note.key)


def promised_day(person, note):
    written = person.day(note.at)
    friday = next(written + each * DAY for each in range(1, 8) if (written + each * DAY).isoweekday() == 5)
    away = sum(person.works(written + each * DAY) for each in range(1, (friday - written).days + 1))
    least = 3 if note.channel in {Channel.HANDWRITTEN, Channel.LETTER} else 2
    return friday if least <= away <= 5 and person.works(friday) else person.working_days_on(written, 3)


def four_calls(person):
    bought = sorted(
        {fact.at for fact in person.own if isinstance(fact, Purchase)}
        | {c.at for c in person.calls if c.outcome is Outcome.ORDER}
    )
    talk = max((fact.at for fact in person.talks), default=None)
    again = person.months_on(talk, 6) if talk else None
    if bought:
        yield Why("dormant_customer", again or person.months_on(bought[-1], 6))
        lapsed = lapsed_at(person, bought)
        yield Why("lapsed_customer", lapsed if talk is None or talk < lapsed else again)
    if person.contact.buys_from:
        yield Why("competitor_customer", again)
    if not bought:
        known = person.begins(person.contact.known_since) if person.contact.known_since else None
        yield Why("prospect", known if talk is None or (known and talk < known) else again)


def lapsed_at(person, bought):
    days = sorted({person.day(at) for at in bought})
    if len(days) < 3:
        return person.months_on(bought[-1], 6 if len(days) == 2 else 12)
    median = statistics.median([(after - before).days for before, after in zip(days, days[1:])])
    return person.days_on(bought[-1], max(90, int(2 * median) + 1))


# --- may this minute be used ----------------------------------------------------------------------------------------


def may_ring(person, why, number, at):
    """Every rule's plain word about one minute."""
    if is_dead(person, number) or is_refused_number(person, number) or rests_as_bad(person, number, at):
        return False
    if somebody_dials(person, number, at) or (
        why.name not in {"returned_call", "promise"} and is_their_turn(person, at)
    ):
        return False
    inside = is_inside(person, why, at)
    if not is_decent_hour(person, number, at) and not (inside and why.named == "hour"):
        return False
    if is_tried_enough(person, why):
        return False
    return inside or is_at_peace(person, why, number, at)


def is_first_return(person, why):
    return why.name == "returned_call" and not any(rang(call) and call.at >= why.due for call in person.ours)


def is_tried_enough(person, why):
    """B4, B5: after six in a row only the promised call is still made, and a first call back."""
    spared = why.name == "promise" or is_first_return(person, why)
    return not spared and has_open_promise(person) and len(vain_since_they_came_back(person)) >= 6


def is_at_peace(person, why, number, at):
    """What gives way to a moment they named: pace, caps, snoozes, rest after a bad moment; E6: some to a call back."""
    back = why.name == "returned_call"
    if not is_first_return(person, why) and (is_too_soon(person, number, at) or is_too_often(person, number, at)):
        return False
    return not is_snoozed(person, why, at) and (back or not is_resting_after_bad(person, at))


def is_inside(person, why, at):
    """Whether this is the moment that the person named."""
    if why.named is None:
        return False
    ends = why.due + HOUR if why.named == "hour" else person.wall(person.day(why.due) + DAY)
    return why.due <= at < ends


def rests_as_bad(person, number, at):
    return any(
        call.disposition is Disposition.BAD_NUMBER and at < call.at + 15 * DAY for call in calls_on(person, number)
    )


def somebody_dials(person, number, at):
    return any(call.disposition is Disposition.DIALING and at < call.at + 2 * HOUR for call in tries(person, number))


def is_their_turn(person, at):
    return any(at < lapse for _, lapse in their_open(person))


def is_decent_hour(person, number, at):
    """E3: in every zone they could be in."""
    possible = zones(person.contact, number)
    clocks = [at.astimezone(ZoneInfo(name)) for name in possible]
    closes = 18 if person.contact.business else 20
    return bool(clocks) and all(9 <= clock.hour < closes and person.works(clock.date()) for clock in clocks)


def is_too_soon(person, number, at):
    """B5: 20 hours, four after a busy line; 2, 2, 3, 4, 6 days; never the same part of the day within a week."""
    made = tries(person, number)
    if any(at < call.at + (4 if is_busy(call) else 20) * HOUR for call in made):
        return True
    vain = row(person)
    if vain and at < vain[-1].at + 7 * DAY and person.part(at) == person.part(vain[-1].at):
        return True
    for place, call in enumerate(vain):
        is_last = not any(not is_busy(each) for each in vain[place + 1 :])
        days = (2, 2, 3, 4, 6)[min(place, 4)]
        if not is_busy(call) and is_last and person.day(at) < person.day(call.at) + days * DAY:
            return True
    return False


def is_busy(call):
    return call.disposition is Disposition.BUSY


def is_too_often(person, number, at):
    """B5: at most 3 in any 7 days, 6 in any 30, as time passes."""
    made = [call.at for call in tries(person, number) if call.at <= at]
    return sum(at - each < 7 * DAY for each in made) >= 3 or sum(at - each < 30 * DAY for each in made) >= 6


def is_snoozed(person, why, at):
    snoozes = [fact for fact in person.own if isinstance(fact, Snooze)]
    if snoozes and why.name == "returned_call" and why.due > snoozes[-1].at:
        return False
    return bool(snoozes) and at < person.begins(snoozes[-1].until)


def cycle(person):
    """D5: bad moments since the last conversation or rest."""
    found = []
    for fact in person.own:
        if is_talk(fact) or (len(found) > 1 and fact.at >= found[-1].at + 90 * DAY):
            found = []
        if is_bad(fact):
            found.append(fact)
    return found


def notes_since(person, at):
    return [
        fact
        for fact in person.own
        if isinstance(fact, Message) and fact.at >= at and not is_inbound(fact) and fact.purpose in NOTES
    ]


def is_resting_after_bad(person, at):
    bad = cycle(person)
    if len(bad) > 1:
        return at < bad[-1].at + 90 * DAY
    if not bad or notes_since(person, bad[0].at):
        return False
    if other_channel(person, bad[0]):
        return True
    rested = person.wall(person.working_days_on(person.day(bad[0].at), 10))
    return at < rested or (at < rested + 14 * DAY and person.part(at) == person.part(bad[0].at))


def other_channel(person, bad):
    """D3: an address, else an e-mail, else a fax; not the one in which they said no, nor one they refused."""
    contact = person.contact
    known = [(Channel.HANDWRITTEN, contact.postal_address), (Channel.EMAIL, contact.email), (Channel.FAX, contact.fax)]
    closed = {fact.channel for fact in person.own if isinstance(fact, OptOut)}
    closed |= {Channel.HANDWRITTEN, Channel.LETTER} if closed & {Channel.HANDWRITTEN, Channel.LETTER} else set()
    used = bad.channel if isinstance(bad, Message) else None
    return next(
        (channel for channel, address in known if address and channel not in closed and channel is not used), None
    )


# --- the decision ----------------------------------------------------------------------------------------------------


def due_now(contact, history, at):
    """What is due at this minute: ("call", name, about, numbers), ("write", purpose), ("walk_away", grounds) or nothing."""
    if any(fact.at > at for fact in history.entries):
        return None
    person = Person(contact, history)
    numbers = [phone.number for phone in contact.phones] or [None]
    if refused(person):
        return None
    if all(is_dead(person, number) for number in numbers):
        return None if said_goodbye(person, died(person, numbers)) else ("walk_away", "number_unworkable")
    stop = unanswered(person)
    if stop and stop[0] <= at < stop[1]:
        return None if said_goodbye(person, stop[0]) else ("walk_away", "unanswered")
    again = stop[1] if stop and stop[1] <= at else None
    return _best(person, at, numbers, again)


def died(person, numbers):
    moments = []
    for number in numbers:
        bad = [call for call in calls_on(person, number) if call.disposition is Disposition.BAD_NUMBER]
        wrong = [
            call
            for call in calls_on(person, number)
            if call.disposition is Disposition.WRONG_NUMBER and person.is_own(call)
        ]
        moments.append(min([call.at for call in (*bad[1:2], *wrong)]))
    return max(moments)


def _best(person, at, numbers, again):
    standing = [why for why in whys(person) if not used_up(person, why)]
    bad = cycle(person)
    owed = len(bad) == 1 and not notes_since(person, bad[0].at) and other_channel(person, bad[0])
    callable_now = []
    for why in standing:
        counts = attrs.evolve(why, due=again) if again and why.named is None else why
        usable = [number for number in numbers if _is_on(person, counts, standing, number, at)]
        if usable:
            callable_now.append((RANK.index(why.name), why.name, why.about or "", why, usable))
    if callable_now:
        _, _, _, why, usable = min(callable_now, key=lambda each: each[:3])
        return ("call", why.name, why.about, tuple(usable))
    if owed:
        hung_up = isinstance(bad[0], CallAttempt) and bad[0].disposition is Disposition.HUNG_UP
        return ("write", "after_hang_up" if hung_up else "after_brush_off")
    return None


def _is_on(person, why, standing, number, at):
    is_due = why.due is None or why.due <= at
    return is_due and not waits(why, standing) and may_ring(person, why, number, at)


def used_up(person, why):
    """B2: that pair was heard; a promise, and what has no `about`, can fall due again."""
    once = why.about is not None and why.name != "promise"
    heard = [call.at for call in person.calls if is_talk(call) and (call.reason, call.about) == (why.name, why.about)]
    return any(once or why.due is None or at >= why.due for at in heard)


def waits(why, standing):
    """While a promise is open only a returned call or another promise comes before it; the cold four wait for warmer."""
    if why.name in {"returned_call", "promise"}:
        return False
    cold = {"lapsed_customer", "dormant_customer", "competitor_customer", "prospect"}
    return any(each.name == "promise" or (why.name in cold and each.name not in cold) for each in standing)
