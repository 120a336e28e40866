"""What holds calls up, each told in a few facts: what may follow it is dealt, so that nothing is left to luck."""

from __future__ import annotations

import attrs

from callrules.contact import Phone, Role
from callrules.dispositions import Disposition
from callrules.facts import Commitment, Farewell, OptOut, Snooze
from callrules.places import names_a_place
from callrules.testing.lives import DAY, HOUR, LADDER, MINUTE, Dice, Life
from callrules.testing.lives.events.calls import GONE, NOTHING_NAMED, OUT, VAIN, Event, call, mailed, one_of, rung, told
from callrules.testing.lives.events.neighbours import OTHERS
from callrules.testing.lives.events.partings import never_answered, said_no_twice
from callrules.vocabulary import Channel, Kind, Outcome, Party, Reply

MAIL, POST, FAX = "c@example.org", "1 High Street", "+12065550177"
PLACES = tuple(each for each in LADDER if names_a_place(each))
PHONE = Phone(number="+12065550105")


def reach_by_all(life: Life, dice: Dice) -> None:
    """We know where they live, a number of theirs, and how to write to them; nothing of theirs comes first."""
    contact, post, fax = life.contact, dice.pick((POST, None)), dice.pick((None, FAX))
    where = contact.timezone if contact.timezone in PLACES else dice.pick(PLACES)
    phones = tuple(attrs.evolve(each, timezone=None) for each in contact.phones or (PHONE,))
    known = attrs.evolve(contact, timezone=where, region=None, phones=phones, email=MAIL, postal_address=post, fax=fax)
    life.contact = attrs.evolve(known, role=dice.pick((Role.UNKNOWN, Role.USER)), red_phone=False, hours=())


def snoozed(life: Life, dice: Dice) -> None:
    """They are to be left in peace for weeks."""
    life.happens(Snooze, dice, until=life.today + (dice.pick((30, 20, 90)) + life.horizon) * DAY)


asked_to_stop = one_of(told(OptOut), rung(Disposition.DO_NOT_CALL), mailed(Reply.DO_NOT_CALL))
"""They asked us to stop: we do not know how, on the phone, or in writing."""
hung_up_on_us = rung(Disposition.HUNG_UP)
brushed_us_off = rung(Disposition.NOT_INTERESTED)
just_ordered = rung(Disposition.CONVERSATION, outcome=Outcome.ORDER)
rings_just_now = rung(Disposition.DIALING)
"""Somebody dials."""
left = one_of(*map(rung, GONE))
"""They are not there any more."""


def refused_a_channel(life: Life, dice: Dice) -> None:
    """One way of writing is closed, and there are others."""
    refuse_a_channel(life, dice, dice.pick((Channel.EMAIL, Channel.LETTER, Channel.FAX, Channel.HANDWRITTEN)))


def refuse_a_channel(life: Life, dice: Dice, channel: Channel) -> None:
    """They want nothing by that channel, and can be reached by every other."""
    life.contact = attrs.evolve(life.contact, email=MAIL, postal_address=POST, fax=FAX)
    life.happens(OptOut, dice, channel=channel)


def refused_a_number(life: Life, dice: Dice) -> None:
    """Somebody wants no calls on their number: somebody else there, or they."""
    life.happens(OptOut, dice, number=life.contact.phones[0].number, contact=dice.pick((OTHERS, OTHERS, None)))


def wrong_line(life: Life, dice: Dice) -> None:
    """A number reaches somebody else."""
    number = life.contact.phones[0].number
    call(life, dice, Disposition.WRONG_NUMBER, direction=OUT, number=number, **NOTHING_NAMED)


def let_go(life: Life, dice: Dice) -> None:
    """Nobody ever answered, and we said goodbye."""
    never_answered(life, dice)
    life.happens(Farewell, dice)


def promised_a_call(life: Life, dice: Dice) -> None:
    """We promised them a call, on a day or at an hour."""
    days = 10 + life.horizon
    due = dice.pick((life.today + days * DAY, life.hour(days, 14)))
    life.happens(Commitment, dice, by=Party.US, kind=Kind.CALL, asked_by=Party.THEM, due=due)


def owes_us_a_call(life: Life, dice: Dice) -> None:
    """They will turn to us."""
    life.happens(Commitment, dice, by=Party.THEM, kind=Kind.CALL, due=life.today + (20 + life.horizon) * DAY)


def rung_often(life: Life, dice: Dice) -> None:
    """Three calls within three days, and nobody answered."""
    for _ in range(3):
        call(life, dice, dice.pick(VAIN), direction=OUT, then=DAY, **NOTHING_NAMED)


def agreed_to_meet(life: Life, dice: Dice) -> None:
    """We are to meet."""
    life.happens(
        Commitment, dice, by=Party.US, kind=Kind.MEET, due=life.today + (dice.pick((10, 20)) + life.horizon) * DAY
    )


RESTRAINTS: tuple[Event, ...] = (
    snoozed, refused_a_channel, hung_up_on_us, rung_often, asked_to_stop, brushed_us_off, owes_us_a_call, let_go,
    refused_a_number, said_no_twice, promised_a_call, wrong_line, just_ordered, left, rings_just_now, agreed_to_meet,
)  # fmt: skip
LULL = (20 * MINUTE, 3 * HOUR, DAY)
"""How long it is until the next thing happens; but while somebody dials, minutes."""
