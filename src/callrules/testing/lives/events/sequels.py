"""What may come after a life, told step by step: moments to which few lives come by themselves.

Each tells of one person, whom it may change as well: a decision maker, a red phone, somebody with two numbers.
"""

from __future__ import annotations

import attrs

from callrules.contact import Phone, Role
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Insight, Meeting, Message, OptOut, Purchase, Research
from callrules.testing.lives import DAY, HOUR, Dice, Life, next_date, on_the_calendar
from callrules.testing.lives.events.aftermaths import AFTERMATHS, TOPICS
from callrules.testing.lives.events.appointments import APPOINTMENTS, say_no
from callrules.testing.lives.events.calls import IN, NOTHING_NAMED, OUT, Event, call
from callrules.testing.lives.events.desks import DESKS
from callrules.testing.lives.events.interruptions import INTERRUPTIONS
from callrules.testing.lives.events.neighbours import OTHERS
from callrules.testing.lives.events.partings import GROUNDS, a_goodbye_is_said
from callrules.testing.lives.events.sent_back import SENT_BACK
from callrules.vocabulary import Channel, Outcome, Reply

MACHINES = (Reply.AUTOMATIC, Reply.BOUNCED)
OTHER_NUMBER = Phone(number="+12065550144")


def noes_around_new_year(life: Life, dice: Dice) -> None:
    """One no in December and one in January, each in another form."""
    life.at = next_date(life.at, life.zone, month=12, day=19 + dice.number(12))
    for _ in range(2):
        say_no(life, dice)
        life.at += 16 * DAY


def nobody_knows_us(life: Life, dice: Dice) -> None:
    """A decision maker to whom we wrote, and a machine answered."""
    machine = dice.pick(MACHINES)
    life.contact = attrs.evolve(life.contact, role=Role.DECISION_MAKER)
    life.happens(Message, dice, channel=Channel.EMAIL, direction=OUT)
    written_by(machine, life, dice)


def written_by(machine: Reply, life: Life, dice: Dice) -> None:
    """A machine of theirs writes to us on the next day."""
    life.at += DAY
    life.happens(Message, dice, channel=Channel.EMAIL, direction=IN, reply=machine, then=DAY)


def ready_for_a_red_phone(life: Life, dice: Dice) -> None:
    """All is there but something new: what was learned is stale by now, or they know it already."""
    is_told, days = dice.pick(((True, 5), (False, 85), (False, 95)))
    life.contact = attrs.evolve(life.contact, red_phone=True, common_ground=("sailing",))
    for topic in TOPICS:
        life.happens(Research, dice, topic=topic, text="well known")
    learned = f"f{len(life.facts)}"
    life.happens(Insight, dice, id=learned, text="a new grant", then=HOUR)
    if is_told:
        life.happens(Message, dice, channel=Channel.EMAIL, direction=OUT, used=(learned,))
    life.at += days * DAY


def met_a_customer(life: Life, dice: Dice) -> None:
    """They bought long ago, and lately we met."""
    months, days = dice.pick((4, 7, 13)), dice.pick((20, 2, 60, 100))
    life.happens(Purchase, dice, amount="129.00")
    life.at = on_the_calendar(life.at, life.zone, months=months)
    life.happens(Meeting, dice, then=days * DAY)


def bought_again(life: Life, dice: Dice) -> None:
    """They bought on the last day of a month, and again since then."""
    life.at = next_date(life.at, life.zone, month=1, day=31)
    for days in (150, 220, dice.pick((10, 40, 80))):
        life.happens(Purchase, dice, amount="129.00", then=days * DAY)


def one_number_of_two(life: Life, dice: Dice) -> None:
    """Find out that one of two numbers reaches somebody else."""
    life.contact = attrs.evolve(life.contact, phones=(*life.contact.phones[:1], OTHER_NUMBER))
    number = dice.pick(life.contact.phones).number
    call(life, dice, Disposition.WRONG_NUMBER, number=number, direction=OUT, then=DAY, **NOTHING_NAMED)


def no_word_to_the_house(life: Life, dice: Dice) -> None:
    """A colleague says that nobody at their account wants calls; or somebody dials that colleague just now."""
    life.contact = attrs.evolve(life.contact, account="acme")
    shared = life.contact.phones[0].number if life.contact.phones else None
    if dice.number(2) and shared:
        life.happens(CallAttempt, dice, disposition=Disposition.DIALING, number=shared, contact=OTHERS, then=HOUR)
    else:
        life.happens(OptOut, dice, account="acme", contact=OTHERS, then=DAY)


LONG_ENOUGH = 8 * DAY
"""By then five working days have passed."""


def after_a_talk(life: Life, dice: Dice) -> None:
    """They agreed to something and no call was agreed, or they write to us on the next day."""
    writes = dice.pick((True, False))
    outcome = dice.pick((Outcome.CONTINUATION, None)) if writes else Outcome.ADVANCE
    call(life, dice, Disposition.CONVERSATION, outcome=outcome, direction=OUT, then=DAY, **NOTHING_NAMED)
    if writes:
        life.happens(Message, dice, channel=Channel.EMAIL, direction=IN, reply=Reply.CALLBACK_REQUESTED, then=DAY)
    else:
        life.at += LONG_ENOUGH


SEQUELS: tuple[Event, ...] = (
    noes_around_new_year, nobody_knows_us, ready_for_a_red_phone, met_a_customer, bought_again, one_number_of_two,
    no_word_to_the_house, a_goodbye_is_said, after_a_talk, *AFTERMATHS, *INTERRUPTIONS, *APPOINTMENTS, *DESKS, *GROUNDS,
    *SENT_BACK,
)  # fmt: skip
