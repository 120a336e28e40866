"""The model: may this minute be used? (rulebook B5, D2–D5, E3)"""

from callrules import Disposition
from callrules.testing.catalogue.rhythm.left_in_peace import last_snooze
from callrules.testing.catalogue.shared.readings import forbids, keeps_a_holiday
from callrules.testing.oracle import DAY, HOUR, Minute, calls_on, is_dead, is_refused_number, tries
from model.house_numbers import RESTRAINTS


def may_ring(person, why, number, at):
    """Every rule's plain word about one minute."""
    if is_dead(person, number) or is_refused_number(person, number) or rests_as_bad(person, number, at):
        return False
    if somebody_dials(person, number, at) or keeps_a_holiday(Minute(person, why, number, at)):
        return False
    return not any(forbids(each, person, why, number, at) for each in RESTRAINTS)


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
