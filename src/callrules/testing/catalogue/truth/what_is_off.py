"""The law of what is off: what was called off, or sent back whole, is a reason no longer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, CalledOff, Commitment, Fact, Meeting, Message, Purchase
from callrules.history import History
from callrules.step import Reason
from callrules.testing.catalogue.shared.own_rules import gives_no_reasons, own_reasons
from callrules.testing.catalogue.shared.predicates import after_all, in_turn
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Kind, Party

AGREED = "what was agreed"
AMOUNTS = (80, 900, 30_000)


@attrs.frozen
class Off:
    """Something that happened, what took it back, and how to say so."""

    happened: Fact
    off: Fact
    says: str


def _off(situation: Situation) -> Iterator[Off]:
    """Yield a meeting or another appointment that is called off, an hour that was named, and an order sent back."""
    person, at, turn = situation.person, after_all(situation), situation.seed
    hour = person.wall(person.working_days_on(person.day(at), 9), dt.time(11).hour)
    by, off = list(Party)[turn // len(Kind) % len(Party)], CalledOff(at=at + DAY, of=AGREED)
    for kind in (Kind.MEET, list(Kind)[turn % len(Kind)]):
        agreed = Commitment(at=at, id=AGREED, by=by, kind=kind, due=hour)
        yield Off(agreed, off, f"the appointment ({kind.value}) was called off")
    asked = CallAttempt(at=at, id=AGREED, disposition=Disposition.CALLBACK_REQUESTED, callback_at=hour)
    wrote = Message(at=at, id=AGREED, channel=Channel.EMAIL, direction=Direction.INBOUND, promises=hour)
    yield Off((asked, wrote)[turn % 2], off, "the hour that they had named was called off")
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
    says="An appointment that was called off, or an order that was sent back whole, is no reason to ring.",
    group="truth",
    moment="a rule of the author's gives a reason for an appointment or an order",
    reached=lambda situation: bool(situation.remembered(_rests)),
    at_the_end=True,
    exempts=gives_no_reasons,
    remedy="leave out what `CalledOff` names, and ask for `history.still_bought`",
)
def what_is_off_is_no_reason(situation: Situation) -> Iterator[Broken]:
    """A reason that was not there before, and stays when that is off; be it about something else of the same name.

    With other words it may be another matter, such as to ask why.
    """
    for each, reason, before in situation.remembered(_rests):
        history = before.add(each.happened, each.off)
        still = _new(situation, before, history).get(reason.name)
        if still and still.says == reason.says:
            says = f"{each.says}, and {reason.name!r} still is a reason to ring: {reason.says}"
            yield Broken(says=says, at=each.off.at, expected="no call", history=history)


def _rests(situation: Situation) -> list[tuple[Off, Reason, History]]:
    """The reasons of the author's rules that are there once something happened, and were not before."""
    return [
        (each, reason, before)
        for before in (History(), situation.history)
        for each in _off(situation)
        for name, reason in _new(situation, before, before.add(each.happened)).items()
        if not any(name in _new(situation, before, before.add(other)) for other in _ordinary(situation))
    ]


def _new(situation: Situation, before: History, then: History) -> dict[str, Reason]:
    """The reasons by name that are there then, and under that name or about that were not before."""
    known = {(each.name, each.about) for each in own_reasons(situation, before)}
    return {each.name: each for each in own_reasons(situation, then) if (each.name, each.about) not in known}
