"""More of what may come after a life, told step by step: what is written, where nobody can be reached, and when.

They are sequels like the others: each tells of one person, whom it may change as well.
"""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.checks import zone
from callrules.contact import Phone
from callrules.dispositions import Disposition
from callrules.facts import Commitment, Farewell, Insight, Meeting, OptOut, Purchase, Research
from callrules.testing.lives import DAY, HOUR, Dice, Life, next_date, next_wall_time, next_weekday
from callrules.testing.lives.events.calls import IN, NOTHING_NAMED, OUT, VAIN, call, one_of, rung, told
from callrules.testing.lives.events.neighbours import OTHERS
from callrules.vocabulary import Kind, Outcome, Party

SOON = dt.timedelta(minutes=5)
TOPICS = ("why", "outcome", "common_ground", "buy_in")
SECOND_NUMBER = Phone(number="+12065550166")
UNDIALLED = (Disposition.TECHNICAL, Disposition.NOT_DIALLED)
TURNED_TO_US = one_of(rung(Disposition.VOICEMAIL_LEFT, direction=IN), rung(Disposition.CALLBACK_REQUESTED))
REFUSED_SINCE = one_of(
    rung(Disposition.WRONG_NUMBER, number=SECOND_NUMBER.number),
    told(OptOut, number=SECOND_NUMBER.number, contact=OTHERS),
)
"""Their second number, by somebody else."""


def nowhere_to_write(life: Life, dice: Dice) -> None:
    """They asked for a call, or called us, and we know no address of any kind."""
    life.contact = attrs.evolve(life.contact, email=None, fax=None, postal_address=None)
    TURNED_TO_US(life, dice)
    life.at += dice.pick((SOON, DAY))


def about_to_meet(life: Life, dice: Dice) -> None:
    """We are to meet, on a day or at a time; it is the morning of that day, the hour before or after, or we met."""
    life.contact = attrs.evolve(life.contact, email="c@example.org")
    where = zone(life.zone)
    day = life.at.astimezone(where).date() + dice.pick((2, 3, 7)) * DAY
    meets = dt.datetime.combine(day, dt.time(14), tzinfo=where)
    life.happens(Commitment, dice, by=Party.US, kind=Kind.MEET, due=dice.pick((day, day, meets)))
    meets = meets.astimezone(dt.UTC)
    life.at = max(life.at, meets + dice.pick((-9, -5, -1, 2, 24)) * HOUR)
    if dice.number(4) == 1:
        life.happens(Meeting, dice, then=2 * HOUR)


def ordered_in_the_evening(life: Life, dice: Dice) -> None:
    """They ordered by telephone in the evening, on a Friday as a rule."""
    life.contact = attrs.evolve(life.contact, email="c@example.org")
    day = next_weekday(life.at, life.zone, weekday=dice.pick((5, 5, 5, 6, 2)))
    life.at = next_wall_time(day, life.zone, dt.time(dice.pick((18, 19, 14))))
    call(life, dice, Disposition.CONVERSATION, outcome=Outcome.ORDER, then=SOON, **NOTHING_NAMED)


def talked_and_said_later_today(life: Life, dice: Dice) -> None:
    """We talked in the morning, and said of ourselves that we would ring again in the afternoon."""
    life.at = next_weekday(life.at, life.zone, weekday=2)
    call(life, dice, Disposition.CONVERSATION, direction=OUT, outcome=None, then=SOON, **NOTHING_NAMED)
    life.happens(Commitment, dice, by=Party.US, asked_by=Party.US, kind=Kind.CALL, due=life.at + 4 * HOUR, then=SOON)


def clicked_in_vain(life: Life, dice: Dice) -> None:
    """A call was due, and the line failed, or nobody dialled after all: minutes later it is due still."""
    life.at = next_weekday(life.at, life.zone, weekday=2)
    call(life, dice, dice.pick(UNDIALLED), direction=OUT, then=SOON, **NOTHING_NAMED)


def rang_from_a_number_since_refused(life: Life, dice: Dice) -> None:
    """They rang us from their second number, on which somebody then said stop, or where somebody else is now."""
    first = first_phone(life)
    life.contact = attrs.evolve(life.contact, phones=(first, SECOND_NUMBER))
    ends = dice.pick((Disposition.CONVERSATION, Disposition.VOICEMAIL_LEFT))
    call(life, dice, ends, direction=IN, number=None, from_number=SECOND_NUMBER.number, then=DAY, **NOTHING_NAMED)
    REFUSED_SINCE(life, dice)
    life.at += dice.pick((DAY, 200 * DAY))


def news_gone_stale(life: Life, dice: Dice) -> None:
    """All is there for a red phone, but the news is old by now, and nothing was noted since."""
    life.contact = attrs.evolve(life.contact, red_phone=True, common_ground=("sailing",))
    for topic in TOPICS:
        life.happens(Research, dice, topic=topic, text="well known")
    life.happens(Insight, dice, text="a new grant", then=(91 * DAY, 100 * DAY, 400 * DAY))


def once_a_quarter_and_late(life: Life, dice: Dice) -> None:
    """Six times in vain, a goodbye, and the try after a quarter was made late: the next quarter counts from there."""
    late = dice.pick((120, 140, 160))
    for _ in range(6):
        call(life, dice, dice.pick(VAIN), direction=OUT, then=5 * DAY, **NOTHING_NAMED)
    life.happens(Farewell, dice, then=late * DAY)
    call(life, dice, dice.pick(VAIN), direction=OUT, then=(195 - late) * DAY, **NOTHING_NAMED)


def bought_and_typed_in(life: Life, dice: Dice) -> None:
    """They bought at the end of a month, once, and nobody numbered it; perhaps it was typed in late."""
    life.at = next_date(life.at, life.zone, month=dice.pick((1, 3, 8, 12)), day=29 + dice.number(3))
    typed_in = dice.pick((None, life.at + 9 * DAY))
    life.happens(
        Purchase, dice, amount="129.00", id=None, recorded=typed_in, contact=None, then=(DAY, 12 * DAY, 40 * DAY)
    )


def first_phone(life: Life) -> Phone:
    """Their first number, or one that somebody could have noted."""
    return life.contact.phones[0] if life.contact.phones else Phone(number="+12065550105")


AFTERMATHS = (
    nowhere_to_write, about_to_meet, ordered_in_the_evening, talked_and_said_later_today, clicked_in_vain,
    rang_from_a_number_since_refused, news_gone_stale, once_a_quarter_and_late, bought_and_typed_in,
)  # fmt: skip
