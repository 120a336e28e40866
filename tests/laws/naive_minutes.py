"""The naive double: may this minute be used? (rulebook B5, D2–D5, E3)"""

from zoneinfo import ZoneInfo

from naive_grounds import (
    calls_on,
    has_open_promise,
    is_dead,
    is_refused_number,
    row,
    tries,
    vain_since_they_came_back,
)
from naive_hang_ups import cycle, notes_since, other_channel
from naive_person import DAY, HOUR, rang, zones
from naive_reasons import their_open

from callrules import Disposition, Snooze


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
