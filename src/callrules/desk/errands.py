"""What is owed beside the calls: notes, goodbyes, things to find out, introductions to ask for."""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

from callrules.step import Errand, Prepare, SeekIntroduction, Step, WalkAway, Write

Owed: TypeAlias = Errand | WalkAway
"""A step that is no call, and that somebody has to do."""

MOST = 20
"""So many are shown; the others are counted."""


def is_errand(step: Step) -> TypeGuard[Owed]:
    """Whether the step is to be done beside the calls; a goodbye only where there is a channel to say it by."""
    if isinstance(step, WalkAway):
        return step.channel is not None
    return isinstance(step, (Write, Prepare, SeekIntroduction))
