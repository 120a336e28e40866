"""Laws of what is written: where it is read, when it is true, and a note names a day on which it has arrived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from callrules.contact import Contact
from callrules.declared import NoteFirst
from callrules.facts import Consent, OptOut
from callrules.promises import NOTES
from callrules.step import Call, WalkAway, Write
from callrules.testing.catalogue.notes.missed_meetings import MEETINGS
from callrules.testing.catalogue.promises.our_promises import waiting_for_us
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import (
    POSTED,
    WARMEST,
    is_ahead_of_the_facts,
    on_their_clock,
    open_promises,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle.clock import SOON
from callrules.testing.oracle.noes import is_by_them
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel


def _refusals(situation: Situation) -> list[OptOut]:
    """Give what they said of single channels since they last consented."""
    consented = max((fact.at for fact in situation.person.own if isinstance(fact, Consent)), default=None)
    return [fact for fact in ever_refused(situation) if consented is None or fact.at > consented]


def ever_refused(situation: Situation) -> list[OptOut]:
    """Give what they ever said of single channels, also on another card of theirs."""
    person = situation.person
    said = (*person.own, *(fact for fact in person.others if is_by_them(person, fact)))
    return [fact for fact in said if isinstance(fact, OptOut) and fact.channel]


def _said_of(channel: Channel, refusals: Iterable[OptOut]) -> OptOut | None:
    """Find where they refused that channel; letter and handwritten are one post."""
    same = POSTED if channel in POSTED else {channel}
    return next((fact for fact in refusals if fact.channel in same), None)


@law(
    "refused-channel-unused",
    says="Nobody is written to in a channel that they refused; letters and what is written by hand are one post.",
    group="consent",
    moment="a written channel was refused",
    reached=lambda situation: bool(_refusals(situation)),
)
def refused_channel_unused(situation: Situation) -> Iterator[Broken]:
    """Check notes and goodbyes: no refused channel carries either."""
    step = situation.step
    if not isinstance(step, (Write, WalkAway)) or step.channel is None:
        return
    refusal = _said_of(step.channel, _refusals(situation))
    if refusal and refusal.channel:
        said = f"on {on_their_clock(situation, refusal.at)} they refused {refusal.channel.value}"
        yield Broken(says=f"to be written to by {step.channel.value}, although {said}")


def channels_open(contact: Contact, refusals: Sequence[OptOut]) -> list[Channel]:
    """Give the channels by which they can be written to, as far as the contact says: known, and not refused."""
    known = {
        Channel.HANDWRITTEN: contact.postal_address,
        Channel.LETTER: contact.postal_address,
        Channel.EMAIL: contact.email,
        Channel.FAX: contact.fax,
    }
    return [channel for channel, where in known.items() if where and not _said_of(channel, refusals)]


def _can_be_sent(situation: Situation, note: Write) -> bool:
    """Whether anybody could write it; by which account or portal they are reached otherwise, the contact tells not."""
    if note.channel in {None, Channel.HANDWRITTEN, Channel.LETTER, Channel.EMAIL, Channel.FAX}:
        fit = channels_open(situation.contact, _refusals(situation))
        return bool(fit) if note.channel is None else note.channel in fit
    return True


def _wait_for_a_call(situation: Situation) -> bool:
    """Whether a note is asked for while we owe them a call that they asked for, or that we promised."""
    is_owed = isinstance(situation.step, Write) and is_ahead_of_the_facts(situation)
    return is_owed and bool(open_promises(situation) or waiting_for_us(situation))


@law(
    "note-can-be-sent",
    says="No promised or returned call waits for a note that nobody can send.",
    group="notes",
    moment="a note is asked for while they wait for our call",
    reached=_wait_for_a_call,
)
def note_can_be_sent(situation: Situation) -> Iterator[Broken]:
    """Nothing but the note holds the call up: once it were written, the phone would ring."""
    note = situation.step
    if not isinstance(note, Write) or _can_be_sent(situation, note):
        return
    written = max(situation.now, note.at or situation.now)
    at = written + SOON
    call = situation.asked(at, situation.history.add(*done(note, written)))
    if isinstance(call, Call) and _is_owed(call, at) and not situation.gate(at, call.number).allowed:
        says = f"the {call.reason.name.replace('_', ' ')} waits for a note ({note.purpose}) {_nowhere(note)}"
        yield Broken(says=says, at=at, expected=f"call {call.reason.name}")


def _is_owed(call: Call, at: dt.datetime) -> bool:
    return call.is_due(at) and call.reason.name in WARMEST


def _nowhere(note: Write) -> str:
    return (
        f"by {note.channel.value}, by which they cannot be reached" if note.channel else "for which no channel is known"
    )


def _names_a_day(situation: Situation) -> bool:
    step = situation.step
    return isinstance(step, Write) and step.purpose in NOTES and step.promises is not None


@law(
    "note-arrives-first",
    says="A note names a day for the next call on which it has long arrived.",
    group="notes",
    moment="a note names a day",
    reached=_names_a_day,
    needs=NoteFirst,
)
def note_arrives_first(situation: Situation) -> Iterator[Broken]:
    """So many working days after it is written, as declared; more where the post brings it (rulebook D4)."""
    step, person = situation.step, situation.person
    if not isinstance(step, Write) or step.promises is None:
        return
    written = person.day(max(situation.now, step.at or situation.now))
    for each in situation.facts_declared(NoteFirst):
        days = each.soonest_posted if step.channel is Channel.HANDWRITTEN else each.soonest
        first = person.working_days_on(written, days)
        if person.day(person.begins(step.promises)) < first:
            named, on, right = (on_their_clock(situation, day) for day in (step.promises, written, first))
            yield Broken(says=f"a note written on {on} names {named}: it may name {right} or later", expected="write")


WRITTEN = (refused_channel_unused, note_can_be_sent, *MEETINGS, note_arrives_first)
