"""The naive double: grounds to stop, and which numbers can be rung (rulebook B5, D6, F13)."""

from naive_person import VAIN, came_back, is_attempt, is_from_them, is_inbound, is_talk, over
from naive_promises import kept_by, promised

from callrules import CallAttempt, Commitment, Consent, Disposition, Farewell, Kind, Message, OptOut, Party


def refused(person, at):
    """D6, F4, F5: they asked us to stop, or everybody at their numbers or their account did by then."""
    consents = [fact.at for fact in person.own if isinstance(fact, Consent)]
    if any(not any(at > fact.at for at in consents) for fact in person.refusals):
        return True
    contact = person.contact
    if any(
        isinstance(fact, OptOut) and fact.account and fact.account == contact.account and fact.at <= at
        for fact in others_refusals(person)
    ):
        return True
    said = {number for fact in others_refusals(person) if fact.at <= at for number in said_on(fact)}
    return bool(contact.phones) and all(phone.number in said for phone in contact.phones)


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
    return number is not None and any(number in said_on(fact) for fact in others_refusals(person))


def said_on(fact):
    inbound = isinstance(fact, CallAttempt) and is_inbound(fact)
    return {getattr(fact, "number", None), fact.from_number if inbound else None}


def is_dead(person, number):
    """F13: a wrong number is dead, a bad one the second time; a call of theirs from it shows that it lives."""
    bad = 0
    for call in calls_on(person, number):
        bad += call.disposition is Disposition.BAD_NUMBER
        if bad > 1 or (call.disposition is Disposition.WRONG_NUMBER and person.is_own(call)):
            return True
    return False


def calls_on(person, number):
    first = person.contact.phones[0].number if person.contact.phones else None
    alive = [
        call.at for call in person.calls if is_inbound(call) and number and number in {call.number, call.from_number}
    ]
    for call in tries(person, number):
        on = call.number or first
        if on == number and not any(at >= call.at for at in alive):
            yield call


def tries(person, number):
    """Attempts on one number, ours on the person and those on others."""
    if number is None:
        return person.ours
    own = [call for call in person.ours if call.number in {number, None}]
    return sorted([*own, *(f for f in person.others if is_attempt(f) and f.number == number)], key=lambda call: call.at)


def row_on(person, number):
    vain = []
    for call in tries(person, number):
        vain = [*vain, call] if call.disposition in VAIN else [] if breaks_a_row(call) else vain
    return vain


def row(person):
    breakers = [fact.at for fact in person.own if breaks_a_row(fact)]
    return [call for call in person.ours if call.disposition in VAIN and not any(at >= call.at for at in breakers)]


def breaks_a_row(fact):
    asked = isinstance(fact, CallAttempt) and (is_inbound(fact) or fact.disposition is Disposition.CALLBACK_REQUESTED)
    return asked or is_talk(fact) or is_from_them(fact)


def unanswered(person):
    """B5: often enough in vain, once no promise made until then is open; (since, revisit), or nothing."""
    vain, enough = in_vain(person)
    if enough is None or waited_for(person, enough):
        return None
    return over(enough), person.months_on(vain[-1].at, 3) if len(vain) > 6 else person.days_on(vain[-1].at, 90)


def in_vain(person):
    """Six unanswered in a row, or twelve attempts of any kind without a talk, and the one with which it was enough."""
    vain = vain_since_they_came_back(person)
    if len(vain) >= 6:
        return vain, vain[5]
    back = [fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact) or is_talk(fact)]
    made = [call for call in person.ours if not any(at >= call.at for at in back)]
    if len(made) < 12:
        return made, None
    unanswered_ones = [call for call in made if call.disposition in VAIN]
    return made, unanswered_ones[5] if len(unanswered_ones) >= 6 else made[11]


def waited_for(person, enough):
    """The open promises that were made by the end of that day."""
    day = person.day(enough.at)
    return [each for each in promised(person) if kept_by(person, each) is None and person.day(each.fact.at) <= day]


def vain_since_they_came_back(person):
    back = [fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact)]
    return [call for call in row(person) if not any(at >= call.at for at in back)]


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
