"""The model: what else speaks for a call, against it, or before it (B2, B4, C2, C6, D6, E2, F13, F14)."""

import calendar
import datetime as dt
from itertools import pairwise

from callrules import (
    CallAttempt,
    Commitment,
    Disposition,
    Insight,
    Introduction,
    KeyDate,
    Kind,
    Meeting,
    Message,
    Outcome,
    Party,
    Reply,
    Research,
    Role,
)
from callrules.testing.oracle import (
    DAY,
    HOUR,
    Occasion,
    asked_for_a_call,
    came_back,
    is_a_no,
    is_bought,
    is_inbound,
    is_order,
    is_talk,
    meetings_agreed,
    other_channel,
    promised,
    speaks_with_us,
)

GONE = {Disposition.LEFT_COMPANY, Disposition.CLOSED_DOWN, Disposition.DISQUALIFIED}
TINY = dt.timedelta.resolution


def more_whys(person):
    talk = person.talks[-1] if person.talks else None
    yield from just_met(person, talk)
    yield from follow_up(person, talk)
    yield from insights(person, talk)
    yield from thanks_by_phone(person, talk)
    yield from days_of_theirs(person, talk)
    if len(person.talks) >= 3:
        yield Occasion("simple_reason", person.wall(person.day(talk.at) + 90 * DAY))


def untold(person):
    told = {each for call in person.calls if is_talk(call) for each in call.used}
    told |= {call.about for call in person.calls if is_talk(call) and call.reason == "insight"}
    told |= {each for fact in person.own if isinstance(fact, Message) for each in fact.used}
    return [fact for fact in person.own if isinstance(fact, Insight) and fact.key not in told]


def just_met(person, met):
    """E2: the same day where there is something to share, else the next working day; stale after 14."""
    if not isinstance(met, Meeting) or person.reached(met.at + TINY):
        return
    day = person.day(met.at)
    fresh = [fact.at for fact in untold(person) if day - 90 * DAY < person.day(fact.at) <= day]
    tomorrow = person.wall(person.working_days_on(day, 1))
    due = min(tomorrow, max(met.at, min(fresh))) if fresh else tomorrow
    yield Occasion("recently_met", due, met.key, expires=person.days_on(met.at, 14))


def follow_up(person, talk):
    """B2: an advance without a call agreed for what comes next."""
    if not isinstance(talk, CallAttempt) or talk.outcome is not Outcome.ADVANCE or person.reached(talk.at + TINY):
        return
    agreed = [fact for fact in person.own if isinstance(fact, Commitment) and fact.at >= talk.at]
    if any(fact.kind is Kind.CALL or fact.by is Party.THEM for fact in agreed):
        return
    if any(each.fact.at >= talk.at for each in promised(person)):
        return
    last = max([talk.at, *(person.begins(fact.due) for fact in agreed if fact.due)])
    due = person.wall(person.working_days_on(person.day(last), 5))
    yield Occasion("follow_up", due, talk.key, expires=person.days_on(last, 30))


def insights(person, talk):
    """B2, C4: something new, some days after a talk, stale after 90 days."""
    for fact in untold(person):
        rested = person.wall(person.working_days_on(person.day(talk.at), 5)) if talk else fact.at
        yield Occasion("insight", max(fact.at, rested), fact.key, expires=fact.at + 90 * DAY)


def thanks_by_phone(person, talk):
    """E7: a purchase since which nobody talked or wrote thanks; from the next working day until the tenth."""
    words = [talk.at] if talk else []
    words += [fact.at for fact in person.own if isinstance(fact, Message) and fact.purpose == "thanks"]
    for fact in person.own:
        if is_bought(fact) and all(fact.at > word for word in words) and not person.is_within_a_talk(fact):
            day = person.day(fact.at)
            due, last = person.working_days_on(day, 1), person.working_days_on(day, 10)
            yield Occasion("simple_reason", person.wall(due), fact.key, expires=person.wall(last + DAY))


def days_of_theirs(person, talk):
    """E7: a date that they told us, and a year since the first order of who ordered again; stale after five days."""
    days = [(fact, day) for fact in person.own if isinstance(fact, KeyDate) for day in days_of(person, fact)]
    orders = [fact for fact in person.own if is_bought(fact) or is_order(fact)]
    first = min(orders, key=lambda fact: fact.at, default=None)
    if len({person.day(fact.at) for fact in orders}) > 1:
        days.append((first, person.day(person.months_on(first.at, 12))))
    for fact, day in days:
        due = person.wall(day if person.works(day) else person.working_days_on(day, 1))
        if talk is None or talk.at < due:
            last = person.working_days_on(day, 5)
            yield Occasion("simple_reason", due, fact.key, expires=person.wall(last + DAY))


def days_of(person, date):
    told = person.day(date.at)
    years = range(told.year, told.year + 60) if date.yearly else [date.on.year]
    leap = (date.on.month, date.on.day) == (2, 29)
    for year in years:
        last = calendar.monthrange(year, 2)[1]
        day = date.on.replace(year=year, day=last) if leap else date.on.replace(year=year)
        if day >= max(told, date.on):
            yield day


def more_grounds(person):
    """The other grounds, hardest first: (ground, since)."""
    back = max([fact.at for fact in person.own if came_back(fact)], default=None)
    spoke = max([fact.at for fact in person.own if speaks_with_us(fact)], default=None)
    gone = [
        call.at
        for call in person.calls
        if call.disposition in GONE
        and (back is None or call.at >= back)
        and not (call.disposition is Disposition.LEFT_COMPANY and spoke and call.at < spoke)
    ]
    if gone:
        yield "disqualified", gone[0]
    no = said_no(person)
    if no:
        yield "not_interested", no
    nowhere = stalled(person)
    if nowhere:
        yield "stalled", nowhere


def said_no(person):
    """D6: twice within twelve months, a decision maker once."""
    since = [fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact)]
    noes = [fact.at for fact in person.own if is_a_no(fact) and all(fact.at >= at for at in since)]
    if noes and person.contact.role is Role.DECISION_MAKER:
        return noes[0]
    return next((b for a, b in pairwise(noes) if b <= person.months_on(a, 12)), None)


def stalled(person):
    """B4: three talks in a row that led nowhere."""
    back = [fact.at for fact in person.own if came_back(fact)]
    back += [call.at for call in person.calls if call.outcome is Outcome.ORDER]
    row, agreed = [], set()
    for call in person.calls:
        asked = call.disposition is Disposition.CALLBACK_REQUESTED
        if is_talk(call) or asked:
            nowhere = set(call.agreed) <= agreed and (asked or call.outcome is Outcome.CONTINUATION)
            row = [*row, call] if nowhere and all(call.at > at for at in back) else []
            agreed |= set(call.agreed)
    for first, third in zip(row, row[2:], strict=False):
        if third.at <= person.months_on(first.at, 12):
            return third.at
    return None


def owed_besides(person, at):
    """F14: thanks for an order, a word after a missed meeting."""
    if other_channel(person, None) is None:
        return
    missed = missed_at(person)
    if missed and missed <= at < missed + 14 * DAY:
        yield ("write", "missed_meeting")
    orders = [call.at for call in person.calls if call.outcome is Outcome.ORDER]
    if orders and at < orders[-1] + 14 * DAY and not wrote(person, "thanks", orders[-1]):
        yield ("write", "thanks")


def missed_at(person):
    """When a meeting that did not come about is over; nothing where it did, or was spoken of."""
    meetings = [fact for fact in person.own if isinstance(fact, Commitment) and fact.kind is Kind.MEET and fact.due]
    if not meetings:
        return None
    meeting, due = meetings[-1], person.begins(meetings[-1].due)
    if not any(each is meeting for each, _ in meetings_agreed(person)):
        return None
    met = any(isinstance(fact, Meeting) and fact.at > meeting.at for fact in person.own)
    if met or person.reached(due) or wrote(person, "missed_meeting", due):
        return None
    return due + HOUR if isinstance(meeting.due, dt.datetime) else person.wall(person.day(due) + DAY)


def wrote(person, purpose, since):
    ours = [fact for fact in person.own if isinstance(fact, Message) and not is_inbound(fact)]
    return any(fact.purpose == purpose and fact.at >= since for fact in ours)


def comes_first(person, why, at):
    """C2, C6: what must be there before a call on our own initiative."""
    if why.named or why.name in {"promise", "returned_call"}:
        return []
    return [*(["prepare"] if is_unprepared(person, at) else []), *(["seek_introduction"] if is_cold(person) else [])]


def is_cold(person):
    heard = [fact for fact in person.own if is_inbound(fact) and getattr(fact, "reply", None) not in MACHINES]
    bought = any(is_bought(fact) or getattr(fact, "outcome", None) is Outcome.ORDER for fact in person.own)
    known = person.talks or heard or bought or any(isinstance(fact, Introduction) for fact in person.own)
    return person.contact.role is Role.DECISION_MAKER and not known


MACHINES = {Reply.AUTOMATIC, Reply.BOUNCED}


def is_unprepared(person, at):
    known = {fact.topic for fact in person.own if isinstance(fact, Research)}
    known |= {"insight"} if any(fact.at > at - 90 * DAY for fact in untold(person)) else set()
    known |= {"common_ground"} if person.contact.common_ground else set()
    return person.contact.red_phone and not {"why", "outcome", "insight", "common_ground", "buy_in"} <= known
