"""Hang-ups and brush-offs, and the note that follows (rulebook D3, D5)."""

from __future__ import annotations

import datetime as dt

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Message, OptOut
from callrules.testing.oracle.clock import DAY
from callrules.testing.oracle.person import Person, once
from callrules.testing.oracle.signs import NOTES, came_back, is_bad, is_from_them, is_inbound, is_talk
from callrules.testing.oracle.undone import box
from callrules.vocabulary import Channel, Reply


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
    """D3: an address, else an e-mail, else a fax; not the one in which they said no, nor a refused or resting one.

    Who rang us and hung up on us gets no note (G27).
    """
    if isinstance(bad, CallAttempt) and is_inbound(bad) and bad.disposition is Disposition.HUNG_UP:
        return None
    contact = person.contact
    known = [(Channel.HANDWRITTEN, contact.postal_address), (Channel.EMAIL, contact.email), (Channel.FAX, contact.fax)]
    closed = {box(fact.channel) for fact in person.own if isinstance(fact, OptOut) and fact.channel}
    closed |= _resting(person)
    used = {bad.channel} if isinstance(bad, Message) else set()
    return next((each for each, address in known if address and box(each) not in closed and each not in used), None)


def _resting(person: Person) -> set[Channel]:
    """G26: a channel by which something bounced rests until they write by it."""
    messages = [fact for fact in person.own if isinstance(fact, Message)]
    bounced = [fact for fact in messages if fact.reply is Reply.BOUNCED]
    heard = [fact for fact in messages if is_from_them(fact)]
    return {
        box(each.channel)
        for each in bounced
        if not any(box(fact.channel) is box(each.channel) and fact.at > each.at for fact in heard)
    }
