"""The naive double: may this minute be used? (rulebook B5, D2–D5, E3)"""

from zoneinfo import ZoneInfo

from naive_grounds import (
    calls_on,
    in_vain,
    is_dead,
    is_refused_number,
    row,
    row_on,
    tries,
    waited_for,
)
from naive_hang_ups import cycle, other_channel, owed_a_note
from naive_person import DAY, HOUR, rang, zones
from naive_promises import promised
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
    if not inside and not is_first_return(person, why) and is_paced_out(person, number, at):
        return False
    return not is_left_alone(person, why, at, inside=inside)


def is_first_return(person, why):
    return why.name == "returned_call" and not any(rang(call) and call.at >= why.due for call in person.ours)


def is_tried_enough(person, why):
    """B4, B5: after enough in vain only what was promised before is still called, and a first call back."""
    _, enough = in_vain(person)
    promises = waited_for(person, enough) if enough else []
    return bool(promises) and why.about not in {each.fact.key for each in promises} and not is_first_return(person, why)


def is_paced_out(person, number, at):
    """What gives way to every moment they named."""
    return is_too_soon(person, number, at) or is_too_often(person, number, at)


def is_left_alone(person, why, at, *, inside):
    """Snoozes and rests: they give way to a moment named after them, and to a call back."""
    snoozes = [fact for fact in person.own if isinstance(fact, Snooze)]
    if is_snoozed(person, why, at) and not (inside and is_later_word(person, why, snoozes[-1].at)):
        return True
    if why.name == "returned_call" or not is_resting_after_bad(person, at):
        return False
    return not (inside and is_later_word(person, why, cycle(person)[-1].at))


def is_later_word(person, why, at):
    made = [each.fact.at for each in promised(person) if each.fact.key == why.about]
    return not made or made[-1] >= at


def is_snoozed_at_all(person, at):
    snoozes = [fact for fact in person.own if isinstance(fact, Snooze)]
    return bool(snoozes) and at < person.begins(snoozes[-1].until)


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
    return any(
        call.disposition is Disposition.DIALING and at < call.at + 2 * HOUR
        for call in (*person.ours, *tries(person, number))
    )


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
    made = [*person.ours, *tries(person, number)]
    if any(at < call.at + (4 if is_busy(call) else 20) * HOUR for call in made):
        return True
    vain = row(person)
    if vain and at < vain[-1].at + 7 * DAY and person.part(at) == person.part(vain[-1].at):
        return True
    return any(is_within_days(person, each, at) for each in (vain, row_on(person, number) if person.others else []))


def is_within_days(person, vain, at):
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
    for tried in (person.ours, tries(person, number)):
        made = [call.at for call in tried if call.at <= at]
        if sum(at - each < 7 * DAY for each in made) >= 3 or sum(at - each < 30 * DAY for each in made) >= 6:
            return True
    return False


def is_snoozed(person, why, at):
    snoozes = [fact for fact in person.own if isinstance(fact, Snooze)]
    if snoozes and why.name == "returned_call" and why.due > snoozes[-1].at:
        return False
    return bool(snoozes) and at < person.begins(snoozes[-1].until)


def is_resting_after_bad(person, at):
    bad = cycle(person)
    if len(bad) > 1:
        return at < bad[-1].at + 90 * DAY
    if owed_a_note(person) is None:
        return False
    if other_channel(person, bad[0]):
        return True
    rested = person.wall(person.working_days_on(person.day(bad[0].at), 10))
    return at < rested or (at < rested + 14 * DAY and person.part(at) == person.part(bad[0].at))
