"""Laws of what is written: not where they refused it, and a note names a day on which it has arrived."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.declared import NoteFirst
from callrules.facts import Consent, OptOut
from callrules.promises import NOTES
from callrules.step import WalkAway, Write
from callrules.terms import Channel
from callrules.testing.lawbook import Broken, law
from callrules.testing.situations import Situation


def _refused_channels(situation: Situation) -> set[Channel]:
    own = situation.person.own
    consented = max((fact.at for fact in own if isinstance(fact, Consent)), default=None)
    return {
        fact.channel
        for fact in own
        if isinstance(fact, OptOut) and fact.channel and (consented is None or fact.at > consented)
    }


@law(
    "refused-channel-unused",
    says="Nobody is written to in a channel that they refused.",
    group="consent",
    moment="a written channel was refused",
    when=lambda situation: bool(_refused_channels(situation)),
)
def refused_channel_unused(situation: Situation) -> Iterator[Broken]:
    """Neither by a note nor to say goodbye."""
    step = situation.step
    if isinstance(step, (Write, WalkAway)) and step.channel in _refused_channels(situation):
        yield Broken(says=f"to be written by {step.channel.value}, which they refused")


def _names_a_day(situation: Situation) -> bool:
    step = situation.step
    return isinstance(step, Write) and step.purpose in NOTES and step.promises is not None


@law(
    "note-arrives-first",
    says="A note names a day for the next call on which it has long arrived.",
    group="notes",
    moment="a note names a day",
    when=_names_a_day,
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
        if person.day(person.begins(step.promises)) < person.working_days_on(written, days):
            yield Broken(says=f"a note of {written} names {step.promises}: too soon", expected="write")


WRITTEN = (refused_channel_unused, note_arrives_first)
