"""The law of what is off: what was called off, or sent back whole, is no longer a reason to ring, write or let go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, CalledOff, Commitment, Fact, Meeting, Message, Purchase
from callrules.history import History
from callrules.step import Write
from callrules.testing.catalogue.shared.own_rules import own_answers, own_reasons
from callrules.testing.catalogue.shared.predicates import after_all, in_turn
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.oracle import DAY
from callrules.testing.policies import own_answerers
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Kind, Party

AGREED = "what was agreed"
HOOKS = ("reasons", "before", "walk_away")
AMOUNTS = (80, 900, 30_000)


RINGS, WRITES, LETS_GO = "a reason to ring", "a reason to write", "a ground to let go"


@attrs.frozen
class Off:
    """Something that happened, what took it back, and how to say so; an appointment has its moment."""

    happened: Fact
    off: Fact
    says: str
    moment: dt.datetime | None = None


@attrs.frozen
class Wish:
    """A wish of a rule of the author's: for what, under which name, what it is about, and why."""

    wants: str
    name: str
    about: object
    says: str


def _off(situation: Situation) -> Iterator[Off]:
    """Yield a meeting or another appointment that is called off, an hour that was named, and an order sent back."""
    person, at, turn = situation.person, after_all(situation), situation.seed
    hour = person.wall(person.working_days_on(person.day(at), 9), dt.time(11).hour)
    by, off = list(Party)[turn // len(Kind) % len(Party)], CalledOff(at=at + DAY, of=AGREED)
    for kind in (Kind.MEET, list(Kind)[turn % len(Kind)]):
        agreed = Commitment(at=at, id=AGREED, by=by, kind=kind, due=hour)
        yield Off(agreed, off, f"the appointment ({kind.value}) was called off", hour)
    asked = CallAttempt(at=at, id=AGREED, disposition=Disposition.CALLBACK_REQUESTED, callback_at=hour)
    wrote = Message(at=at, id=AGREED, channel=Channel.EMAIL, direction=Direction.INBOUND, promises=hour)
    yield Off((asked, wrote)[turn % 2], off, "the hour that they had named was called off", hour)
    amount = Decimal(in_turn(situation, AMOUNTS))
    yield Off(
        Purchase(at=at, id=AGREED, amount=amount), Purchase(at=at + DAY, amount=-amount), "they sent the order back"
    )


def _ordinary(situation: Situation) -> Iterator[Fact]:
    """Yield what happens as well, and names no moment: a reason that rests on it rests on no appointment or order."""
    at = after_all(situation)
    yield Meeting(at=at)
    yield Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND)
    yield CallAttempt(at=at, disposition=Disposition.CALLBACK_REQUESTED)


@law(
    "what-is-off-is-no-reason",
    says="An appointment that was called off, or an order that was sent back whole, is no reason to ring; nor is such "
    "an appointment one to write or to let go.",
    group="truth",
    moment="a rule of the author's wants something for an appointment or an order",
    reached=lambda situation: bool(situation.remembered(_rests)),
    at_the_end=True,
    exempts=unless((lambda policy: own_answerers(policy, *HOOKS), "no rule but the house's wants anything")),
    remedy="leave out what `CalledOff` names (`history.is_called_off`), and ask for `history.still_bought`",
)
def what_is_off_is_no_reason(situation: Situation) -> Iterator[Broken]:
    """A wish that was not there before, and stays when that is off; be it about something else of the same name.

    With other words it may be another matter, such as to ask why.
    """
    for each, wish, before in situation.remembered(_rests):
        history = before.add(each.happened, each.off)
        still = _new(situation, before, history, each.moment).get((wish.wants, wish.name))
        if still and still.says == wish.says:
            says = f"{each.says}, and {wish.name!r} still is {wish.wants}: {wish.says}"
            expected = "no call" if wish.wants is RINGS else None
            yield Broken(says=says, at=each.off.at, expected=expected, history=history)


def _rests(situation: Situation) -> list[tuple[Off, Wish, History]]:
    """Give what the author's rules want once something happened, and did not before."""
    return [
        (each, wish, before)
        for before in (History(), situation.history)
        for each in _off(situation)
        for known_by, wish in _new(situation, before, before.add(each.happened), each.moment).items()
        if not any(
            known_by in _new(situation, before, before.add(other), each.moment) for other in _ordinary(situation)
        )
    ]


def _new(
    situation: Situation, before: History, then: History, moment: dt.datetime | None
) -> dict[tuple[str, str], Wish]:
    """Give what is wanted then, and under that name or about that was not before."""
    known = {(each.wants, each.name, each.about) for each in _wishes(situation, before, moment)}
    wanted = _wishes(situation, then, moment)
    return {(each.wants, each.name): each for each in wanted if (each.wants, each.name, each.about) not in known}


def _wishes(situation: Situation, history: History, moment: dt.datetime | None) -> Iterator[Wish]:
    """Yield the calls that are wanted; with an appointment also the notes, and the grounds since it has passed."""
    for each in own_reasons(situation, history):
        yield Wish(RINGS, each.name, each.about, each.says)
    if moment is None:
        return
    for each in own_answers(situation, history, "before", reason=None, at=moment + 2 * DAY):
        if isinstance(each, Write):
            yield Wish(WRITES, each.purpose, each.since, "; ".join(because.says for because in each.because))
    for each in own_answers(situation, history, "walk_away"):
        if each.since > moment:
            yield Wish(LETS_GO, each.grounds, each.since, each.says)
