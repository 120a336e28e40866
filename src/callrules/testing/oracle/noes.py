"""Who asked us to stop, on which number, for which account, and on which other card (rulebook D6, F4, F5, G28, G29)."""

from __future__ import annotations

import datetime as dt

from callrules.facts import CallAttempt, Consent, Fact, OptOut
from callrules.testing.oracle.person import Person, once
from callrules.testing.oracle.signs import is_inbound


def refused(person: Person, at: dt.datetime) -> bool:
    """They asked us to stop, or everybody at their numbers or their account did by then."""
    consented = max((fact.at for fact in person.own if isinstance(fact, Consent)), default=None)
    if any(consented is None or consented <= fact.at for fact in person.refusals):
        return True
    said = [fact for fact in others_refusals(person) if fact.at <= at]
    account, phones = person.contact.account, person.contact.phones
    if account and any(isinstance(fact, OptOut) and plainly(fact.account) == plainly(account) for fact in said):
        return True
    if any(is_by_them(person, fact) and (consented is None or consented <= fact.at) for fact in said):
        return True
    return bool(phones) and all(any(closes(fact, phone.number) for fact in said) for phone in phones)


@once
def others_refusals(person: Person) -> tuple[Fact, ...]:
    """Give what others said and did not lift since."""
    consents = [fact for fact in person.others if isinstance(fact, Consent)]
    return tuple(
        fact
        for fact in person.entries
        if fact.is_opt_out
        and not person.is_own(fact)
        and not any(each.contact == fact.contact and each.at > fact.at for each in consents)
    )


def is_refused_number(person: Person, number: str | None) -> bool:
    """Whether somebody else said "stop calling" on that number, or on the main number of that extension."""
    return number is not None and any(closes(fact, number) for fact in others_refusals(person))


def closes(fact: Fact, number: str) -> bool:
    """Whether it was said on that number, or on the number before its extension."""
    return not said_on(fact).isdisjoint({number, number.split(";ext=", maxsplit=1)[0]})


def said_on(fact: Fact) -> set[str | None]:
    """The numbers on which it was said."""
    called_from = fact.from_number if isinstance(fact, CallAttempt) and is_inbound(fact) else None
    return {getattr(fact, "number", None), called_from}


def is_by_them(person: Person, fact: Fact) -> bool:
    """Whether the one who said it was known by a telephone of theirs, and by their name or their e-mail."""
    if not isinstance(fact, OptOut):
        return False
    beside = [*fact.numbers, *([fact.number] if fact.number else [])]
    theirs = {phone.number.split(";ext=")[0] for phone in person.contact.phones}
    shares = any(number.split(";ext=")[0] in theirs for number in beside)
    named = bool(plainly(fact.name)) and plainly(fact.name) == plainly(person.contact.name)
    mailed = bool(plainly(fact.email)) and plainly(fact.email) == plainly(person.contact.email)
    return shares and (named or mailed)


def plainly(words: str | None) -> str:
    """The words in lower case with single blanks."""
    return " ".join((words or "").casefold().split())
