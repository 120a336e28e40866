"""The law of refused channels: nobody is written to in a way that they do not want."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.step import WalkAway, Write
from callrules.testing.catalogue.shared.channels import channels_refused, refusal_of
from callrules.testing.catalogue.shared.predicates import (
    on_their_clock,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.situations import Situation


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
