"""The naive double: who they are, their clock, their facts as they stand, and plain words about one fact."""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs

from callrules import (
    CallAttempt,
    Consent,
    Direction,
    Disposition,
    Meeting,
    Message,
    Outcome,
    Purchase,
    Reply,
    Retraction,
)
from callrules.facts import canonical
from callrules.places import weekend_of, zones_of

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
MISDIALS = {Disposition.WRONG_NUMBER, Disposition.BAD_NUMBER, Disposition.TECHNICAL, Disposition.NOT_DIALLED}
BAD = {Disposition.HUNG_UP, Disposition.NOT_INTERESTED}


@attrs.frozen
class Why:
    """A reason, as the naive one sees it."""

    name: str
    due: dt.datetime | None
    about: str | None = None
    named: str | None = None
    expires: dt.datetime | None = None


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
    rang_in = isinstance(fact, CallAttempt) and is_inbound(fact) and fact.disposition not in REFUSED | MISDIALS
    ordered = isinstance(fact, CallAttempt) and fact.outcome is Outcome.ORDER
    return rang_in or ordered or wrote_back(fact) or isinstance(fact, Consent) or is_bought(fact)


def over(call):
    dialling = call.disposition is Disposition.DIALING
    return call.at + 2 * HOUR if dialling else call.at


def is_bought(fact):
    return isinstance(fact, Purchase) and not (fact.amount is not None and fact.amount < 0)


def is_bad(fact):
    if isinstance(fact, CallAttempt):
        return fact.disposition in BAD and not is_inbound(fact)
    return isinstance(fact, Message) and fact.reply is Reply.NOT_INTERESTED


def reached(person, since):
    """They were reached: a talk, a refusal, a request to call back."""
    return any(
        fact.at >= since
        and (
            is_talk(fact)
            or is_bad(fact)
            or (isinstance(fact, CallAttempt) and fact.disposition in {Disposition.CALLBACK_REQUESTED, *REFUSED})
        )
        for fact in person.own
    )
