"""Hang-ups and brush-offs, and the note that follows (rulebook D3, D5)."""

from __future__ import annotations

import datetime as dt

from callrules.facts import Fact, Message, OptOut
from callrules.terms import Channel
from callrules.testing.plain.clock import DAY
from callrules.testing.plain.person import Person, once
from callrules.testing.plain.signs import NOTES, came_back, is_bad, is_inbound, is_talk

POSTED = frozenset({Channel.HANDWRITTEN, Channel.LETTER})


@once
def cycle(person: Person, rest_days: int = 90) -> tuple[Fact, ...]:
    """D5: bad moments since the last conversation or rest."""
    found: list[Fact] = []
    for fact in person.own:
        if is_talk(fact) or (len(found) > 1 and fact.at >= found[-1].at + rest_days * DAY):
            found = []
        if is_bad(fact):
            found.append(fact)
    return tuple(found)


def notes_since(person: Person, at: dt.datetime) -> list[Message]:
    """The notes about a bad moment that we wrote from then on."""
    ours = [fact for fact in person.own if isinstance(fact, Message) and not is_inbound(fact)]
    return [note for note in ours if note.at >= at and note.purpose in NOTES]


@once
def owed_a_note(person: Person, rest_days: int = 90) -> Fact | None:
    """D3: the one bad moment that nothing followed yet: no note of ours, nothing from them."""
    bad = cycle(person, rest_days)
    if len(bad) != 1 or notes_since(person, bad[0].at):
        return None
    turned = any(came_back(fact) and fact.at > bad[0].at for fact in person.own)
    return None if turned else bad[0]


def other_channel(person: Person, bad: Fact | None) -> Channel | None:
    """D3: an address, else an e-mail, else a fax; not the one in which they said no, nor one they refused."""
    contact = person.contact
    known = [(Channel.HANDWRITTEN, contact.postal_address), (Channel.EMAIL, contact.email), (Channel.FAX, contact.fax)]
    closed = {fact.channel for fact in person.own if isinstance(fact, OptOut)}
    closed |= POSTED if closed & POSTED else set()
    closed |= {bad.channel} if isinstance(bad, Message) else set()
    return next((channel for channel, address in known if address and channel not in closed), None)
