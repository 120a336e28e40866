"""Short stories in which one thing follows another: what is rare when each event is drawn by itself."""

from __future__ import annotations

import attrs

from callrules.dispositions import Disposition
from callrules.facts import Insight, Message
from callrules.testing.lives import DAY, HOUR, Dice, Life
from callrules.testing.lives.events.calls import GONE, NOTHING_NAMED, bad_moment, call, vain
from callrules.testing.lives.events.words import note
from callrules.vocabulary import Channel, Direction


def hang_up_after_a_note(life: Life, dice: Dice) -> None:
    """We wrote in the morning, and they hung up later that day."""
    note(life, dice)
    life.at += dice.pick((1, 2, 4)) * HOUR
    bad_moment(life, dice)


def write_after_a_hang_up(life: Life, dice: Dice) -> None:
    """They hung up, and we wrote about something, perhaps about that."""
    bad_moment(life, dice)
    life.at += dice.pick((HOUR, DAY))
    note(life, dice)


def ring_after_a_hang_up(life: Life, dice: Dice) -> None:
    """They hung up, and somebody rang all the same."""
    bad_moment(life, dice)
    life.at += dice.pick((HOUR, DAY, 3 * DAY))
    vain(life, dice)


def tell_by_mail(life: Life, dice: Dice) -> None:
    """Something was learned, and told in writing."""
    known_by = f"f{len(life.facts)}"
    life.happens(Insight, dice, id=known_by, text="a new grant", source="a paper", then=(HOUR, DAY))
    life.happens(
        Message,
        dice,
        channel=Channel.EMAIL,
        direction=Direction.OUTBOUND,
        purpose="share",
        used=(known_by,),
        then=(HOUR, 10 * DAY, 40 * DAY),
    )


def tell_in_a_talk(life: Life, dice: Dice) -> None:
    """Something was learned, and told in a conversation, which said so in one way or the other."""
    known_by = f"f{len(life.facts)}"
    life.happens(Insight, dice, id=known_by, text="a new grant", source="a paper", then=(HOUR, DAY))
    said = {"reason": "insight", "about": known_by} if dice.number(2) else {"used": (known_by,)}
    call(life, dice, Disposition.CONVERSATION, then=(10 * DAY, 20 * DAY, 40 * DAY), **{**NOTHING_NAMED, **said})


def leave_for_good(life: Life, dice: Dice) -> None:
    """They left, and months go by."""
    call(life, dice, dice.pick(GONE), then=(DAY, 100 * DAY, 200 * DAY))


def type_in_late(life: Life, dice: Dice) -> None:
    """A few calls by hand, typed in days after they were made."""
    for _ in range(3):
        vain(life, dice)
        made = life.facts[-1]
        life.facts[-1] = attrs.evolve(made, recorded=made.at + dice.pick((8, 20, 40)) * DAY)
        life.at += dice.pick((HOUR, DAY, 2 * DAY))
