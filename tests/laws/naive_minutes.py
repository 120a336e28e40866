"""The naive double: may this minute be used? (rulebook B5, D2–D5, E3)"""

from naive_house import GIVES_UP, RESTRAINTS

from callrules import Disposition
from callrules.testing.plain import (
    forbids,
    in_vain,
    is_dead,
    is_first_return,
    is_refused_number,
    waited_for,
)
from callrules.testing.plain.clock import DAY
from callrules.testing.plain.giving_way import last_snooze
from callrules.testing.plain.grounds import calls_on, tries
from callrules.testing.plain.signs import HOUR


def may_ring(person, why, number, at):
    """Every rule's plain word about one minute."""
    if is_dead(person, number) or is_refused_number(person, number) or rests_as_bad(person, number, at):
        return False
    if somebody_dials(person, number, at) or is_tried_enough(person, why):
        return False
    return not any(forbids(each, person, why, number, at) for each in RESTRAINTS)


def is_tried_enough(person, why):
    """B4, B5: after enough in vain only what was promised before is still called, and a first call back."""
    _, enough = in_vain(person, GIVES_UP)
    promises = waited_for(person, enough) if enough else []
    keeps_one = why.name == "promise" and why.about in {each.fact.key for each in promises}
    return bool(promises) and not keeps_one and not is_first_return(person, why)


def is_snoozed_at_all(person, at):
    snooze = last_snooze(person)
    return snooze is not None and at < person.begins(snooze.until)


def rests_as_bad(person, number, at):
    return any(
        call.disposition is Disposition.BAD_NUMBER and at < call.at + 15 * DAY for call in calls_on(person, number)
    )


def somebody_dials(person, number, at):
    return any(
        call.disposition is Disposition.DIALING and at < call.at + 2 * HOUR
        for call in (*person.ours, *tries(person, number))
    )
