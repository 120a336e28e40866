"""What may come after a life, told step by step: moments to which few lives come by themselves.

Each tells of one person, whom it may change as well: a decision maker, a red phone, somebody with two numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs

from callrules.contact import Phone, Role
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Insight, Meeting, Message, OptOut, Purchase, Research, Snooze
from callrules.testing.lives.dice import Dice
from callrules.testing.lives.events.after_talks import after_a_talk
from callrules.testing.lives.events.aftermaths import AFTERMATHS
from callrules.testing.lives.events.appointments import APPOINTMENTS
from callrules.testing.lives.events.calls import BAD, IN, NOTHING_NAMED, OUT, call
from callrules.testing.lives.events.desks import DESKS
from callrules.testing.lives.events.grounds import GROUNDS
from callrules.testing.lives.events.interruptions import INTERRUPTIONS
from callrules.testing.lives.events.neighbours import OTHERS
from callrules.testing.lives.events.partings import a_goodbye_is_said
from callrules.testing.lives.events.sent_back import SENT_BACK
from callrules.testing.lives.landmarks import DAY, next_date, on_the_calendar
from callrules.testing.lives.life import Life
from callrules.vocabulary import Channel, Outcome, Party, Reply

SOON = dt.timedelta(hours=1)
MACHINES = (Reply.AUTOMATIC, Reply.BOUNCED)
TOPICS = ("why", "outcome", "common_ground", "buy_in")
OTHER_NUMBER = Phone(number="+12065550144")


def noes_around_new_year(life: Life, dice: Dice) -> None:
    """One no in December and one in January, each in another form."""
    forms = [dice.pick((_no_by_phone, _no_by_mail, _no_in_a_talk)) for _ in range(2)]
    life.at = next_date(life.at, life.zone, month=12, day=19 + dice.number(12))
    for each in forms:
        each(life, dice)
        life.at += 16 * DAY


def _no_by_phone(life: Life, dice: Dice) -> None:
    call(life, dice, Disposition.NOT_INTERESTED, **NOTHING_NAMED)


def _no_by_mail(life: Life, dice: Dice) -> None:
    life.happens(Message, dice, channel=Channel.EMAIL, direction=IN, reply=Reply.NOT_INTERESTED)


def _no_in_a_talk(life: Life, dice: Dice) -> None:
    call(life, dice, Disposition.CONVERSATION, outcome=Outcome.NO_SALE, **NOTHING_NAMED)


def another_snooze(life: Life, dice: Dice) -> None:
    """To be left in peace for long, and then for a few days only; or the other way round."""
    for days in dice.pick(((60, 5), (5, 60))):
        life.happens(Snooze, dice, until=life.today + days * DAY)
        life.at += SOON
    life.at += 7 * DAY


def a_machine_answers(life: Life, dice: Dice) -> None:
    """It is their turn to call, and all that came since is what a machine sent, and what we learned."""
    machine, learned = dice.pick(MACHINES), dice.number(2)
    life.happens(Commitment, dice, by=Party.THEM, due=life.today + 10 * DAY)
    _written_by(machine, life, dice)
    if learned:
        life.happens(Insight, dice, text="a new grant")
        life.at += DAY


def nobody_knows_us(life: Life, dice: Dice) -> None:
    """A decision maker to whom we wrote, and a machine answered."""
    machine = dice.pick(MACHINES)
    life.contact = attrs.evolve(life.contact, role=Role.DECISION_MAKER)
    life.happens(Message, dice, channel=Channel.EMAIL, direction=OUT)
    _written_by(machine, life, dice)


def _written_by(machine: Reply, life: Life, dice: Dice) -> None:
    life.at += DAY
    life.happens(Message, dice, channel=Channel.EMAIL, direction=IN, reply=machine)
    life.at += DAY


def hung_up_once_more(life: Life, dice: Dice) -> None:
    """Two bad moments, a long rest, and another one."""
    for days in (8, 100, 1):
        call(life, dice, dice.pick(BAD), **NOTHING_NAMED)
        life.at += SOON
        life.happens(Message, dice, channel=Channel.EMAIL, direction=OUT, purpose="after_hang_up")
        life.at += days * DAY
    life.facts.pop()


def no_word_by_mail(life: Life, dice: Dice) -> None:
    """They can be written to in one channel only, refused it, and hung up."""
    channel = dice.pick((Channel.EMAIL, Channel.HANDWRITTEN))
    life.contact = attrs.evolve(life.contact, email="c@example.org", postal_address=dice.pick((None, "1 High Street")))
    life.happens(OptOut, dice, channel=channel)
    life.at += DAY
    call(life, dice, dice.pick(BAD), **NOTHING_NAMED)
    life.at += SOON


def ready_for_a_red_phone(life: Life, dice: Dice) -> None:
    """All is there but something new: what was learned is stale by now, or they know it already."""
    is_told, days = dice.pick(((True, 5), (False, 85), (False, 95)))
    life.contact = attrs.evolve(life.contact, red_phone=True, common_ground=("sailing",))
    for topic in TOPICS:
        life.happens(Research, dice, topic=topic, text="well known")
    learned = f"f{len(life.facts)}"
    life.happens(Insight, dice, id=learned, text="a new grant")
    life.at += SOON
    if is_told:
        life.happens(Message, dice, channel=Channel.EMAIL, direction=OUT, used=(learned,))
    life.at += days * DAY


def met_a_customer(life: Life, dice: Dice) -> None:
    """They bought long ago, and lately we met."""
    months, days = dice.pick((4, 7, 13)), dice.pick((20, 2, 60, 100))
    life.happens(Purchase, dice, amount="129.00")
    life.at = on_the_calendar(life.at, life.zone, months=months)
    life.happens(Meeting, dice)
    life.at += days * DAY


def bought_again(life: Life, dice: Dice) -> None:
    """They bought on the last day of a month, and again since then."""
    life.at = next_date(life.at, life.zone, month=1, day=31)
    for days in (150, 220, dice.pick((10, 40, 80))):
        life.happens(Purchase, dice, amount="129.00")
        life.at += days * DAY


def one_number_of_two(life: Life, dice: Dice) -> None:
    """Find out that one of two numbers reaches somebody else."""
    life.contact = attrs.evolve(life.contact, phones=(*life.contact.phones[:1], OTHER_NUMBER))
    number = dice.pick(life.contact.phones).number
    call(life, dice, Disposition.WRONG_NUMBER, number=number, direction=OUT, **NOTHING_NAMED)
    life.at += DAY


def no_word_to_the_house(life: Life, dice: Dice) -> None:
    """A colleague says that nobody at their account wants calls; or somebody dials that colleague just now."""
    life.contact = attrs.evolve(life.contact, account="acme")
    shared = life.contact.phones[0].number if life.contact.phones else None
    if dice.number(2) and shared:
        life.happens(CallAttempt, dice, disposition=Disposition.DIALING, number=shared, contact=OTHERS)
        life.at += SOON
        return
    life.happens(OptOut, dice, account="acme", contact=OTHERS)
    life.at += DAY


def busy_after_a_call(life: Life, dice: Dice) -> None:
    """Somebody else picked up, and soon after that the line was busy."""
    call(life, dice, dice.pick((Disposition.CONNECTED, Disposition.CONVERSATION)), **NOTHING_NAMED)
    life.at += SOON
    call(life, dice, Disposition.BUSY, direction=OUT, **NOTHING_NAMED)
    life.at += 5 * SOON


Sequel = Callable[[Life, Dice], None]
SEQUELS: tuple[Sequel, ...] = (
    noes_around_new_year, another_snooze, a_machine_answers, nobody_knows_us, hung_up_once_more, no_word_by_mail,
    ready_for_a_red_phone, met_a_customer, bought_again, one_number_of_two, no_word_to_the_house, busy_after_a_call,
    a_goodbye_is_said, after_a_talk, *AFTERMATHS, *INTERRUPTIONS, *APPOINTMENTS, *DESKS, *GROUNDS, *SENT_BACK,
)  # fmt: skip
