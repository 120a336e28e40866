"""The naive double: grounds to stop, and which numbers can be rung (rulebook B5, D6, F13)."""

from naive_person import HOUR, VAIN, came_back, is_attempt, is_from_them, is_inbound, is_talk
from naive_promises import kept_by, promised

from callrules import CallAttempt, Commitment, Consent, Disposition, Farewell, Kind, Message, OptOut, Party


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
