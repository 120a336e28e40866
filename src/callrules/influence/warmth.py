"""What the facts say of the people of a map: who takes our calls, what they are called, what moves them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from callrules.contact import Contact, Role
from callrules.history import History
from callrules.influence.influence_map import InfluenceMap
from callrules.influence.people import Person


def takes_our_calls(history: History) -> bool:
    """Whether we have talked with them, and they said no and left nowhere since; nobody who opted out does."""
    talk = history.last_talk
    if talk is None or history.opted_out or history.opted_out_elsewhere:
        return False
    noes = (fact for fact in history.facts if fact.at > talk.at and fact.is_a_no)
    ended = (
        call for call in history.calls if call.at >= talk.at and (call.is_refusal or call.disposition.traits.final)
    )
    return not any(noes) and not any(ended)


def seen_with(seen: InfluenceMap, people: Iterable[tuple[Contact, History]]) -> InfluenceMap:
    """The map with what the contacts and their facts add to it.

    What is noted on the map stays, but nobody takes our calls who asked us to stop. What is not noted there is taken
    from the contact: name, role, drivers; and from the history whether they take our calls.
    """
    known = {contact.id: (contact, history.seen_by(contact)) for contact, history in people}
    return attrs.evolve(
        seen, people=[_one(each, *known[each.id]) if each.id in known else each for each in seen.people]
    )


def _one(person: Person, contact: Contact, history: History) -> Person:
    noted = person.takes_our_calls
    refused = bool(history.opted_out or history.opted_out_elsewhere)
    return attrs.evolve(
        person,
        name=person.name or contact.name or contact.called,
        role=contact.role if person.role is Role.UNKNOWN else person.role,
        drivers=person.drivers or contact.drivers,
        takes_our_calls=False if refused else takes_our_calls(history) if noted is None else noted,
    )
