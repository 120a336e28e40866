"""Laws of refused channels: nobody is written to in a way that they do not want."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.facts import OptOut
from callrules.step import Step, WalkAway, Write
from callrules.testing.catalogue.shared.channels import channels_refused, refusal_of
from callrules.testing.catalogue.shared.predicates import after_all, is_ahead_of_the_facts, on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel


@law(
    "refused-channel-unused",
    says="Nobody is written to in a channel that they refused; letters and what is written by hand are one post.",
    group="consent",
    moment="a written channel was refused",
    reached=lambda situation: bool(channels_refused(situation)),
)
def refused_channel_unused(situation: Situation) -> Iterator[Broken]:
    """Check notes and goodbyes: no refused channel carries either."""
    step = situation.step
    if not isinstance(step, (Write, WalkAway)) or step.channel is None:
        return
    refusal = refusal_of(step.channel, channels_refused(situation))
    if refusal and refusal.channel:
        said = f"on {on_their_clock(situation, refusal.at)} they refused {refusal.channel.value}"
        yield Broken(says=f"to be written to by {step.channel.value}, although {said}")


def _written_by(step: Step) -> Channel | None:
    return step.channel if isinstance(step, (Write, WalkAway)) else None


@law(
    "no-way-is-no-way",
    says="Who wants nothing in writing, in whatever channel, is not written to.",
    group="consent",
    moment="they are to be written to",
    reached=lambda situation: _written_by(situation.step) is not None and is_ahead_of_the_facts(situation),
)
def no_way_is_no_way(situation: Situation) -> Iterator[Broken]:
    """Once they refuse every channel but the telephone."""
    at = after_all(situation)
    noes = [OptOut(at=at, channel=each) for each in Channel if each is not Channel.PHONE]
    history = situation.history.add(*noes)
    step = situation.asked(max(at, situation.step.at or at) + SOON, history)
    if isinstance(step, Write) or _written_by(step):
        yield Broken(says=f"they want nothing in writing, and the answer is a {step.type}", at=at, history=history)
