"""What can happen next in a life: each deed adds the facts of one idea, moments and fields by the dice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from callrules.dispositions import UNANSWERED, Disposition
from callrules.facts import (
    CallAttempt,
    Commitment,
    Consent,
    Fact,
    Farewell,
    Insight,
    Introduction,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Research,
    Retraction,
    Snooze,
)
from callrules.step import Call, Step, WalkAway, Write
from callrules.terms import Channel, Direction, Kind, Outcome, Party, Reply  # fmt: skip
from callrules.testing.dice import Dice
from callrules.testing.landmarks import DAY, on_the_calendar
from callrules.testing.lives import Life

Deed = Callable[[Life, Dice], None]
VAIN = tuple(each for each in Disposition if each in UNANSWERED and each is not Disposition.DIALING)
WRITTEN = tuple(each for each in Channel if each is not Channel.PHONE)
IN, OUT = Direction.INBOUND, Direction.OUTBOUND
PURPOSES = (None, "after_hang_up", "after_brush_off", "takeaway", "thanks", "share")
YESES = ((), (), ("a next date",), ("a next date", "a trial"))
OTHERS = "somebody else"


def rest(_: Life, __: Dice) -> None:
    """Nothing happens."""


def attempt(life: Life, dice: Dice) -> None:
    """Some call, any way it can end."""
    _call(life, dice, dice.pick(tuple(Disposition)), direction=dice.pick((OUT, OUT, IN)))


def vain(life: Life, dice: Dice) -> None:
    """A call by hand that nobody answered."""
    _call(life, dice, dice.pick(VAIN))


def talk(life: Life, dice: Dice) -> None:
    """A conversation, with what was agreed."""
    _call(life, dice, Disposition.CONVERSATION, direction=dice.pick((OUT, OUT, OUT, IN)))


def bad_moment(life: Life, dice: Dice) -> None:
    """They hung up, or brushed us off."""
    _call(life, dice, dice.pick((Disposition.HUNG_UP, Disposition.NOT_INTERESTED)))


def ask_for_a_call(life: Life, dice: Dice) -> None:
    """They, or somebody at their desk, asked us to call again, with or without a time."""
    how = dice.pick((Disposition.CALLBACK_REQUESTED, Disposition.CALLBACK_REQUESTED, Disposition.GATEKEEPER))
    _call(life, dice, how, callback_at=life.moment(dice) if dice.number(3) else None, promises=None)


def dead_line(life: Life, dice: Dice) -> None:
    """A number that does not reach them."""
    _call(life, dice, dice.pick((Disposition.BAD_NUMBER, Disposition.WRONG_NUMBER)), number=dice.pick(life.numbers))


def ring_in(life: Life, dice: Dice) -> None:
    """They called us."""
    _call(
        life,
        dice,
        dice.pick((Disposition.NO_ANSWER, Disposition.VOICEMAIL_LEFT, Disposition.CONVERSATION)),
        direction=IN,
    )


def _call(life: Life, dice: Dice, how: Disposition, **fields: Any) -> None:
    where = life.somewhere(dice)
    fields = {
        "disposition": how,
        "number": dice.pick(life.numbers),
        "promises": life.moment(dice, where) if dice.number(5) == 1 else None,
        "callback_at": life.moment(dice, where) if dice.number(8) == 1 else None,
        "outcome": dice.pick((None, *Outcome)) if how.traits.talked else None,
        "agreed": dice.pick(YESES),
        "from_number": dice.perhaps(dice.pick(life.numbers)),
        "rep": dice.perhaps("ann"),
        "reason": dice.perhaps("prospect"),
        "used": ("f0",) if dice.number(5) == 1 else (),
        "duration": dice.perhaps(61.5),
        "remark": dice.perhaps("in a hurry"),
        **fields,
    }
    life.happens(CallAttempt, dice, **fields)


def note(life: Life, dice: Dice) -> None:
    """We wrote."""
    promises = life.moment(dice) if dice.number(2) else None
    _message(life, dice, direction=OUT, purpose=dice.pick(PURPOSES), promises=promises)


def reply(life: Life, dice: Dice) -> None:
    """They wrote."""
    _message(
        life, dice, direction=IN, reply=dice.pick((None, *(each for each in Reply if each is not Reply.DO_NOT_CALL)))
    )


def _message(life: Life, dice: Dice, **fields: Any) -> None:
    life.happens(Message, dice, channel=dice.pick(WRITTEN), text=dice.perhaps("Dear Ms Doe"), **fields)


def our_word(life: Life, dice: Dice) -> None:
    """A promise of ours, usually to call."""
    _commitment(life, dice, Party.US, life.moment(dice))


def their_word(life: Life, dice: Dice) -> None:
    """A promise of theirs, with or without a date."""
    _commitment(life, dice, Party.THEM, life.moment(dice) if dice.number(3) else None)


def _commitment(life: Life, dice: Dice, by: Party, due: dt.date | None) -> None:
    kind = dice.pick((Kind.CALL, Kind.CALL, Kind.CALL, *Kind))
    life.happens(
        Commitment,
        dice,
        by=by,
        due=due,
        kind=kind,
        asked_by=dice.pick((Party.THEM, Party.US)),
        what=dice.perhaps("the offer"),
    )


def meet(life: Life, dice: Dice) -> None:
    """We met."""
    life.happens(Meeting, dice, place=dice.perhaps("the fair"))


def buy(life: Life, dice: Dice) -> None:
    """They bought, once or in a rhythm."""
    every, times = dice.pick((30, 7, 60, 1)) * DAY, 1 + dice.number(4)
    last = life.at
    for each in range(times):
        life.at = last - (times - 1 - each) * every
        life.happens(Purchase, dice, amount=dice.pick((None, "129.00", "0", "-12.50")), currency=dice.perhaps("EUR"))


def learn(life: Life, dice: Dice) -> None:
    """Something was found out, or somebody introduced us."""
    known = (
        (Insight, {"text": "a new law", "source": "a paper"}),
        (Research, {"topic": "why", "text": "they grow"}),
        (Introduction, {"by": "friend"}),
    )
    kind, fields = dice.pick(known)
    life.happens(kind, dice, **fields)


def refuse(life: Life, dice: Dice) -> None:
    """They asked us to stop, in one of the ways there are."""
    way = dice.number(6)
    if way == 0:
        life.happens(OptOut, dice)
    elif way == 1:
        _call(life, dice, Disposition.DO_NOT_CALL, direction=dice.pick((OUT, IN)))
    elif way == 2:  # noqa: PLR2004 - the ways are counted
        _message(life, dice, direction=IN, reply=Reply.DO_NOT_CALL)
    else:
        account = dice.perhaps(life.contact.account or "acme")
        life.happens(OptOut, dice, number=dice.pick(life.numbers), account=account, channel=dice.pick((None, *Channel)))


def come_round(life: Life, dice: Dice) -> None:
    """They want to be called again."""
    life.happens(Consent, dice)


def snooze(life: Life, dice: Dice) -> None:
    """They are left in peace for a while."""
    life.happens(Snooze, dice, until=life.moment(dice))


def farewell(life: Life, dice: Dice) -> None:
    """We said goodbye."""
    life.happens(Farewell, dice)


def retract(life: Life, dice: Dice) -> None:
    """An earlier fact is taken back; sometimes one that nobody knows."""
    named = [fact.id for fact in life.facts if fact.id]
    life.happens(Retraction, dice, of=dice.pick(named or ["f99"]))


def log_again(life: Life, dice: Dice) -> None:
    """An earlier fact arrives once more: the same, at another time, or recorded later with other words."""
    if life.facts:
        fact = dice.pick(life.facts)
        shift = dice.pick((0, 0, 1, -1, 60)) * dt.timedelta(hours=1)
        recorded = dice.pick((fact.recorded, life.at, life.at + DAY))
        again = attrs.evolve(fact, at=fact.at + shift, recorded=recorded)
        if isinstance(again, CallAttempt) and dice.number(2):
            again = attrs.evolve(again, disposition=dice.pick(tuple(Disposition)))
        life.facts.append(again)


def neighbour(life: Life, dice: Dice) -> None:
    """Something about somebody else who shares a number or an account."""
    place = len(life.facts)
    dice.pick((attempt, refuse, come_round, vain, learn))(life, dice)
    shared = dice.pick([phone.number for phone in life.contact.phones] or [None])
    life.facts[place:] = [_about_others(fact, shared) for fact in life.facts[place:]]


def ring_a_neighbour(life: Life, dice: Dice) -> None:
    """Somebody who shares a number is rung several times in vain."""
    shared = dice.pick([phone.number for phone in life.contact.phones] or [None])
    for _ in range(2 + dice.number(3)):
        place = len(life.facts)
        vain(life, dice)
        life.facts[place:] = [_about_others(fact, shared) for fact in life.facts[place:]]
        life.at += dice.pick((1, 5, 24, 30)) * dt.timedelta(hours=1)


def _about_others(fact: Fact, shared: str | None) -> Fact:
    if isinstance(fact, (CallAttempt, OptOut)):
        return attrs.evolve(fact, contact=OTHERS, number=fact.number or shared)
    return attrs.evolve(fact, contact=OTHERS)


def dial(life: Life, dice: Dice) -> None:
    """A dial written down before ringing, and perhaps closed a minute later."""
    known_by = f"f{len(life.facts)}"
    _call(life, dice, Disposition.DIALING, id=known_by)
    dialled = life.facts[-1]
    if dice.number(3) == 1 and isinstance(dialled, CallAttempt):
        later = life.at + dt.timedelta(minutes=1)
        life.facts.append(attrs.evolve(dialled, recorded=later, disposition=dice.pick(VAIN)))


def work(life: Life, dice: Dice) -> None:
    """What the policy asks for is done at its moment, and nobody answers, or somebody does."""
    ends = dice.pick(
        (
            *VAIN,
            *VAIN,
            Disposition.CONVERSATION,
            Disposition.HUNG_UP,
            Disposition.NOT_INTERESTED,
            Disposition.CALLBACK_REQUESTED,
        )
    )
    _follow(life, dice, ends)


def persist(life: Life, dice: Dice) -> None:
    """The policy is followed for several steps, and nobody ever answers."""
    for _ in range(2 + dice.number(6)):
        _follow(life, dice, dice.pick(VAIN))


def _follow(life: Life, dice: Dice, ends: Disposition) -> None:
    step = life.next_step()
    if step.at is None or step.at > life.at + 1000 * DAY:
        return
    life.at = max(life.at, step.at)
    _do(life, dice, step, ends)


def _do(life: Life, dice: Dice, step: Step, ends: Disposition) -> None:
    if isinstance(step, Call):
        about, name = step.reason.about, step.reason.name
        more = {"callback_at": life.moment(dice)} if ends is Disposition.CALLBACK_REQUESTED and dice.number(2) else {}
        life.happens(CallAttempt, dice, disposition=ends, reason=name, about=about, number=step.number, **more)
    elif isinstance(step, Write):
        promises = dice.pick((step.promises, step.promises, None))
        life.happens(
            Message, dice, channel=step.channel or Channel.EMAIL, direction=OUT, purpose=step.purpose, promises=promises
        )
    elif isinstance(step, WalkAway):
        life.happens(Farewell, dice)


def late_work(life: Life, dice: Dice) -> None:
    """What the policy asks for is done hours or days after its moment."""
    step = life.next_step()
    if step.at is not None and step.at < life.at + 1000 * DAY:
        life.at = max(life.at, step.at) + dice.pick((1, 3, 24, 72, 240)) * dt.timedelta(hours=1)
        _do(life, dice, step, dice.pick((*VAIN, Disposition.CONVERSATION)))


def record_twice(life: Life, dice: Dice) -> None:
    """The last fact is sent again, as a host does that is not sure whether it got through."""
    if life.facts:
        fact = life.facts[-1]
        known_by = fact.id or f"f{len(life.facts)}"
        again = attrs.evolve(fact, id=known_by)
        life.facts[-1] = again
        life.facts.append(attrs.evolve(again, recorded=life.at + dice.number(3) * DAY))


def import_a_past(life: Life, dice: Dice) -> None:
    """What happened weeks or months ago becomes known today."""
    today = life.at
    life.at -= dice.pick((8, 20, 40, 100, 200, 400)) * DAY
    for _ in range(1 + dice.number(4)):
        dice.pick((vain, talk, buy, bad_moment, reply, our_word, refuse, dead_line, meet))(life, dice)
        life.at += dice.pick((1, 3, 7, 30)) * DAY
    life.at = max(today, max((fact.at for fact in life.facts), default=today))


def put_the_clock_back(life: Life, dice: Dice) -> None:
    """The host's clock is put back: what follows is dated before what was."""
    life.at -= dice.pick((1, 3, 26)) * dt.timedelta(hours=1)


def long_silence(life: Life, _: Dice) -> None:
    """Half a year passes."""
    life.at = on_the_calendar(life.at, life.zone, months=6)


EVERYTHING: tuple[Deed, ...] = (
    rest, work, vain, talk, bad_moment, ask_for_a_call, ring_in, note, reply, our_word, their_word, meet, buy, snooze,
    learn, farewell, dead_line, dial, refuse, come_round, retract, log_again, neighbour, attempt, persist, long_silence,
    late_work, record_twice, import_a_past, ring_a_neighbour,
)  # fmt: skip

NEXT: tuple[Deed, ...] = (
    vain, talk, bad_moment, our_word, ask_for_a_call, note, ring_in, reply, snooze, refuse, dead_line, dial, work,
    record_twice, learn, their_word,
)  # fmt: skip
"""What may well happen next to anybody."""

THEMES: tuple[tuple[Deed, ...], ...] = (
    EVERYTHING,
    (rest, persist, persist, work, vain, ring_in, our_word, long_silence, reply),
    (rest, our_word, talk, ask_for_a_call, work, work, our_word, snooze, their_word, refuse),
    (rest, bad_moment, bad_moment, work, work, note, reply, talk, long_silence),
    (rest, buy, buy, talk, work, long_silence, persist, meet),
    (rest, refuse, come_round, come_round, retract, log_again, neighbour, our_word, work, reply, buy),
    (rest, dial, dial, vain, vain, work, attempt, neighbour, retract, log_again),
    (rest, dial, dead_line, work, vain, ring_in, neighbour, dial, talk),
    (rest, log_again, log_again, vain, talk, our_word, retract, bad_moment, neighbour, neighbour, work),
    (rest, their_word, reply, ring_in, work, talk, snooze, ask_for_a_call),
    (rest, late_work, late_work, record_twice, dial, put_the_clock_back, work, neighbour, talk, our_word, bad_moment),
    (rest, talk, our_word, our_word, learn, dial, talk, note, work, neighbour, meet),
    (rest, learn, learn, talk, note, work, meet, long_silence, learn, work),
    (rest, ring_a_neighbour, ring_a_neighbour, work, vain, talk, neighbour, our_word, dial),
    (rest, import_a_past, import_a_past, work, persist, log_again, record_twice, refuse, come_round, reply, buy),
)
"""Lives that keep to one subject reach its ends; the first holds everything."""
