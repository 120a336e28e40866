"""What comes back: money, and what we wrote."""

from __future__ import annotations

import attrs

from callrules.dispositions import Disposition
from callrules.facts import Message, Purchase
from callrules.testing.lives import DAY, HOUR, Dice, Life
from callrules.testing.lives.events.calls import BAD, IN, NOTHING_NAMED, OUT, call
from callrules.vocabulary import Channel, Reply

SALES = (
    (("129.00", "EUR"), ("-129.00", "EUR")),
    (("129.00", "EUR"), ("-12.50", "EUR")),
    (("100.00", "EUR"), ("50.00", "USD"), ("-100.00", "EUR")),
    (("100.00", "EUR"), ("100.00", "EUR"), ("-150.00", "EUR")),
    (("129.00", None), ("-129.00", None)),
    (("100.00", "EUR"), ("-100.00", "USD")),
)
"""What was bought, and what money went back: wholly, in part, in two currencies, in one that was never paid."""


def money_goes_back(life: Life, dice: Dice) -> None:
    """They bought, and got money back; then it is the next day, or time passes."""
    for amount, currency in dice.pick(SALES):
        life.happens(Purchase, dice, amount=amount, currency=currency, then=(HOUR, 20 * DAY))
    life.at += dice.pick((HOUR, DAY, 200 * DAY, 400 * DAY))


def our_note_comes_back(life: Life, dice: Dice) -> None:
    """A bad moment, a note that names a day, and it comes back; perhaps they write by that channel after all."""
    post, fax = dice.pick((("1 High Street", None), (None, "+12065550177"), (None, None)))
    life.contact = attrs.evolve(life.contact, email="c@example.org", postal_address=post, fax=fax)
    call(life, dice, dice.pick(BAD), direction=OUT, then=HOUR, **NOTHING_NAMED)
    channel = dice.pick((Channel.EMAIL, Channel.EMAIL, Channel.HANDWRITTEN))
    purpose = "after_hang_up" if life.facts[-1].disposition is Disposition.HUNG_UP else "after_brush_off"  # type: ignore[attr-defined]
    day = life.today + dice.pick((3, 4)) * DAY
    life.happens(Message, dice, channel=channel, direction=OUT, purpose=purpose, promises=day, then=(HOUR, 2 * DAY))
    life.happens(Message, dice, channel=channel, direction=IN, reply=Reply.BOUNCED, then=(HOUR, 2 * DAY))
    if dice.number(3) == 1:
        life.happens(
            Message, dice, channel=channel, direction=IN, reply=dice.pick((Reply.ANSWER, Reply.AUTOMATIC)), then=HOUR
        )


SENT_BACK = (money_goes_back, our_note_comes_back)
