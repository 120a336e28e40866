"""Laws of what is written: where it is read, when it is true, and a note names a day on which it has arrived."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.step import Call, Write
from callrules.testing.catalogue.shared.channels import channels_open, channels_refused
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import (
    WARMEST,
    is_ahead_of_the_facts,
    open_promises,
    waiting_for_us,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel


def _can_be_sent(situation: Situation, note: Write) -> bool:
    """Whether anybody could write it; by which account or portal they are reached otherwise, the contact tells not."""
    if note.channel in {None, Channel.HANDWRITTEN, Channel.LETTER, Channel.EMAIL, Channel.FAX}:
        fit = channels_open(situation.contact, channels_refused(situation))
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
    is_owed = isinstance(call, Call) and call.is_due(at) and call.reason.name in WARMEST
    if isinstance(call, Call) and is_owed and not situation.gate(at, call.number).allowed:
        says = f"the {call.reason.name.replace('_', ' ')} waits for a note ({note.purpose}) {_nowhere(note)}"
        yield Broken(says=says, at=at, expected=f"call {call.reason.name}")


def _nowhere(note: Write) -> str:
    return (
        f"by {note.channel.value}, by which they cannot be reached" if note.channel else "for which no channel is known"
    )
