"""By which channels they can be written to, as far as the contact and their refusals say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from callrules.contact import Contact
from callrules.facts import Consent, OptOut
from callrules.testing.catalogue.shared.predicates import (
    POSTED,
)
from callrules.testing.oracle import is_by_them
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel


def channels_refused(situation: Situation) -> list[OptOut]:
    """Give what they said of single channels since they last consented."""
    consented = max((fact.at for fact in situation.person.own if isinstance(fact, Consent)), default=None)
    return [fact for fact in ever_refused(situation) if consented is None or fact.at > consented]


def ever_refused(situation: Situation) -> list[OptOut]:
    """Give what they ever said of single channels, also on another card of theirs."""
    person = situation.person
    said = (*person.own, *(fact for fact in person.others if is_by_them(person, fact)))
    return [fact for fact in said if isinstance(fact, OptOut) and fact.channel]


def refusal_of(channel: Channel, refusals: Iterable[OptOut]) -> OptOut | None:
    """Find where they refused that channel; letter and handwritten are one post."""
    same = POSTED if channel in POSTED else {channel}
    return next((fact for fact in refusals if fact.channel in same), None)


def channels_open(contact: Contact, refusals: Sequence[OptOut]) -> list[Channel]:
    """Give the channels by which they can be written to, as far as the contact says: known, and not refused."""
    known = {
        Channel.HANDWRITTEN: contact.postal_address,
        Channel.LETTER: contact.postal_address,
        Channel.EMAIL: contact.email,
        Channel.FAX: contact.fax,
    }
    return [channel for channel, where in known.items() if where and not refusal_of(channel, refusals)]
