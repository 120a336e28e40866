"""Laws of bad moments: a note before the next call, which names a day on which it has arrived; after two, rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

import attrs

from callrules.declared import NoteFirst
from callrules.facts import Message, OptOut
from callrules.step import Write
from callrules.testing.catalogue.shared.predicates import on_their_clock
from callrules.testing.catalogue.shared.readings import gives_way, is_same_part, restrains
from callrules.testing.catalogue.shared.restraint_law import is_forbidden, is_kept, restraint_law
from callrules.testing.lawbook import Broken, law
from callrules.testing.lives import HOUR, Dice, Life
from callrules.testing.lives.events.aftermaths import SOON
from callrules.testing.lives.events.calls import BAD, NOTHING_NAMED, OUT, call
from callrules.testing.oracle import DAY, NOTES, Minute, cycle, lifted_by_a_later_word, other_channel, owed_a_note
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel

ANOTHER_PART_FOR = 14 * DAY
"""After the rest that no note could shorten, how long the part of the day of the bad moment is left alone."""


@restrains.register
def _(declared: NoteFirst, minute: Minute) -> bool:
    bad = cycle(minute.person, declared.rest_days)
    if len(bad) > 1:
        return minute.at < bad[-1].at + declared.rest_days * DAY
    if owed_a_note(minute.person, declared.rest_days) is None:
        return False
    is_owed = minute.person.owes(bad[0].at) and other_channel(minute.person, bad[0]) is not None
    return is_owed or _rests(declared, minute, bad[0].at)


def _rests(declared: NoteFirst, minute: Minute, bad: dt.datetime) -> bool:
    """With no other channel: some working days of rest, then another part of the day."""
    person = minute.person
    rested = person.wall(person.working_days_on(person.day(bad), declared.no_channel_days))
    return minute.at < rested or is_same_part(minute, bad, rested + ANOTHER_PART_FOR)


@gives_way.register
def _(declared: NoteFirst, minute: Minute) -> bool:
    """The later word counts: a moment named before the bad one lifts nothing."""
    bad = cycle(minute.person, declared.rest_days)
    return bool(bad) and lifted_by_a_later_word(declared.lifted_by, minute, bad[-1].at)


def _are_bad(situation: Situation, least: int, most: int) -> bool:
    """Whether a note is owed, or rest, after so many bad moments."""
    rests = min(each.rest_days for each in situation.facts_declared(NoteFirst))
    return least <= len(cycle(situation.person, rests)) <= most and is_forbidden(NoteFirst, situation)


note_first = restraint_law(
    NoteFirst,
    "note-first",
    says="After a hang-up or brush-off there is no call before a note.",
    group="notes",
    moment="a note is owed",
    reached=partial(_are_bad, least=1, most=1),
)


@law(
    "second-hang-up-rests",
    says="After a second hang-up there is no third try and no second note, but rest.",
    group="notes",
    moment="a second hang-up",
    reached=partial(_are_bad, least=2, most=99),
    needs=NoteFirst,
)
def second_hang_up_rests(situation: Situation) -> Iterator[Broken]:
    """Refuse a call before the rest is over, and another note."""
    yield from is_kept(NoteFirst, situation)
    step = situation.step
    if isinstance(step, Write) and step.purpose in NOTES:
        yield Broken(says="a second note after a second hang-up", at=step.at, expected="rest")


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


def hung_up_once_more(life: Life, dice: Dice) -> None:
    """Two bad moments, a long rest, and another one."""
    for days in (8, 100, 1):
        call(life, dice, dice.pick(BAD), then=HOUR, **NOTHING_NAMED)
        life.happens(Message, dice, channel=Channel.EMAIL, direction=OUT, purpose="after_hang_up", then=days * DAY)
    life.facts.pop()


def no_word_by_mail(life: Life, dice: Dice) -> None:
    """They can be written to in one channel only, refused it, and hung up."""
    channel = dice.pick((Channel.EMAIL, Channel.HANDWRITTEN))
    life.contact = attrs.evolve(life.contact, email="c@example.org", postal_address=dice.pick((None, "1 High Street")))
    life.happens(OptOut, dice, channel=channel, then=DAY)
    call(life, dice, dice.pick(BAD), then=HOUR, **NOTHING_NAMED)


def no_more_letters(life: Life, dice: Dice) -> None:
    """They can be written to by the post only, want no more letters, and perhaps hung up on us."""
    life.contact = attrs.evolve(life.contact, email=None, fax=None, postal_address="1 High Street")
    life.happens(OptOut, dice, channel=dice.pick((Channel.LETTER, Channel.LETTER, Channel.HANDWRITTEN)), then=DAY)
    if dice.number(2):
        call(life, dice, dice.pick(BAD), then=SOON, **NOTHING_NAMED)


SEQUELS = (hung_up_once_more, no_word_by_mail, no_more_letters)
