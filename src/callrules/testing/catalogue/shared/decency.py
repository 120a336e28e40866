"""What laws of decency share: the calls for reasons of our own, and what ends them for a while."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import attrs

from callrules.dispositions import Disposition
from callrules.facts import Fact, Message
from callrules.step import Call
from callrules.testing.catalogue.shared.host import VAIN, follow
from callrules.testing.catalogue.shared.predicates import after_all, in_turn
from callrules.testing.lawbook import Broken, Law, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Outcome, Reply

Facts = Callable[[Situation, dt.datetime], list[Fact]]
OF_THEIRS = frozenset({"promise", "returned_call"})
"""Reasons that rest on what was promised, or on a call of theirs."""
NO_WORD_OF_THEIRS = {
    None: "",
    Reply.ACKNOWLEDGEMENT: " (since then they wrote thanks, and want nothing)",
    Reply.AUTOMATIC: " (since then a machine of theirs wrote that they are out)",
    Reply.BOUNCED: " (since then a mail of ours bounced)",
}
"""What may come in by mail and ends nothing, for nobody turns to us with it (rulebook G16, G26); told so."""
decent = partial(law, group="decency", at_the_end=True, decent=True)


def our_own_calls(
    situation: Situation,
    days: int,
    most: int,
    ends: Sequence[Disposition] = VAIN,
    outcome: Outcome | None = None,
) -> Iterator[tuple[dt.datetime, Call]]:
    """The calls for reasons of our own that the policy asks for from now on, so many and one at most."""
    for at, step, _ in follow(situation, days=days, most=most, ends=ends, outcome=outcome):
        if isinstance(step, Call) and not (step.reason.named or step.reason.name in OF_THEIRS):
            yield at, step


def ended_by(known_by: str, says: str, happens: Facts, what: str, days: int) -> Law:
    """Make the law that something ends calls for reasons of our own, for so many days.

    In most lives a mail comes in right after it with which nobody turns to us.
    """

    def check(situation: Situation) -> Iterator[Broken]:
        facts, reply = happens(situation, after_all(situation)), in_turn(situation, tuple(NO_WORD_OF_THEIRS))
        history, now = situation.history.add(*facts, *_mailed(reply, facts[-1].at + SOON / 2)), facts[-1].at + SOON
        later = attrs.evolve(situation, history=history, now=now, answers={})
        for at, step in our_own_calls(later, days, 0):
            says = f"a call for {step.reason.name} {(at - now).days} days after {what}{NO_WORD_OF_THEIRS[reply]}"
            yield Broken(says=says, at=at, expected="no call", history=history)

    return decent(known_by, says=says)(check)


def _mailed(reply: Reply | None, at: dt.datetime) -> list[Fact]:
    """The mail that came in; none where nothing did."""
    return [Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=reply)] if reply else []
